import { lazy, type ReactNode, useMemo, useState } from 'react';
import {
  formulaSpoken,
  type LeftOut,
  leftOut,
  quantitySpoken,
  quantityTex,
  quantityText,
} from '../../derive';
import { aloneOf } from '../../store';
import { Later } from '../controls/Later';
import { useSelect } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import { preferences } from '../preferences';
import type { LineProps } from '../update/PartLine';
import './left-out.css';

const Slopes = lazy(() => import('./Slopes'));

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

interface SlopeProps extends Pick<LineProps, 'printing' | 'snapshot' | 'decimals'> {
  readonly part: LeftOut;
}

/** The numbers of an f′(z), which has no card: here they are. */
function SlopePart({ part, printing, snapshot, decimals }: SlopeProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { id, slope, shown, of } = part;
  if (!slope) return null;
  const spoken = formulaSpoken(slope, printing);
  return (
    <>
      <button
        type="button"
        className="button plain"
        aria-expanded={isOpen}
        aria-label={`${shown} of ${of} numbers of ${spoken} are shown here; show all`}
        onClick={() => setOpen(!isOpen)}
      >
        <InlineSymbol tex={id} text={spoken} />
        {`${shown} of ${of}`}
      </button>
      {isOpen && (
        <Later waiting={null}>
          <Slopes {...{ slope, spoken, snapshot, decimals }} />
        </Later>
      )}
    </>
  );
}

/** How many numbers of large matrices the row leaves out, and where they are. */
export function LeftOutNote({ step, printing, snapshot, decimals, most }: LineProps): ReactNode {
  const alone = useSelect(aloneOf);
  const parts = useMemo(
    () => leftOut(step, printing, { decimals, alone, most }),
    [step, printing, decimals, alone, most],
  );
  if (parts.length === 0) return null;
  const plain = { ...printing, link: false };
  const slopes = parts.filter(({ slope }) => slope);
  const quantities = parts.filter(({ slope }) => !slope);
  return (
    <div className="left-out">
      <span>Numbers shown (all are in the cards):</span>{' '}
      {quantities.map(({ id, shown, of }) => (
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
      {slopes.map((part) => (
        <SlopePart key={part.id} {...{ part, snapshot, decimals }} printing={plain} />
      ))}
    </div>
  );
}
