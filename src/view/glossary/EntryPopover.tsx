import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
// Not by way of derive's door, so that its texts come with the entry and not with the page.
import { quantityEntry } from '../../derive/glossary';
import { stepsIn } from '../../store';
import { CloseButton } from '../controls/icons';
import { openDialog } from '../dialogs/dialogs';
import { usePrinting, useSelect } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import { type Asked, endAsked } from './asked';
import { beside } from './beside';
import './entry-popover.css';

/** A formula may have been set anew meanwhile: then the symbol that stands there now. */
function giveBack({ anchor, quantity }: Asked): void {
  const at = anchor.isConnected
    ? anchor
    : document.querySelector(
        `.equation:not([data-prepared]) [data-quantity="${CSS.escape(quantity)}"]`,
      );
  const focusable = at?.closest('[tabindex], input, button');
  if (focusable instanceof HTMLElement || focusable instanceof SVGElement) {
    focusable.focus({ preventScroll: true });
  }
}

/** Shows it beside its anchor, and gives the focus back when it closes with the focus inside. */
function usePopover(asked: Asked) {
  const popover = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = popover;
    if (!current) return;
    const place = () => {
      const { innerWidth: width, innerHeight: height } = window;
      const box = { width: current.offsetWidth, height: current.offsetHeight };
      const at = beside(asked.anchor.getBoundingClientRect(), box, { width, height });
      Object.assign(current.style, { left: `${at.left}px`, top: `${at.top}px` });
    };
    current.showPopover();
    place();
    current.focus({ preventScroll: true });
    // Its symbol comes a little later and may be higher than its room.
    const observer = new ResizeObserver(place);
    observer.observe(current);
    window.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', place, { capture: true });
      if (current.contains(document.activeElement)) giveBack(asked);
    };
  }, [asked]);
  return popover;
}

function Popover({ asked }: { readonly asked: Asked }): ReactNode {
  const steps = useSelect(stepsIn);
  const printing = usePrinting(useSelect((state) => state.shown));
  const entry = useMemo(
    () => (printing ? quantityEntry(asked.quantity, printing, steps) : undefined),
    [asked, printing, steps],
  );
  const popover = usePopover(asked);
  useEffect(() => {
    if (entry) return;
    endAsked(asked);
    openDialog('glossary');
  }, [asked, entry]);
  const close = () => popover.current?.hidePopover();
  return (
    <div
      ref={popover}
      popover="auto"
      role="dialog"
      tabIndex={-1}
      className="entry-popover"
      aria-label={entry ? `Glossary: ${entry.name}` : 'Glossary'}
      onToggle={({ newState }) => {
        if (newState === 'closed') endAsked(asked);
      }}
    >
      {entry && (
        <>
          <div className="entry-head">
            <InlineSymbol tex={entry.tex} text={entry.spoken} />
            <strong>{entry.name}</strong>
            <CloseButton hint="Esc" onClick={close} />
          </div>
          <p>{entry.definition}</p>
          <p className="entry-facts">
            {entry.shape} · {entry.used}
          </p>
          <button
            type="button"
            className="button plain all-symbols"
            onClick={() => {
              close();
              openDialog('glossary', asked.quantity);
            }}
          >
            All symbols of this step
          </button>
        </>
      )}
    </div>
  );
}

export default function EntryPopover({ asked }: { readonly asked: Asked }): ReactNode {
  // Each has a popover of its own: that of before may still be closing.
  return <Popover key={`${asked.quantity},${count(asked)}`} asked={asked} />;
}

const counted = new WeakMap<Asked, number>();
let last = 0;

function count(asked: Asked): number {
  const known = counted.get(asked) ?? ++last;
  counted.set(asked, known);
  return known;
}
