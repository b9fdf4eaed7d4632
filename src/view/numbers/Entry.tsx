import { type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react';
import { useActions } from '../hooks';
import { parseEntry } from './parse';
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
  readonly value: number;
  readonly short: string;
  readonly sign: Sign;
  readonly depth: number;
  readonly refused: boolean;
  readonly onRefuse: (refusal: Refusal | null) => void;
}

function Field(props: Props): ReactNode {
  const { name, row, col, value, short, sign, depth, refused, onRefuse } = props;
  const { editEntry } = useActions();
  const cell = `${name}[${row},${col}]`;
  const full = Object.is(value, -0) ? '-0' : String(value);
  /** Null while nobody types here. */
  const [draft, setDraft] = useState<string | null>(null);
  /** What was taken last, until the numbers that follow from it have come. */
  const latest = useRef(full);
  if (draft === null) latest.current = full;

  const commit = (): string => {
    const text = draft ?? latest.current;
    if (text === latest.current) return text;
    const entered = parseEntry(text, Number(latest.current));
    if (!entered.ok) {
      onRefuse({ cell, why: entered.why });
      return latest.current;
    }
    const edited = editEntry(name, row, col, entered.value);
    onRefuse(edited.ok ? null : { cell, why: `${edited.fault.error}. ${latest.current} stays.` });
    if (edited.ok) latest.current = Object.is(entered.value, -0) ? '-0' : String(entered.value);
    return latest.current;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { currentTarget } = event;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') onRefuse(null);
    setDraft(event.key === 'Enter' ? commit() : latest.current);
    requestAnimationFrame(() => currentTarget.select());
  };

  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      className="cell"
      data-cell={cell}
      data-sign={sign}
      style={{ '--depth': depth } as React.CSSProperties}
      aria-label={`${cell} = ${full}`}
      aria-invalid={refused || undefined}
      aria-describedby={refused ? REFUSAL_ID : undefined}
      size={Math.max(short.length, 3)}
      value={draft ?? short}
      onFocus={(event) => {
        const { currentTarget } = event;
        setDraft(full);
        requestAnimationFrame(() => currentTarget.select());
      }}
      onChange={(event) => {
        if (refused) onRefuse(null);
        setDraft(event.target.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        commit();
        setDraft(null);
      }}
    />
  );
}

/** One number that can be edited in place: short when at rest, in full when it has the focus. */
export const Entry = memo(Field);
