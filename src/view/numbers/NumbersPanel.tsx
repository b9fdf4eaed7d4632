import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { aloneSnapshot, whyBroken } from '../../derive';
import type { Quantity } from '../../engine';
import { aloneOf, beforeOf, currentStep, isKnown, stepsIn } from '../../store';
import { useOpened } from '../afterPaint';
import { useBroken } from '../equation/BrokenNotice';
import { useBackstep, useDecimals, usePrinting, useSelect } from '../hooks';
import { Card } from './Card';
import type { Refusal } from './Entry';
import { cardsOf, copiesOf, ownOf } from './order';
import { RefusalNote } from './RefusalNote';
import { useLate, useUnseen } from './useUnseen';
import './numbers.css';
import './cell.css';

/** A note about an edit goes when the learner goes on. */
function useRefusal(step: string | undefined, problem: unknown) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [place, setPlace] = useState({ step, problem });
  if (place.step !== step || place.problem !== problem) {
    setPlace({ step, problem });
    setRefusal(null);
  }
  return [refusal, setRefusal] as const;
}

function Cards(): ReactNode {
  const { store } = useBackstep();
  const shown = useSelect((state) => state.shown);
  const step = useSelect(currentStep);
  const steps = useSelect(stepsIn);
  const printing = usePrinting(shown);
  const decimals = useDecimals();
  const before = useSelect(beforeOf);
  const alone = useSelect(aloneOf);
  const strip = useRef<HTMLDivElement>(null);
  const scrolled = useRef(false);
  const [refusal, setRefusal] = useRefusal(step?.id, shown?.problem);
  const graph = shown?.compiled.graph;
  const cards = useMemo(() => (graph ? cardsOf(graph, steps) : []), [graph, steps]);
  const own = useMemo(() => ownOf(step), [step]);

  const at = `${graph ? step?.id : ''}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step's cards are first, so a new step begins there.
  useLayoutEffect(() => {
    if (!scrolled.current) return;
    scrolled.current = false;
    strip.current?.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  }, [at]);

  const broken = useBroken(printing, shown);
  // The fields are most of what the page draws, and the equation need not wait for them.
  const opened = useOpened(shown !== null);
  const unseen = useUnseen(strip, opened && cards);
  const shares = useMemo(
    () =>
      shown && alone !== undefined
        ? aloneSnapshot(steps, shown.compiled.graph, shown.snapshot, alone)
        : undefined,
    [shown, steps, alone],
  );
  const pass = useMemo(() => shown && { shown, before, shares }, [shown, before, shares]);
  const painted = useLate(pass);
  if (!shown || !pass || !printing || !opened) return null;
  // An edit is drawn where it is seen, and then elsewhere.
  const isLate = (id: string) =>
    unseen.current.has(id) && painted?.shown.compiled.graph === shown.compiled.graph;
  const state = store.getState();
  const card = (quantity: Quantity) => (
    <Card
      key={quantity.id}
      quantity={quantity}
      printing={printing}
      pass={painted && isLate(quantity.id) ? painted : pass}
      known={isKnown(state, quantity.id)}
      alone={alone}
      copies={copiesOf(quantity, step, shown.compiled.graph)}
      own={own.get(quantity.id)}
      cached={step?.cached.includes(quantity.id) ?? false}
      why={whyBroken(printing, broken, quantity.id)}
      broken={broken?.id === quantity.id ? broken.kind : undefined}
      decimals={decimals}
      refused={refusal?.cell.startsWith(`${quantity.id}[`) ? refusal.cell : null}
      onRefuse={setRefusal}
    />
  );
  return (
    <>
      <div
        className="strip"
        ref={strip}
        onScroll={() => {
          scrolled.current = true;
        }}
      >
        {/* Always in this order: the step's own come to the front by style, which costs less than moving them. */}
        {cards.map(card)}
        <span className="divider" aria-hidden="true" />
      </div>
      <RefusalNote refusal={refusal} />
    </>
  );
}

export function NumbersPanel(): ReactNode {
  return (
    <section className="panel numbers" aria-label="Numbers">
      <Cards />
    </section>
  );
}
