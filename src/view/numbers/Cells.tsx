import { memo, type ReactNode } from 'react';
import { type ExampleAxis, formatNumber } from '../../derive';
import type { Matrix, Shape } from '../../engine';
import { Entry, type Refusal } from './Entry';
import { depthOf, largestOf, type Sign, signOf } from './tint';
import { valueWords } from './valueWords';

interface CellProps {
  readonly cell: string;
  readonly name: string;
  readonly text: string;
  readonly sign: Sign;
  readonly depth: number;
  readonly was: string | undefined;
  readonly aside: boolean;
}

/** The number before the edits of this step, small above the new one. */
function Was({ text }: { readonly text: string | undefined }): ReactNode {
  if (text === undefined) return null;
  return (
    <s className="was" aria-hidden="true">
      {text}
    </s>
  );
}

const Cell = memo(({ cell, name, text, sign, depth, was, aside }: CellProps): ReactNode => {
  const style = { '--depth': depth } as React.CSSProperties;
  return (
    <td
      className="cell"
      data-cell={cell}
      data-sign={sign}
      data-aside={aside || undefined}
      data-changed={was === undefined ? undefined : ''}
      style={style}
      aria-label={name}
    >
      <Was text={was} />
      {text}
    </td>
  );
});

export interface CellsProps {
  readonly id: string;
  readonly shape: Shape;
  /** Undefined as long as it is not computed. */
  readonly matrix: Matrix | undefined;
  /** What it was before the edits of this step. */
  readonly before: Matrix | undefined;
  /** The side along which examples lie, and the one that is looked at alone. */
  readonly alone: { readonly axis: ExampleAxis; readonly example: number } | undefined;
  /** A bias is the same for each example: so often it is repeated, and along which side. */
  readonly repeats: { readonly axis: ExampleAxis; readonly times: number } | undefined;
  readonly decimals: number;
  readonly editable: boolean;
  readonly refused: string | null;
  readonly onRefuse: (refusal: Refusal | null) => void;
}

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

export function Cells(props: CellsProps): ReactNode {
  const { id, shape, matrix, before, alone, repeats, decimals, editable, refused, onRefuse } =
    props;
  const [rows, cols] = shape;
  const largest = matrix ? largestOf(matrix) : 0;

  const cellAt = (row: number, col: number): ReactNode => {
    const cell = `${id}[${row},${col}]`;
    const aside = alone !== undefined && alone.example !== (alone.axis === 'columns' ? col : row);
    if (!matrix) {
      return (
        <td
          key={col}
          className="cell unknown"
          data-aside={aside || undefined}
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
    const old = before && formatNumber(before.data[row * cols + col] as number, { decimals });
    const was = old === text ? undefined : old;
    if (!editable) {
      const name = `${cell}${was === undefined ? '' : `, was ${was},`} = ${valueWords(value)}`;
      return <Cell key={col} {...{ cell, name, text, was, aside }} {...look} />;
    }
    return (
      <td key={col} data-aside={aside || undefined}>
        <Was text={was} />
        <Entry
          was={was}
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
