import { type ReactNode, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { INITIALISERS, type Seeded } from '../../problem';
import { Select } from '../controls/Select';
import { useActions } from '../hooks';
import { INITIALISER_LABELS, INITIALISER_WORDS } from './names';
import { setup } from './open';
import type { PartProps } from './props';

const MOST = 2 ** 31;

/** Where new numbers come from. Pressed again it takes the next seed, so that there is something new. */
export function Weights({ onDone }: PartProps): ReactNode {
  const id = useId();
  const seeded = useStore(setup, (state) => state.seeded);
  const { changeArchitecture } = useActions();
  const [draft, setDraft] = useState<string | null>(null);
  const applied = useRef<Seeded | null>(null);
  const choose = (change: Partial<Seeded>) => setup.setState({ seeded: { ...seeded, ...change } });

  const commit = () => {
    const seed = Number(draft);
    const isSeed = draft?.trim() !== '' && Number.isInteger(seed) && Math.abs(seed) < MOST;
    if (draft !== null && isSeed) choose({ seed });
    setDraft(null);
  };
  const renew = () => {
    const next =
      applied.current === seeded && seeded.kind !== 'zeros'
        ? { ...seeded, seed: seeded.seed + 1 }
        : seeded;
    setup.setState({ seeded: next });
    applied.current = next;
    onDone(changeArchitecture({ kind: 'initialise' }, next));
  };

  return (
    <section aria-label="Weights">
      <h3>Weights</h3>
      <div className="setup-line">
        <Select
          label="New ones are"
          value={seeded.kind}
          onChange={(value) => {
            const kind = INITIALISERS.find((each) => each === value);
            if (kind) choose({ kind });
          }}
        >
          {INITIALISERS.map((kind) => (
            <option key={kind} value={kind}>
              {INITIALISER_LABELS[kind]}
            </option>
          ))}
        </Select>
        <span className="setup-number">
          <label htmlFor={id}>Seed</label>
          <input
            id={id}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={draft ?? seeded.seed}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit();
            }}
          />
        </span>
        <button type="button" className="button" onClick={renew}>
          New weights
        </button>
      </div>
      <p className="setup-note">
        {INITIALISER_WORDS[seeded.kind]}{' '}
        {seeded.kind !== 'zeros' && 'The same seed gives the same numbers.'}
      </p>
    </section>
  );
}
