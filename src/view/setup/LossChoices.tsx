import { type ReactNode, useId } from 'react';
import { LOSSES, type Loss } from '../../problem';
import { Choice } from '../controls/Choice';
import { LossFactor } from './LossFactor';
import { LossFormula } from './LossFormula';
import { LOSS_LABELS, OVER_LABELS } from './names';
import { type PartProps, useArchitecture } from './props';
import { numberOf, useDraft } from './useDraft';

const OVERS: readonly Loss['over'][] = ['mean', 'sum', 'mean-all'];

function LearningRate(props: PartProps): ReactNode {
  const id = useId();
  const edit = useArchitecture(props);
  const { learningRate } = props.problem.optimizer;
  const field = useDraft(learningRate, (text) =>
    edit({ kind: 'learning-rate', rate: numberOf(text) }),
  );
  return (
    <span className="setup-number">
      <label htmlFor={id}>Learning rate</label>
      <input id={id} inputMode="decimal" {...field} />
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
        <Choice
          label="Loss"
          value={loss.kind}
          options={LOSSES}
          labels={LOSS_LABELS}
          onChoose={(kind) => edit({ kind: 'loss', loss: { kind } })}
        />
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
        <Choice
          label="Scaling"
          value={loss.over}
          options={OVERS}
          labels={OVER_LABELS}
          onChoose={(over) => edit({ kind: 'loss', loss: { over } })}
        />
        <LossFactor loss={loss} onChange={(change) => edit({ kind: 'loss', loss: change })} />
      </div>
      <LossFormula />
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
