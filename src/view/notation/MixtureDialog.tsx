import { type ReactNode, useEffect, useRef } from 'react';
import { MIXTURE_PARTS, type Mixture, mixtureOf, notationOf } from '../../derive';
import type { Loss } from '../../problem';
import { CloseButton } from '../controls/icons';
import { Select } from '../controls/Select';
import { useActions, useSelect } from '../hooks';
import { LossFactor } from '../setup/LossFactor';
import { OVER_LABELS } from '../setup/names';
import { useNetworkChanges } from '../setup/useNetworkChanges';
import { mixing } from './mixing';
import './notation.css';

type Part = keyof Mixture;
const PARTS = Object.keys(MIXTURE_PARTS) as readonly Part[];

function Letters(): ReactNode {
  const problem = useSelect((state) => state.problem);
  const { setMixture } = useActions();
  if (!problem) return null;
  const mixture = problem.mixture ?? mixtureOf(notationOf(problem.notation));
  return (
    <fieldset>
      <legend>Letters and signs</legend>
      <p className="soft">They change how it is written, and no number.</p>
      {PARTS.map((part) => (
        <Select
          key={part}
          label={MIXTURE_PARTS[part].label}
          value={mixture[part]}
          onChange={(value) => setMixture({ ...mixture, [part]: value })}
        >
          {Object.entries(MIXTURE_PARTS[part].options).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      ))}
    </fieldset>
  );
}

function Arithmetic(): ReactNode {
  const problem = useSelect((state) => state.problem);
  const { changeArchitecture } = useNetworkChanges();
  if (problem?.kind !== 'network') return null;
  const { loss } = problem.network;
  const set = (change: Partial<Loss>) =>
    changeArchitecture({ kind: 'loss', loss: change }, { kind: 'readable', seed: 1 });
  return (
    <fieldset className="arithmetic">
      <legend>Arithmetic</legend>
      <p>
        <strong>These change the numbers:</strong> the loss and every gradient. Undo takes them
        back.
      </p>
      <Select
        label="Loss is the"
        value={loss.over}
        onChange={(value) => set({ over: value as Loss['over'] })}
      >
        {Object.entries(OVER_LABELS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <LossFactor loss={loss} onChange={set} />
    </fieldset>
  );
}

const close = () => mixing.setState({ isOpen: false });

/** One's own notation. It is no modal: the page behind shows at once what a choice does. */
export default function MixtureDialog(): ReactNode {
  const panel = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    panel.current?.querySelector('select')?.focus();
  }, []);
  return (
    <dialog
      ref={panel}
      open
      className="mixture"
      aria-label="My own notation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <div className="mixture-head">
        <h2>My own notation</h2>
        <CloseButton onClick={close} />
      </div>
      <Letters />
      <Arithmetic />
    </dialog>
  );
}
