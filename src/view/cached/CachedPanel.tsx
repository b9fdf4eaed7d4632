import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import {
  type Kept,
  needsForGradient,
  needsForStep,
  type Printing,
  quantitySpoken,
  quantityTex,
  quantityText,
  type Step,
} from '../../derive';
import { formatShape, sizeOf } from '../../engine';
import { currentStep, stepsIn } from '../../store';
import { Select } from '../controls/Select';
import { useActions, usePrinting, useSelect } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import { preferences } from '../preferences';
import './cached.css';

interface SymbolProps {
  readonly id: string;
  readonly printing: Printing;
}

/** A quantity as a small label that lights up with it. */
function Mark({ id, printing }: SymbolProps): ReactNode {
  return (
    <span className="mark" data-quantity={id}>
      <InlineSymbol
        tex={quantityTex({ ...printing, link: false }, id)}
        text={quantityText(printing, id)}
      />
      <span className="sr-only">{quantitySpoken(printing, id)}</span>
    </span>
  );
}

function shapeOf(printing: Printing, id: string) {
  return printing.quantities.get(id)?.node.shape ?? ([1, 1] as const);
}

interface RowsProps {
  readonly kept: readonly Kept[];
  readonly printing: Printing;
  readonly caption: string;
}

function KeptTable({ kept, printing, caption }: RowsProps): ReactNode {
  const { goTo } = useActions();
  return (
    <table className="ledger kept">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">value</th>
          <th scope="col">shape</th>
          <th scope="col">needed because</th>
        </tr>
      </thead>
      <tbody>
        {kept.map(({ id, uses }) => (
          <tr key={id} data-quantity={id} data-use="reads">
            <th scope="row">
              <Mark id={id} printing={printing} />
            </th>
            <td>{formatShape(shapeOf(printing, id))}</td>
            <td>
              <ul className="uses">
                {uses.map(({ step, why }) => (
                  <li key={step.id}>
                    <button type="button" onClick={() => goTo(step.id)}>
                      {why}
                    </button>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ListProps {
  readonly title: string;
  readonly ids: readonly string[];
  readonly printing: Printing;
  readonly none: string;
}

function MarkList({ title, ids, printing, none }: ListProps): ReactNode {
  return (
    <div className="mark-list">
      <h4>{title}</h4>
      {ids.length === 0 && <p className="soft">{none}</p>}
      <p>
        {ids.map((id) => (
          <Mark key={id} id={id} printing={printing} />
        ))}
      </p>
    </div>
  );
}

function ForStep({ step, printing }: { readonly step: Step; readonly printing: Printing }) {
  const kept = needsForStep(step, printing);
  const name = quantityText(printing, step.writes);
  const nothing =
    step.phase === 'backward'
      ? `${name} needs nothing that the forward pass computed.`
      : 'The backward pass is what needs values again: go to one of its steps.';
  return (
    <section className="cached-part" aria-label="For this step">
      <h3>For this step, {name}</h3>
      {kept.length === 0 ? (
        <p className="soft">{nothing}</p>
      ) : (
        <KeptTable kept={kept} printing={printing} caption={`Needed for ${name}`} />
      )}
    </section>
  );
}

interface ForGradientProps {
  readonly steps: readonly Step[];
  readonly printing: Printing;
}

const count = (printing: Printing, ids: readonly string[]) =>
  ids.reduce((sum, id) => sum + sizeOf(shapeOf(printing, id)), 0);

function ForGradient({ steps, printing }: ForGradientProps): ReactNode {
  const gradients = steps.filter(({ aspect }) => aspect === 'gradient');
  const chosen = useStore(preferences, (state) => state.gradient);
  const own = gradients.find(({ writes }) => writes === chosen) ?? gradients.at(-1);
  const wanted = own?.writes ?? '';
  const needs = useMemo(() => needsForGradient(steps, wanted, printing), [steps, wanted, printing]);
  if (!own) return null;
  const kept = needs.cached.map(({ id }) => id);
  const computed = count(printing, [...kept, ...needs.droppable]);
  return (
    <section className="cached-part" aria-label="For a gradient">
      <h3>
        <Select
          label="For the gradient"
          value={wanted}
          onChange={(gradient) => preferences.setState({ gradient })}
        >
          {gradients.map(({ writes }) => (
            <option key={writes} value={writes}>
              {quantityText(printing, writes)}
            </option>
          ))}
        </Select>
        <span className="soft">
          {count(printing, kept)} of {computed} numbers have to be kept
        </span>
      </h3>
      <div className="cached-columns">
        <KeptTable kept={needs.cached} printing={printing} caption="Kept from the forward pass" />
        <div>
          <MarkList
            title="There anyway: data and parameters"
            ids={needs.given.map(({ id }) => id)}
            printing={printing}
            none="None is needed."
          />
          <MarkList
            title="Gradients on the way"
            ids={needs.gradients}
            printing={printing}
            none="None."
          />
          <MarkList
            title="Can be dropped after the forward pass"
            ids={needs.droppable}
            printing={printing}
            none="Nothing: all of it is needed again."
          />
        </div>
      </div>
    </section>
  );
}

export default function CachedPanel(): ReactNode {
  const shown = useSelect((state) => state.shown);
  const step = useSelect(currentStep);
  const steps = useSelect(stepsIn);
  const printing = usePrinting(shown);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows scroll it.
    <section className="panel sheet-panel cached" aria-label="Cached" tabIndex={0}>
      {printing && step && (
        <div className="cached-parts">
          <ForStep step={step} printing={printing} />
          <ForGradient steps={steps} printing={printing} />
        </div>
      )}
    </section>
  );
}
