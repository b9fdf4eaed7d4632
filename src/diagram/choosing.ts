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
  return inside.length > 0 ? inside : [group];
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
  let walking: { readonly group: Element; readonly index: number } | null = null;

  function choose(group: Element, index: number) {
    const items = itemsOf(group);
    const at = within(index, items.length);
    walking = { group, index: at };
    const entry = entryOf(items[at] ?? null, group);
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
    const index = isWalking && walking ? walking.index : 0;
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
    if (!(to instanceof Node) || !svg.contains(to)) walking = null;
  });
}
