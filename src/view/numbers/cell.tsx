import type { ReactNode } from 'react';
import { type ExampleAxis, formatNumber } from '../../derive';
import { entryName, type Matrix, type Shape } from '../../engine';
import { Entry, type Refusal } from './Entry';
import { placeWords } from './placeWords';
import { depthOf, largestOf, type Sign, signOf } from './tint';
import { valueWords } from './valueWords';

/** What some cells have besides: in a large matrix the place for screen readers, on hover the exact number or why none. */
interface Indexed {
  readonly tabIndex?: number;
  readonly title?: string;
  readonly 'aria-colindex'?: number;
}

interface CellProps {
  readonly col: number;
  readonly cell: string;
  readonly name: string;
  /** Undefined as long as it is not computed. */
  readonly text: string | undefined;
  readonly sign?: Sign;
  readonly depth?: number;
  readonly was: string | undefined;
  /** Of a sum over all examples: what the one that is looked at alone adds. */
  readonly share: string | undefined;
  readonly aside: boolean;
  /** Of a large matrix: its column from 1, and the exact number; the latter of what is no number too. */
  readonly index: number | undefined;
  readonly exact: string | undefined;
}

/** The number before the edits of this step, small above the new one. */
const crossedOut = (text: string | undefined): ReactNode =>
  text !== undefined && (
    <s className="was" aria-hidden="true">
      {text}
    </s>
  );

const small = (was: string | undefined, share: string | undefined): ReactNode =>
  was === undefined && share !== undefined ? (
    <small className="share" aria-hidden="true">
      {share}
    </small>
  ) : (
    crossedOut(was)
  );

const indexed = (index: number | undefined, exact: string | undefined): Indexed => ({
  ...(index !== undefined && { 'aria-colindex': index, tabIndex: -1 }),
  ...(exact !== undefined && { title: exact }),
});

/** No component of its own: there are some hundred of them, and an edit changes most. */
function cellOf(props: CellProps): ReactNode {
  const { col, cell, name, text, sign, depth, was, share, aside, index, exact } = props;
  const style = { '--depth': depth } as React.CSSProperties;
  return (
    <td
      key={col}
      className={text === undefined ? 'cell unknown' : 'cell'}
      data-cell={cell}
      data-sign={sign}
      data-aside={aside || undefined}
      data-changed={was === undefined ? undefined : ''}
      data-share={share === undefined ? undefined : ''}
      style={style}
      aria-label={name}
      {...indexed(index, exact)}
    >
      {small(was, share)}
      {text ?? '?'}
    </td>
  );
}

export interface CellsProps {
  readonly id: string;
  readonly shape: Shape;
  /** What it is called aloud. */
  readonly spoken: string;
  /** Undefined as long as it is not computed. */
  readonly matrix: Matrix | undefined;
  /** What it was before the edits of this step. */
  readonly before: Matrix | undefined;
  /** What the example that is looked at alone adds to these sums. */
  readonly share: Matrix | undefined;
  /** The side along which examples lie, and the one that is looked at alone. */
  readonly alone: { readonly axis: ExampleAxis; readonly example: number } | undefined;
  /** A bias is the same for each example: so often it is repeated, and along which side. */
  readonly repeats: { readonly axis: ExampleAxis; readonly times: number } | undefined;
  readonly decimals: number;
  /** Of a large matrix: what the step reads or writes stands first, and is seen. */
  readonly isOwn: boolean;
  readonly editable: boolean;
  readonly refused: string | null;
  /** Of numbers that are none: where they come from. */
  readonly why: string | undefined;
  readonly onRefuse: (refusal: Refusal | null) => void;
}

/** Draws the entries of a matrix one by one; `isLarge` where not all of them are drawn. */
export function cellsOf(props: CellsProps, isLarge = false) {
  const { id, shape, spoken, matrix, before, share, alone, decimals } = props;
  const { editable, refused, why, onRefuse } = props;
  const cols = shape[1];
  const largest = matrix ? largestOf(matrix) : 0;

  return (row: number, col: number): ReactNode => {
    const cell = entryName(id, row, col);
    const place = placeWords(spoken, row, col);
    const aside = alone !== undefined && alone.example !== (alone.axis === 'columns' ? col : row);
    const index = isLarge ? col + 1 : undefined;
    if (!matrix) {
      const name = `${place}, not computed yet`;
      const none = { text: undefined, was: undefined, share: undefined, exact: undefined };
      return cellOf({ col, cell, name, aside, index, ...none });
    }
    const value = matrix.data[row * cols + col] as number;
    const text = formatNumber(value, { decimals });
    const look = { sign: signOf(value), depth: depthOf(value, largest) };
    const old = before && formatNumber(before.data[row * cols + col] as number, { decimals });
    const was = old === text ? undefined : old;
    const words = valueWords(value, why);
    const exact = isLarge || !Number.isFinite(value) ? words : undefined;
    if (!editable) {
      const part = share && formatNumber(share.data[row * cols + col] as number, { decimals });
      const told = was === undefined ? '' : `, was ${was},`;
      const of = part === undefined ? '' : `, of this example ${part},`;
      const name = `${place}${told}${of} = ${words}`;
      return cellOf({ col, cell, name, text, was, share: part, aside, index, exact, ...look });
    }
    return (
      <td
        key={col}
        data-aside={aside || undefined}
        data-changed={was === undefined ? undefined : ''}
        title={exact}
        aria-colindex={index}
      >
        {crossedOut(was)}
        <Entry
          was={was}
          name={id}
          place={place}
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
}
