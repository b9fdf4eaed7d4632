import { type ReactNode, useCallback } from 'react';
import { quantitySpoken, ruleSpoken } from '../../derive';
import { stepsIn } from '../../store';
import { ruleLine } from '../equation/lines';
import { useFit } from '../equation/useFit';
import { usePrinting, useSelect } from '../hooks';
import { Formula } from '../math/Formula';
import { useTypesetter } from '../math/typeset';
import './weights.css';

/** What was chosen, as the notation writes it: the rule of the step that computes the loss. */
export function LossFormula(): ReactNode {
  const shown = useSelect((state) => state.shown);
  const step = useSelect(stepsIn).find(({ phase }) => phase === 'loss');
  const printing = usePrinting(shown);
  const ready = useTypesetter();
  const tex = step && printing ? ruleLine(step, { ...printing, link: false }) : '';
  const panel = useFit([tex, ready], null);
  const nameOf = useCallback(
    (id: string) => (printing ? quantitySpoken(printing, id) : id),
    [printing],
  );
  if (!step || !printing) return null;
  return (
    <dl className="loss-formula" ref={panel}>
      <dt className="sr-only">The loss as a formula</dt>
      <dd className="fit">
        <Formula tex={tex} spoken={ruleSpoken(step, printing)} nameOf={nameOf} height={2.4} />
      </dd>
    </dl>
  );
}
