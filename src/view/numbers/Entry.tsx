import { memo, type ReactNode } from 'react';
import { entryName } from '../../engine';
import { NUMBER_INPUT, useNumberField } from '../edit/useNumberField';
import type { Sign } from './tint';

/** An edit that was refused: why, and where to say so. */
export interface Refusal {
  readonly cell: string;
  readonly why: string;
}

export const REFUSAL_ID = 'entry-refused';

interface Props {
  readonly name: string;
  readonly row: number;
  readonly col: number;
  /** What it is called aloud: of which matrix, and where in it. */
  readonly place: string;
  readonly value: number;
  readonly short: string;
  readonly sign: Sign;
  readonly depth: number;
  readonly refused: boolean;
  /** What stood here before the edits of this step, where it was another number. */
  readonly was: string | undefined;
  readonly onRefuse: (refusal: Refusal | null) => void;
}

function Field(props: Props): ReactNode {
  const { name, row, col, place, value, short, sign, depth, refused, was, onRefuse } = props;
  const cell = entryName(name, row, col);
  const { draft, full, handlers } = useNumberField({
    name,
    row,
    col,
    value,
    onRefuse: (why) => {
      if (why !== null || refused) onRefuse(why === null ? null : { cell, why });
    },
  });
  const text = draft ?? short;
  return (
    <>
      <input
        {...NUMBER_INPUT}
        className="cell"
        data-cell={cell}
        data-sign={sign}
        style={{ '--depth': depth } as React.CSSProperties}
        aria-label={`${place}${was === undefined ? '' : `, was ${was},`} = ${full}`}
        data-changed={was === undefined ? undefined : ''}
        aria-invalid={refused || undefined}
        aria-describedby={refused ? REFUSAL_ID : undefined}
        size={Math.max(short.length, 3)}
        value={text}
        {...handlers}
      />
      {/* The text of a field has a clip of its own, which costs a frame more than all the rest of a cell. */}
      <span className="at-rest" aria-hidden="true">
        {text}
      </span>
    </>
  );
}

/**
 * One number that can be edited in place: short when at rest, in full when it has the focus. At rest its digits are
 * drawn over the field.
 */
export const Entry = memo(Field);
