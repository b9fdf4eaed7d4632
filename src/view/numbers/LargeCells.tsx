import { type CSSProperties, type ReactNode, useMemo, useRef } from 'react';
import { type CellsProps, cellsOf } from './cell';
import { useWindow } from './useWindow';
import { longestOf, type Range } from './window';
import './large.css';

const indices = ({ from, to }: Range) => Array.from({ length: to - from }, (_, i) => from + i);

/** As long as so many cells side by side, with the gaps between them. */
const lengthOf = (count: number, cell: string) => `calc(${count} * (var(${cell}) + 2px) - 2px)`;

function Room({ columns }: { readonly columns: number }): ReactNode {
  return (
    columns > 0 && (
      <td className="room" role="presentation" style={{ minWidth: lengthOf(columns, '--cell') }} />
    )
  );
}

function RowsRoom({ rows }: { readonly rows: number }): ReactNode {
  return (
    rows > 0 && (
      <tbody aria-hidden="true">
        <tr>
          <td className="room" style={{ height: lengthOf(rows, '--row') }} />
        </tr>
      </tbody>
    )
  );
}

/**
 * A large matrix: only the entries near what is seen are in the document. Arrow down goes into it from its box, then
 * the arrows walk, and the box scrolls with them.
 */
export function LargeCells(props: CellsProps): ReactNode {
  const { shape, matrix, decimals } = props;
  const [rows, cols] = shape;
  const table = useRef<HTMLTableElement>(null);
  const range = useWindow(table, shape, props.isOwn);
  const data = matrix?.data;
  const longest = useMemo(() => (data ? longestOf(data, decimals) : 1), [data, decimals]);
  const cellAt = cellsOf(props, true);
  const style = { '--cell': `max(3.4rem, ${longest * 0.5 + 1}rem)` } as CSSProperties;
  return (
    <table
      ref={table}
      className="large"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked by key is a grid.
      role="grid"
      style={style}
      aria-label={`${props.spoken}, ${rows} by ${cols}`}
      aria-rowcount={rows}
      aria-colcount={cols}
      aria-readonly={!props.editable}
    >
      <RowsRoom rows={range.rows.from} />
      <tbody>
        {indices(range.rows).map((row) => (
          <tr key={row} aria-rowindex={row + 1}>
            <Room columns={range.cols.from} />
            {indices(range.cols).map((col) => cellAt(row, col))}
            <Room columns={cols - range.cols.to} />
          </tr>
        ))}
      </tbody>
      <RowsRoom rows={rows - range.rows.to} />
    </table>
  );
}
