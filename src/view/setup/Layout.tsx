import type { ReactNode } from 'react';
import { Select } from '../controls/Select';
import { type PartProps, useArchitecture } from './props';

/** How the same numbers are laid out; nothing else changes. */
export function Layout(props: PartProps): ReactNode {
  const edit = useArchitecture(props);
  const { examples, weights } = props.problem.network;
  return (
    <section aria-label="Layout">
      <h3>Layout</h3>
      <div className="setup-line">
        <Select
          label="Examples are"
          value={examples}
          onChange={(value) =>
            edit({ kind: 'examples', examples: value === 'rows' ? 'rows' : 'columns' })
          }
        >
          <option value="columns">columns</option>
          <option value="rows">rows</option>
        </Select>
        <Select
          label="W is"
          value={weights}
          onChange={(value) =>
            edit({ kind: 'weights', weights: value === 'in-out' ? 'in-out' : 'out-in' })
          }
        >
          <option value="out-in">units × inputs</option>
          <option value="in-out">inputs × units</option>
        </Select>
      </div>
      <p className="setup-note">The matrices are turned; the arithmetic stays the same.</p>
    </section>
  );
}
