import type { ReactNode } from 'react';
import { formatNumber } from '../../derive';
import { type CellsProps, cellsOf } from './cell';
import { LargeCells } from './LargeCells';
import { MOST_CELLS } from './window';

/** More copies of a bias than this say nothing more. */
const MOST_COPIES = 5;

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

interface CopiesProps {
  readonly of: number;
  readonly times: number;
  readonly decimals: number;
}

/** The same number under each further example, faint: how b is added to all columns. */
function Copies({ of, times, decimals }: CopiesProps): ReactNode {
  return upTo(Math.min(times, MOST_COPIES)).map((copy) => (
    <td key={`copy ${copy}`} className="cell copy" aria-hidden="true">
      {copy === MOST_COPIES - 1 && times > MOST_COPIES ? '…' : formatNumber(of, { decimals })}
    </td>
  ));
}

/** Each entry of a matrix; of a large one those that are seen. */
export function Cells(props: CellsProps): ReactNode {
  const { shape, matrix, repeats, decimals } = props;
  const [rows, cols] = shape;
  if (rows * cols > MOST_CELLS) return <LargeCells {...props} />;
  const cellAt = cellsOf(props);
  return (
    <table>
      <tbody>
        {upTo(rows).map((row) => (
          <tr key={row}>
            {upTo(cols).map((col) => cellAt(row, col))}
            {repeats?.axis === 'columns' && matrix && (
              <Copies of={matrix.data[row * cols] as number} times={repeats.times} {...props} />
            )}
          </tr>
        ))}
        {repeats?.axis === 'rows' &&
          matrix &&
          upTo(Math.min(repeats.times, MOST_COPIES)).map((copy) => (
            <tr key={`copy ${copy}`}>
              {upTo(cols).map((col) => (
                <td key={col} className="cell copy" aria-hidden="true">
                  {formatNumber(matrix.data[col] as number, { decimals })}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}
