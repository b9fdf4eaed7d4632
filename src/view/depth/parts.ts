import { type Drawn, drawn } from './drawn';

const PART = 'data-part';

/** Of one attribute each: for that browsers have a short way, for a list of selectors none. */
const selectorsOf = (entry: string) => {
  const name = CSS.escape(entry);
  return [`[data-cell="${name}"]`, `[data-entry="${name}"]`];
};

type Part = 'chosen' | 'reads' | 'some';

/** More than this are not looked up one by one. */
const MOST = 400;

function elementsOf({ chosen, reads }: Drawn): ReadonlyMap<Element, Part> {
  const found = new Map<Element, Part>();
  const note = (entries: readonly string[], part: Part) => {
    for (const selector of entries.flatMap(selectorsOf))
      for (const element of document.querySelectorAll(selector)) found.set(element, part);
  };
  note(reads.slice(0, MOST), 'reads');
  if (chosen) note([chosen], 'chosen');
  // The weights around them do not step back.
  for (const element of [...found.keys()]) {
    const group = element.parentElement;
    if (group?.matches('.edges') && !found.has(group)) found.set(group, 'some');
  }
  return found;
}

/** Marks the entry that is looked at, and those that it is computed from, wherever they are shown. */
export function startParts(subscribe: (onChange: () => void) => () => void): () => void {
  let marked: ReadonlyMap<Element, string> = new Map();
  let frame = 0;

  const mark = () => {
    const next = elementsOf(drawn.getState());
    for (const element of marked.keys()) if (!next.has(element)) element.removeAttribute(PART);
    for (const [element, part] of next)
      if (element.getAttribute(PART) !== part) element.setAttribute(PART, part);
    marked = next;
  };
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  const stops = [drawn.subscribe(soon), subscribe(soon)];
  // A large card makes its cells as they are scrolled to.
  document.addEventListener('scroll', soon, { capture: true, passive: true });
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener('scroll', soon, { capture: true });
    for (const stop of stops) stop();
    for (const element of marked.keys()) element.removeAttribute(PART);
  };
}
