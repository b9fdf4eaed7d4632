import { memo, type ReactNode } from 'react';
import { formatNumber } from '../../derive';
import { type CellsProps, cellsOf } from './cell';
import { LargeCells } from './LargeCells';
import { MOST_CELLS } from './window';

/** More copies of a bias than this say nothing more. */
const MOST_COPIES = 5;
const AND_SO_ON = { columns: '…', rows: '⋮' };

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The same numbers for each further example, faint: how b is added to all. One cell an entry of b, for each copy. */
function copiesOf({
  matrix,
  repeats,
  decimals,
}: CellsProps): readonly ((entry: number) => ReactNode)[] {
  if (!matrix || !repeats) return [];
  const { axis, times } = repeats;
  return upTo(Math.min(times, MOST_COPIES)).map((copy) => {
    const isCut = copy === MOST_COPIES - 1 && times > MOST_COPIES;
    return (entry) => (
      <td key={`copy ${copy} of ${entry}`} className="cell copy" aria-hidden="true">
        {isCut ? AND_SO_ON[axis] : formatNumber(matrix.data[entry] as number, { decimals })}
      </td>
    );
  });
}

/** Each entry of a matrix; of a large one those that are seen. */
export const Cells = memo((props: CellsProps): ReactNode => {
  const { shape, repeats } = props;
  const [rows, cols] = shape;
  if (rows * cols > MOST_CELLS) return <LargeCells {...props} />;
  const cellAt = cellsOf(props);
  const copies = copiesOf(props);
  return (
    <table>
      <tbody>
        {upTo(rows).map((row) => (
          <tr key={row}>
            {upTo(cols).map((col) => cellAt(row, col))}
            {repeats?.axis === 'columns' && copies.map((copyOf) => copyOf(row * cols))}
          </tr>
        ))}
        {repeats?.axis === 'rows' &&
          copies.map((copyOf, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: all copies are alike.
            <tr key={`copy ${i}`}>{upTo(cols).map(copyOf)}</tr>
          ))}
      </tbody>
    </table>
  );
});
