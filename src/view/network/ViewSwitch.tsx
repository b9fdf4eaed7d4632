import { type ReactNode, useId } from 'react';
import { VIEWS, type View } from '../../store';
import { useActions, useSelect } from '../hooks';
import '../depth/depth-control.css';

const LABELS: Readonly<Record<View, string>> = { layers: 'Layers', graph: 'Graph' };
const HINTS: Readonly<Record<View, string>> = {
  layers: 'Units and weights, layer by layer',
  graph: 'Operations as nodes, with what flows between them',
};

/** Whether a network is drawn by its layers or by its operations. */
export function ViewSwitch(): ReactNode {
  const view = useSelect((state) => state.settings.view);
  const { setView } = useActions();
  const name = useId();
  return (
    <fieldset className="depths view-switch">
      <legend className="sr-only">Drawn as</legend>
      {VIEWS.map((each) => (
        <label key={each} title={HINTS[each]}>
          <input type="radio" name={name} checked={each === view} onChange={() => setView(each)} />
          <span>{LABELS[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
