/** What a reader has chosen, by the name of its entry: `A1[2,0]`. */
export type OnSelect = (entry: string) => void;

const GROUP = '.quantity[tabindex]';
const ITEMS = '[data-entry]';

/** A group that shows no single entries stands for its first. */
function entryOf(element: Element | null, group: Element | null): string | null {
  const entry = element?.getAttribute('data-entry');
  if (entry) return entry;
  const quantity = group?.getAttribute('data-quantity');
  return quantity ? `${quantity}[0,0]` : null;
}

/** Each entry once, in the order they are drawn. */
function itemsOf(group: Element): readonly Element[] {
  const inside = [...group.querySelectorAll(ITEMS)];
  if (inside.length === 0) return [group];
  // What is left out stands between units, and is drawn after them.
  if (!group.querySelector('.more')) return inside;
  const top = (element: Element) => element.getBoundingClientRect().top;
  return inside.toSorted((a, b) => top(a) - top(b));
}

const within = (index: number, count: number) => Math.max(0, Math.min(index, count - 1));

/** How far each key goes along the entries of a group. */
const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
const NEXT_GROUP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Units, edges, biases and tags are chosen by a click, or by Enter on their group; then the arrows walk: up and
 * down within the group, left and right to the groups beside it. Escape, or leaving, ends the walk.
 */
export function startChoosing(svg: SVGSVGElement, onSelect: OnSelect): void {
  let walking: { readonly group: Element; readonly entry: string | null } | null = null;

  function choose(group: Element, index: number) {
    const items = itemsOf(group);
    const at = within(index, items.length);
    const entry = entryOf(items[at] ?? null, group);
    walking = { group, entry };
    if (entry) onSelect(entry);
  }

  function goBeside(group: Element, by: number, index: number) {
    const groups = [...svg.querySelectorAll<SVGGElement>(GROUP)];
    const next = groups[within(groups.indexOf(group as SVGGElement) + by, groups.length)];
    if (!next) return;
    next.focus();
    choose(next, index);
  }

  svg.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const group = target.closest('.quantity');
    const entry = group && entryOf(target.closest(ITEMS), group);
    if (entry) onSelect(entry);
  });

  svg.addEventListener('keydown', (event) => {
    const group = event.target instanceof Element ? event.target.closest(GROUP) : null;
    if (!group || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { key } = event;
    const isWalking = walking?.group === group;
    // A layer that opens around what was chosen has its units at other places.
    const isAt = (item: Element) => item.getAttribute('data-entry') === walking?.entry;
    const index = isWalking ? Math.max(0, itemsOf(group).findIndex(isAt)) : 0;
    const move = MOVES[key];
    const beside = NEXT_GROUP[key];
    if (key === 'Enter') choose(group, index);
    else if (isWalking && move !== undefined) choose(group, index + move);
    else if (isWalking && beside !== undefined) goBeside(group, beside, index);
    else {
      if (key === 'Escape') walking = null;
      return;
    }
    event.preventDefault();
  });

  svg.addEventListener('focusout', (event) => {
    const to = event.relatedTarget;
    // What explains a part lies over the page and gives the focus back.
    const isAside = to instanceof Element && to.closest('[popover]') !== null;
    if (!isAside && !(to instanceof Node && svg.contains(to))) walking = null;
  });
}
