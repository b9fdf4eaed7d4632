import type { ReactNode } from 'react';
import { formatNumber, quantityText } from '../../derive';
import { rootOf } from '../../engine';
import { aloneOf, beforeOf, currentStep, isKnown, lossOf } from '../../store';
import { useDecimals, usePrinting, useSelect } from '../hooks';
import './update.css';

/** After an edit: the loss as it was, and as it is; or that what is drawn is of one example alone. */
export function LossNow(): ReactNode {
  const shown = useSelect((state) => state.shown);
  const before = useSelect(beforeOf);
  const known = useSelect((state) =>
    Boolean(state.shown && isKnown(state, rootOf(state.shown.compiled.graph).id)),
  );
  const printing = usePrinting(shown);
  const decimals = useDecimals();
  const alone = useSelect(aloneOf);
  const isUpdate = useSelect((state) => currentStep(state)?.aspect === 'updated');
  if (alone !== undefined) {
    return (
      <p className="loss-now">
        {isUpdate ? 'Update of all examples' : `Example ${alone + 1}’s share`}
      </p>
    );
  }
  if (!shown || !before || !printing || !known) return null;
  const [old, now] = [lossOf(before), lossOf(shown)].map((loss) =>
    formatNumber(loss, { decimals }),
  );
  if (old === now) return null;
  return (
    <p className="loss-now" role="status">
      {`${quantityText(printing, rootOf(shown.compiled.graph).id)} `}
      <span className="sr-only">was</span> <s>{old}</s> <span className="sr-only">and is now</span>{' '}
      <strong>{now}</strong>
    </p>
  );
}
