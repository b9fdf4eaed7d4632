import { memo, type ReactNode } from 'react';
import { formatNumber } from '../../derive';
import type { Matrix, Shape } from '../../engine';
import { Entry, type Refusal } from './Entry';
import { depthOf, largestOf, type Sign, signOf } from './tint';

interface CellProps {
  readonly cell: string;
  readonly name: string;
  readonly text: string;
  readonly sign: Sign;
  readonly depth: number;
}

const Cell = memo(({ cell, name, text, sign, depth }: CellProps): ReactNode => {
  const style = { '--depth': depth } as React.CSSProperties;
  return (
    <td className="cell" data-cell={cell} data-sign={sign} style={style} aria-label={name}>
      {text}
    </td>
  );
});

export interface CellsProps {
  readonly id: string;
  readonly shape: Shape;
  /** Undefined as long as it is not computed. */
  readonly matrix: Matrix | undefined;
  readonly decimals: number;
  readonly editable: boolean;
  readonly refused: string | null;
  readonly onRefuse: (refusal: Refusal | null) => void;
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

export function Cells(props: CellsProps): ReactNode {
  const { id, shape, matrix, decimals, editable, refused, onRefuse } = props;
  const [rows, cols] = shape;
  const largest = matrix ? largestOf(matrix) : 0;

  const cellAt = (row: number, col: number): ReactNode => {
    const cell = `${id}[${row},${col}]`;
    if (!matrix) {
      return (
        <td
          key={col}
          className="cell unknown"
          data-cell={cell}
          aria-label={`${cell}, not computed yet`}
        >
          ?
        </td>
      );
    }
    const value = matrix.data[row * cols + col] as number;
    const text = formatNumber(value, { decimals });
    const look = { sign: signOf(value), depth: depthOf(value, largest) };
    if (!editable) {
      return <Cell key={col} cell={cell} name={`${cell} = ${value}`} text={text} {...look} />;
    }
    return (
      <td key={col}>
        <Entry
          name={id}
          row={row}
          col={col}
          value={value}
          short={text}
          refused={refused === cell}
          onRefuse={onRefuse}
          {...look}
        />
      </td>
    );
  };

  return (
    <table>
      <tbody>
        {upTo(rows).map((row) => (
          <tr key={row}>{upTo(cols).map((col) => cellAt(row, col))}</tr>
        ))}
      </tbody>
    </table>
  );
}
