import type { ReactNode } from 'react';
import { notations } from '../../derive';
import { NOTATIONS } from '../../problem';
import { Select } from '../controls/Select';
import { useBackstep, useSelect } from '../hooks';
import { mixing, mixOwn } from './mixing';
import './notation.css';

const OWN = 'own';

/** The handouts' notations, and one's own. */
export function NotationPicker(): ReactNode {
  const notation = useSelect((state) => state.problem?.notation);
  const isOwn = useSelect((state) => state.problem?.mixture !== undefined);
  const { actions, store } = useBackstep();
  return (
    <span className="notation-picker">
      <Select
        label="Notation"
        value={isOwn ? OWN : (notation ?? 'brackets-columns')}
        onChange={(value) => {
          const id = NOTATIONS.find((name) => name === value);
          if (id) actions.setNotation(id);
          else mixOwn(actions, store.getState());
        }}
      >
        {notations.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        <option value={OWN}>My own…</option>
      </Select>
      {isOwn && (
        <button
          type="button"
          className="button plain"
          onClick={() => mixing.setState({ isOpen: true })}
        >
          Mix…
        </button>
      )}
    </span>
  );
}
