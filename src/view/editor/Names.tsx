import { type ReactNode, useId, useState } from 'react';
import type { NameFact } from '../../compile/infer';
import { formatShape } from '../../engine';
import type { Fault, Result } from '../../problem';
import { useBackstep } from '../hooks';
import { namesIn, type Session } from './session';
import './names.css';

interface Props {
  readonly session: () => Session | undefined;
}

interface SizeProps {
  readonly label: string;
  readonly value: number;
  readonly onSet: (size: number) => void;
}

/** One size of a shape; taken with Enter or when the field is left. */
function Size({ label, value, onSet }: SizeProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft.trim() !== '' && Number(draft) !== value) onSet(Number(draft));
    setDraft(null);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      value={draft ?? value}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}

function whyOf({ name, shape, proposed, reason }: NameFact): string {
  const [rows, cols] = shape;
  const is = rows === 1 && cols === 1 ? 'a single number' : formatShape(shape);
  if (reason) return `${name} is ${is} because ${reason}`;
  return proposed ? `${name} can have another size; ${is} is a proposal` : '';
}

function Row({
  fact,
  session,
  onDone,
}: {
  readonly fact: NameFact;
  readonly session: Props['session'];
  readonly onDone: (result: Result<null>) => void;
}): ReactNode {
  const { name, group, shape } = fact;
  const [rows, cols] = shape;
  const set = (r: number, c: number) => {
    const result = session()?.setShape(name, r, c);
    if (result) onDone(result);
  };
  const isVector = (rows === 1) !== (cols === 1);
  const why = whyOf(fact);
  return (
    <li>
      <code>{name}</code>
      <select
        aria-label={`${name} is`}
        value={group}
        onChange={(event) => {
          const to = event.target.value === 'data' ? 'data' : 'parameters';
          const result = session()?.setGroup(name, to);
          if (result) onDone(result);
        }}
      >
        <option value="data">data</option>
        <option value="parameters">parameter</option>
      </select>
      <span className="name-shape">
        <Size label={`Rows of ${name}`} value={rows} onSet={(r) => set(r, cols)} />
        <span aria-hidden="true">×</span>
        <Size label={`Columns of ${name}`} value={cols} onSet={(c) => set(rows, c)} />
      </span>
      {isVector && (
        <button
          type="button"
          className="button plain turn"
          aria-label={`${name} ${cols === 1 ? 'as a row' : 'as a column'}`}
          onClick={() => set(cols, rows)}
        >
          {cols === 1 ? 'as a row' : 'as a column'}
        </button>
      )}
      {why && <span className="name-why">{why}</span>}
    </li>
  );
}

/** What the names stand for that no line defines. */
export function Names({ session }: Props): ReactNode {
  const title = useId();
  const [fault, setFault] = useState<Fault | null>(null);
  // Drawn with each problem; a selector would be asked while an edit is half done.
  const names = namesIn(useBackstep().store.getState());
  const onDone = (result: Result<null>) => setFault(result.ok ? null : result.fault);
  if (names.length === 0) return null;
  return (
    <section className="editor-names" aria-labelledby={title}>
      <h4 id={title}>Names</h4>
      {fault && (
        <p role="alert" className="name-refusal">
          {fault.error}.
        </p>
      )}
      <ul>
        {names.map((fact) => (
          <Row key={fact.name} fact={fact} session={session} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}
