import { type ReactNode, useId, useState } from 'react';
import { LOSSES, type Loss } from '../../problem';
import { Select } from '../controls/Select';
import { LOSS_LABELS, OVER_LABELS } from './names';
import { type PartProps, useArchitecture } from './props';

const OVERS: readonly Loss['over'][] = ['mean', 'sum', 'mean-all'];

function LearningRate(props: PartProps): ReactNode {
  const id = useId();
  const edit = useArchitecture(props);
  const { learningRate } = props.problem.optimizer;
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null) {
      edit({ kind: 'learning-rate', rate: draft.trim() === '' ? Number.NaN : Number(draft) });
    }
    setDraft(null);
  };
  return (
    <span className="setup-number">
      <label htmlFor={id}>Learning rate</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={draft ?? learningRate}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </span>
  );
}

export function LossChoices(props: PartProps): ReactNode {
  const edit = useArchitecture(props);
  const { loss } = props.problem.network;
  return (
    <section aria-label="Loss">
      <h3>Loss</h3>
      <div className="setup-line">
        <Select
          label="Loss"
          value={loss.kind}
          onChange={(value) => {
            const kind = LOSSES.find((each) => each === value);
            if (kind) edit({ kind: 'loss', loss: { kind } });
          }}
        >
          {LOSSES.map((kind) => (
            <option key={kind} value={kind}>
              {LOSS_LABELS[kind]}
            </option>
          ))}
        </Select>
        {loss.kind !== 'squared-error' && (
          <label className="setup-number">
            <input
              type="checkbox"
              className="setup-check"
              checked={loss.fromLogits}
              onChange={({ target }) =>
                edit({ kind: 'loss', loss: { fromLogits: target.checked } })
              }
            />
            takes logits
          </label>
        )}
      </div>
      <div className="setup-line">
        <Select
          label="Scaling"
          value={loss.over}
          onChange={(value) => {
            const over = OVERS.find((each) => each === value);
            if (over) edit({ kind: 'loss', loss: { over } });
          }}
        >
          {OVERS.map((over) => (
            <option key={over} value={over}>
              {OVER_LABELS[over]}
            </option>
          ))}
        </Select>
        <Select
          label="Factor"
          value={String(loss.scale)}
          onChange={(value) => edit({ kind: 'loss', loss: { scale: value === '0.5' ? 0.5 : 1 } })}
        >
          <option value="1">1</option>
          <option value="0.5">½</option>
        </Select>
      </div>
      <p className="setup-note">
        Scaling and factor change the arithmetic: the loss and every gradient are multiplied by
        them.
      </p>
      <div className="setup-line">
        <LearningRate {...props} />
      </div>
    </section>
  );
}
