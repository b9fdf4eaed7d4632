import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Piled, paginate } from './paginate';
import { paging, projecting } from './projecting';

interface Pile extends Piled {
  readonly elements: readonly HTMLElement[];
}

/** What a column has room for. */
function roomOf(host: HTMLElement): number {
  const { paddingTop, paddingBottom } = getComputedStyle(host);
  return host.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
}

const heightOf = (elements: readonly HTMLElement[]) => {
  const rects = elements.map((element) => element.getBoundingClientRect());
  return Math.max(...rects.map((r) => r.bottom)) - Math.min(...rects.map((r) => r.top));
};

/** Between these a line may end. */
const PARTS = '.katex-html > .katex-base, .cover, .covered-measure';

/** The lines of a formula that was broken. */
function linesOf(item: HTMLElement): readonly Pile[] {
  const lines: { top: number; bottom: number; elements: HTMLElement[] }[] = [];
  for (const base of item.querySelectorAll<HTMLElement>(PARTS)) {
    const { top, bottom } = base.getBoundingClientRect();
    const line = lines.at(-1);
    if (line && top < line.bottom) {
      line.elements.push(base);
      line.bottom = Math.max(line.bottom, bottom);
    } else lines.push({ top, bottom, elements: [base] });
  }
  return lines.map(({ elements }) => ({ elements, height: heightOf(elements) }));
}

function pilesOf(host: HTMLElement, room: number): readonly Pile[] {
  return [...host.querySelectorAll<HTMLElement>('.item')].flatMap((item): readonly Pile[] => {
    const whole = {
      elements: [item],
      height: heightOf([item]),
      fills: 'fills' in item.dataset,
      leads: item.dataset.partOf === 'rule',
    };
    if (whole.height <= room) return [whole];
    const lines = linesOf(item);
    return lines.length > 1 ? lines : [whole];
  });
}

/** Of an item that begins with a result: a part of that which is on another page. */
const CONTINUES = ':scope > .formula:first-child .katex-base[data-off]';

function show(host: HTMLElement, page: number): number {
  for (const off of host.querySelectorAll('[data-off]')) off.removeAttribute('data-off');
  for (const item of host.querySelectorAll('.item')) item.removeAttribute('data-continues');
  const room = roomOf(host);
  const piles = pilesOf(host, room);
  const gap = Number.parseFloat(getComputedStyle(host).rowGap) || 0;
  const pages = paginate(piles, room, gap);
  const at = Math.min(page, Math.max(0, pages.length - 1));
  piles.forEach(({ elements }, i) => {
    for (const element of elements)
      element.toggleAttribute('data-off', !(pages[at] ?? []).includes(i));
  });
  for (const item of host.querySelectorAll('.item')) {
    const bases = [...item.querySelectorAll('.katex-html > .katex-base')];
    const isEmpty = bases.length > 0 && bases.every((base) => base.hasAttribute('data-off'));
    if (isEmpty) item.setAttribute('data-off', '');
    if (item.querySelector(CONTINUES)) item.setAttribute('data-continues', '');
  }
  // A sign that stands alone before a wide line was not measured.
  if (at > 0 && host.scrollHeight > host.clientHeight)
    for (const { elements, leads } of piles) if (leads) elements[0]?.setAttribute('data-off', '');
  return Math.max(1, pages.length);
}

/** How often the room has changed, or fonts have come, which are wider. */
export function useRoom(host: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  const size = useRef('');
  // With the layout: a font that the first measurement asks for may be there before a passive effect.
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return;
    const changed = () => setRoom((count) => count + 1);
    const observer = new ResizeObserver(() => {
      const now = `${current.clientWidth} ${current.clientHeight}`;
      if (size.current !== '' && size.current !== now) changed();
      size.current = now;
    });
    observer.observe(current);
    document.fonts.addEventListener('loadingdone', changed);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', changed);
    };
  }, [host]);
  return room;
}

function showPage(host: HTMLElement): void {
  const { page } = projecting.getState();
  const pages = show(host, page);
  const covers = [...host.querySelectorAll('.cover, .covered-measure')];
  const isCovered = covers.some((cover) => !cover.closest('[data-off]'));
  const before = paging.getState();
  if (before.pages !== pages || before.isCovered !== isCovered)
    paging.setState({ pages, isCovered });
  if (page >= pages) projecting.setState({ page: pages - 1 });
}

/** Shows as much as there is room for, and how many pages there are. */
export function usePages(host: RefObject<HTMLElement | null>): void {
  useStore(projecting, (state) => state.page);
  const later = useRef<MutationObserver>(null);
  // Whatever was drawn anew is measured anew, once.
  useLayoutEffect(() => {
    if (host.current) showPage(host.current);
    later.current?.takeRecords();
  });
  // So is what has come later: formulas of a part that was loaded, or the typesetter itself.
  useEffect(() => {
    const { current } = host;
    if (!current) return;
    const observer = new MutationObserver(() => showPage(current));
    observer.observe(current, { childList: true, subtree: true, characterData: true });
    later.current = observer;
    return () => observer.disconnect();
  }, [host]);
}
