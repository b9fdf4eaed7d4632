import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { entrySpoken, entryTex } from '../../derive/depths';
import type { Subject } from '../../store';
import { useActions } from '../hooks';
import { Formula } from '../math/Formula';
import { inlineTex } from '../math/inlineTex';
import { describe } from './describe';
import type { EntryProps } from './useSubject';

interface FieldProps {
  readonly label: string;
  readonly index: number;
  readonly count: number;
  readonly onChange: (index: number) => void;
}

/** Counted from 1, as on paper. What is no place is forgotten when the field is left. */
export function IndexField({ label, index, count, onChange }: FieldProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  if (count === 1) return null;
  const take = (text: string) => {
    const next = Number(text) - 1;
    const isPlace = Number.isInteger(next) && next >= 0 && next < count;
    setTyped(isPlace ? null : text);
    if (isPlace) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') setTyped(null);
  };
  return (
    <span className="index-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={1}
        max={count}
        value={typed ?? index + 1}
        onChange={({ target }) => take(target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
      />
      <span className="soft">of {count}</span>
    </span>
  );
}

interface Props extends EntryProps {
  readonly subject: Subject;
}

/** Which entry the sheet is about, and a choice of another. */
export function EntryHead({ subject, shown, printing }: Props): ReactNode {
  const { select } = useActions();
  const { quantity, row, col } = subject;
  const [rows, cols] = quantity.node.shape;
  const name = { id: quantity.id, row, col };
  const plain = inlineTex(entryTex({ ...printing, link: false }, name));
  const spoken = entrySpoken(printing, name);
  return (
    <>
      <h2 className="step-title" tabIndex={-1} aria-live="polite">
        <Formula
          tex={`\\htmlData{quantity=${quantity.id}}{${plain}}`}
          spoken={spoken}
          nameOf={() => spoken}
          height={1.3}
        />{' '}
        <span>{describe(subject, shown.problem, shown.compiled.graph)}</span>
      </h2>
      {rows * cols > 1 && (
        <p className="index-fields">
          <IndexField
            label="Row"
            index={row}
            count={rows}
            onChange={(next) => select(quantity.id, next, col)}
          />
          <IndexField
            label="Column"
            index={col}
            count={cols}
            onChange={(next) => select(quantity.id, row, next)}
          />
        </p>
      )}
    </>
  );
}
