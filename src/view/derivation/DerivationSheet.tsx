import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type Printing, quantityText } from '../../derive';
import {
  derivationAlign,
  derivationOf,
  hasKnown,
  singleIn,
  walkOf,
} from '../../derive/derivations';
import { type Shown, stepsIn, subjectOf } from '../../store';
import { Select } from '../controls/Select';
import { useDigitsFor } from '../depth/digits';
import { copyText } from '../export/clipboard';
import { useActions, useBackstep, useSelect } from '../hooks';
import { Lines } from './Lines';
import { beginnings, cellOf, targetOf, targetsIn } from './target';
import './derivation.css';

interface Props {
  readonly shown: Shown;
  readonly printing: Printing;
  readonly decimals: number;
}

/** The gradient of the step, or of what is chosen at it: a link and a reload give it back. */
function useTarget(printing: Printing) {
  const { store } = useBackstep();
  const { select } = useActions();
  const target = useSelect(targetOf);
  const targets = targetsIn(useSelect(stepsIn));
  const choose = (id: string) => {
    const [rows, cols] = printing.quantities.get(id)?.node.shape ?? [1, 1];
    const { row, col } = subjectOf(store.getState()) ?? { row: 0, col: 0 };
    select(id, Math.min(row, rows - 1), Math.min(col, cols - 1));
  };
  return { targets, target, choose };
}

/** The entry of the target that is chosen; the same object as long as the same is meant. */
function useCell(target: string | undefined) {
  const key = useSelect((state) => {
    const cell = cellOf(state, target);
    return cell ? `${cell.row},${cell.col}` : '';
  });
  return useMemo(() => {
    const [row, col] = key.split(',').map(Number);
    return row === undefined || col === undefined ? undefined : { row, col };
  }, [key]);
}

/** A gradient line by line, each with its reason. */
export default function DerivationSheet({ shown, printing, ...props }: Props): ReactNode {
  const { targets, target, choose } = useTarget(printing);
  const detail = useSelect((state) => state.settings.detail);
  const { compiled, snapshot } = shown;
  const walk = useMemo(() => walkOf(compiled, detail), [compiled, detail]);
  const beginning = useStore(beginnings, (state) => state.beginning);
  const derivation = useMemo(
    () => (target === undefined ? null : derivationOf(walk, target, beginning)),
    [walk, target, beginning],
  );
  const cell = useCell(target);
  // A single number has as many digits as its own sheet gives it.
  const decimals = useDigitsFor(derivation ? singleIn(snapshot, derivation) : 0, props.decimals);
  // How many lines are uncovered, of which derivation; all of any other.
  const [uncovered, setUncovered] = useState<{ of: string; count: number } | null>(null);
  if (!derivation || target === undefined) return <p className="soft">Nothing has a gradient.</p>;
  const key = `${target} ${beginning}`;
  const all = derivation.lines.length;
  const count = uncovered?.of === key ? Math.min(uncovered.count, all) : all;
  const uncover = (next: number) => setUncovered({ of: key, count: next });
  const name = (id: string) =>
    quantityText(printing, printing.quantities.get(id)?.node.gradientId ?? id);
  return (
    <div className="derivation" data-phase="backward">
      <div className="derivation-head">
        <Select label="Derive" value={target} onChange={choose}>
          {targets.map((id) => (
            <option key={id} value={id}>
              {name(id)}
            </option>
          ))}
        </Select>
        {hasKnown(walk, target) && (
          <label className="from-known">
            <input
              type="checkbox"
              checked={beginning === 'known'}
              onChange={({ target: { checked } }) =>
                beginnings.setState({ beginning: checked ? 'known' : 'loss' })
              }
            />
            Use known gradients
          </label>
        )}
        <button
          type="button"
          className="button"
          onClick={() =>
            void copyText(derivationAlign(derivation, printing, snapshot, { decimals }), 'LaTeX')
          }
        >
          Copy as LaTeX
        </button>
      </div>
      <Lines {...{ derivation, printing, snapshot, decimals, count, cell }} />
      <p className="derivation-foot">
        {count < all ? (
          <>
            <button type="button" className="button" onClick={() => uncover(count + 1)}>
              Next line
            </button>
            <button type="button" className="button plain" onClick={() => uncover(all)}>
              All lines
            </button>
            <span className="soft">{`${count} of ${all}`}</span>
          </>
        ) : (
          <button type="button" className="button" onClick={() => uncover(1)}>
            One line at a time
          </button>
        )}
      </p>
    </div>
  );
}
