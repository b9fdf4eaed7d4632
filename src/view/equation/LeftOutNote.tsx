import { type ReactNode, useMemo } from 'react';
import {
  leftOut,
  type NumberFormat,
  type Printing,
  quantitySpoken,
  quantityTex,
  quantityText,
  type Step,
} from '../../derive';
import { aloneOf } from '../../store';
import { useSelect } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import { preferences } from '../preferences';
import './left-out.css';

/** The card of a quantity, with all its numbers. */
function goToCard(id: string): void {
  preferences.setState({ tab: 'Numbers' });
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(
      `.card[data-quantity="${CSS.escape(id)}"] .card-body`,
    );
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    card?.focus({ preventScroll: true });
  });
}

interface Props {
  readonly step: Step;
  readonly printing: Printing;
  readonly decimals: number;
  readonly most: NumberFormat['most'];
}

/** How many numbers of large matrices the row leaves out, and where they are. */
export function LeftOutNote({ step, printing, decimals, most }: Props): ReactNode {
  const alone = useSelect(aloneOf);
  const parts = useMemo(
    () => leftOut(step, printing, { decimals, alone, most }),
    [step, printing, decimals, alone, most],
  );
  if (parts.length === 0) return null;
  const plain = { ...printing, link: false };
  return (
    <p className="left-out">
      <span>Numbers shown (all are in the cards):</span>{' '}
      {parts.map(({ id, shown, of }) => (
        <button
          key={id}
          type="button"
          className="button plain"
          data-quantity={id}
          aria-label={`${shown} of ${of} numbers of ${quantitySpoken(printing, id)} are shown here; go to its card`}
          onClick={() => goToCard(id)}
        >
          <InlineSymbol tex={quantityTex(plain, id)} text={quantityText(printing, id)} />
          {`${shown} of ${of}`}
        </button>
      ))}
    </p>
  );
}
