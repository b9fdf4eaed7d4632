import { Fragment, type ReactNode } from 'react';
import { ACTIVATIONS, adviceFor, type Layer } from '../../problem';
import { Choice } from '../controls/Choice';
import { Icon, IconButton } from '../controls/icons';
import { ACTIVATION_LABELS, layerName } from './names';
import { type PartProps, useArchitecture } from './props';
import { Stepper } from './Stepper';

interface RowProps {
  readonly layer: Layer;
  /** From 1. */
  readonly l: number;
  readonly count: number;
  readonly edit: ReturnType<typeof useArchitecture>;
}

function LayerRow({ layer, l, count, edit }: RowProps): ReactNode {
  const name = layerName(l, count);
  const lower = name.toLowerCase();
  return (
    <li>
      <span className="layer-name">{name}</span>
      <Stepper
        name={`units of ${lower}`}
        value={layer.units}
        onChange={(units) => edit({ kind: 'units', layer: l, units })}
      />
      <Choice
        label={`Activation of ${lower}`}
        quiet
        className="layer-activation"
        value={layer.activation}
        options={ACTIVATIONS}
        labels={ACTIVATION_LABELS}
        onChoose={(activation) => edit({ kind: 'activation', layer: l, activation })}
      />
      <span className="layer-remove">
        <IconButton
          framed
          icon="close"
          name={`Remove ${lower}`}
          disabled={l === count}
          onClick={() => edit({ kind: 'remove-layer', layer: l })}
        />
      </span>
      <label className="bias">
        <input
          type="checkbox"
          className="setup-check"
          checked={layer.bias}
          onChange={({ target }) => edit({ kind: 'bias', layer: l, bias: target.checked })}
        />
        <span>
          bias <span className="sr-only">{`of ${lower}`}</span>
        </span>
      </label>
    </li>
  );
}

/** The layers from input to output, and what there is to say of the choices. */
export function Layers(props: PartProps): ReactNode {
  const { problem } = props;
  const edit = useArchitecture(props);
  const { inputs, layers } = problem.network;
  return (
    <section aria-label="Layers">
      <h3>Layers</h3>
      <ol className="layers">
        <li>
          <span className="layer-name">Input</span>
          <Stepper
            name="inputs"
            value={inputs}
            onChange={(units) => edit({ kind: 'units', layer: 0, units })}
          />
        </li>
        {layers.map((layer, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place.
          <Fragment key={i}>
            <li className="add">
              <button
                type="button"
                className="button plain"
                aria-label={`Add a layer before ${layerName(i + 1, layers.length).toLowerCase()}`}
                onClick={() => edit({ kind: 'add-layer', before: i + 1 })}
              >
                <Icon name="plus" /> layer
              </button>
            </li>
            <LayerRow layer={layer} l={i + 1} count={layers.length} edit={edit} />
          </Fragment>
        ))}
      </ol>
      <p className="setup-note">
        Weights that still fit are kept; new ones come from the seed below.
      </p>
      <ul className="advice" aria-label="Advice">
        {adviceFor(problem).map(({ usual, text }) => (
          <li key={text} data-unusual={usual ? undefined : ''}>
            <strong>{usual ? 'Usual. ' : 'Unusual. '}</strong>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
