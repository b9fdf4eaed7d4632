import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { CloseButton } from '../controls/icons';
import { tour } from '../dialogs/dialogs';
import { useTouch } from '../hooks';
import { TOUR_SEEN, writeKept } from '../keep/storage';
import { STOPS, type Stop } from './stops';
import './tour.css';

function leave(): void {
  tour.setState({ stop: null });
  // Where this cannot be kept the tour may come again; nothing else is lost.
  writeKept('localStorage', TOUR_SEEN, 'seen');
}

const MARK = 'data-toured';

const isCalm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const behavior = (): ScrollBehavior => (isCalm() ? 'auto' : 'smooth');

const BY_HAND = ['wheel', 'touchmove'] as const;

/** Where the page stood before the tour scrolled it, once it ends; who scrolls it themselves stays there. */
function useReturn(): void {
  const began = useRef(window.scrollY);
  useEffect(() => {
    const top = began.current;
    const hand = new AbortController();
    const stay = () => hand.abort();
    const options = { passive: true, signal: hand.signal };
    for (const type of BY_HAND) window.addEventListener(type, stay, options);
    return () => {
      if (!hand.signal.aborted) window.scrollTo({ top, behavior: behavior() });
      hand.abort();
    };
  }, []);
}

/** Marks what the stop is about, and brings it into view. */
function useTarget({ target }: Stop): void {
  useEffect(() => {
    const element = [...document.querySelectorAll(target)].find((e) => e.checkVisibility());
    if (!element) return;
    element.setAttribute(MARK, '');
    element.scrollIntoView({ block: 'nearest', behavior: behavior() });
    return () => element.removeAttribute(MARK);
  }, [target]);
}

/** Escape leaves it wherever the focus is, unless a field or a dialog has a use for it. */
function useEscape(): void {
  // Before the card is painted: who sees it may press the key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const taken =
        event.target instanceof Element && event.target.closest('input, dialog, [popover]');
      if (event.key === 'Escape' && !event.defaultPrevented && !taken) leave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Beside the page, never over what it is used with: all keys and buttons go on working. */
export function Card({ at }: { readonly at: number }): ReactNode {
  const isTouch = useTouch();
  const stop = STOPS[at] as Stop;
  const isLast = at === STOPS.length - 1;
  const next = useRef<HTMLButtonElement>(null);
  useReturn();
  useTarget(stop);
  useEscape();
  return (
    <aside className="tour" aria-label="Tour">
      <header>
        <h2>{stop.title}</h2>
        <p className="tour-place">{`${at + 1} of ${STOPS.length}`}</p>
        <CloseButton name="Leave the tour" hint="Esc" onClick={leave} />
      </header>
      <p aria-live="polite">
        <span className="sr-only">{stop.title}. </span>
        {isTouch ? (stop.touch ?? stop.text) : stop.text}
      </p>
      <p className="tour-buttons">
        {at > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => {
              tour.setState({ stop: at - 1 });
              next.current?.focus();
            }}
          >
            Back
          </button>
        )}
        <button
          ref={next}
          type="button"
          className="button"
          onClick={() => (isLast ? leave() : tour.setState({ stop: at + 1 }))}
        >
          {isLast ? 'Done' : 'Continue'}
        </button>
      </p>
    </aside>
  );
}
