import { type ReactNode, useId } from 'react';
import { DEPTHS, type Depth } from '../../store';
import { useActions, useSelect } from '../hooks';
import './depth-control.css';

const LABELS: Readonly<Record<Depth, string>> = {
  layer: 'Layer',
  entry: 'Entry',
  path: 'Path',
  derivation: 'Derivation',
};
const HINTS: Readonly<Record<Depth, string>> = {
  layer: 'The whole matrices of the step',
  entry: 'One entry: its sum, with its numbers',
  path: 'The ways from one entry to the loss',
  derivation: 'A gradient line by line, as on paper',
};

/** How deep the sheet looks. */
export function DepthControl(): ReactNode {
  const depth = useSelect((state) => state.depth);
  const { setDepth } = useActions();
  const name = useId();
  return (
    <fieldset className="depths">
      <legend className="sr-only">Depth</legend>
      {DEPTHS.map((each) => (
        <label key={each} title={HINTS[each]}>
          <input
            type="radio"
            name={name}
            checked={each === depth}
            onChange={() => setDepth(each)}
          />
          <span>{LABELS[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
