import { type ReactNode, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { INITIALISERS, type Seeded } from '../../problem';
import { Choice } from '../controls/Choice';
import { INITIALISER_LABELS, INITIALISER_WORDS } from './names';
import { setup } from './open';
import type { PartProps } from './props';
import { numberOf, useDraft } from './useDraft';
import { useNetworkChanges } from './useNetworkChanges';
import { WeightFields } from './WeightFields';

const MOST = 2 ** 31;
const NO_SEED = {
  ok: false,
  fault: { error: 'A seed is a whole number below 2 147 483 648', where: 'weights' },
} as const;

/** Where new numbers come from. Pressed again it takes the next seed, so that there is something new. */
export function Weights(props: PartProps): ReactNode {
  const { onDone } = props;
  const id = useId();
  const seeded = useStore(setup, (state) => state.seeded);
  const { changeArchitecture } = useNetworkChanges();
  const applied = useRef<Seeded | null>(null);
  const choose = (change: Partial<Seeded>) => setup.setState({ seeded: { ...seeded, ...change } });

  const field = useDraft(seeded.seed, (text) => {
    const seed = numberOf(text);
    const isSeed = Number.isInteger(seed) && Math.abs(seed) < MOST;
    if (isSeed) choose({ seed });
    onDone(isSeed ? { ok: true, value: null } : NO_SEED);
  });
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
        <Choice
          label="New ones are"
          value={seeded.kind}
          options={INITIALISERS}
          labels={INITIALISER_LABELS}
          onChoose={(kind) => choose({ kind })}
        />
        <span className="setup-number">
          <label htmlFor={id}>Seed</label>
          <input id={id} inputMode="numeric" {...field} />
        </span>
        <button type="button" className="button" onClick={renew}>
          New weights
        </button>
      </div>
      <p className="setup-note">
        {INITIALISER_WORDS[seeded.kind]}{' '}
        {seeded.kind !== 'zeros' && 'The same seed gives the same numbers.'}
      </p>
      <WeightFields {...props} />
    </section>
  );
}
