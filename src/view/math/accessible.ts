/** What the step does with a quantity, as it is marked in a formula. */
export type Uses = ReadonlyMap<string, 'reads' | 'writes'>;

/** What each symbol is called and what the step does with it; again when that changes. */
export function nameSymbols(
  typeset: HTMLElement,
  nameOf: (quantity: string) => string,
  uses: Uses,
): void {
  for (const part of typeset.querySelectorAll<HTMLElement>('[data-quantity]')) {
    const id = part.dataset.quantity ?? '';
    part.setAttribute('aria-label', nameOf(id));
    const use = uses.get(id);
    if (use) part.dataset.use = use;
    else delete part.dataset.use;
  }
}

/** KaTeX puts the room after a symbol into its box, where a frame around it would reach to what comes next. */
function freeSpace(part: HTMLElement): void {
  const last = part.lastElementChild;
  if (last?.matches('.mspace')) part.after(last);
}

/**
 * The glyphs of a formula are no words, so they are hidden from screen readers, which are given its spoken form;
 * but its symbols can be reached by key, and each says its name. Not those of a sheet in wait.
 */
export function makeAccessible(
  typeset: HTMLElement,
  nameOf: (quantity: string) => string,
  uses: Uses,
  tabIndex: 0 | -1 = 0,
): void {
  for (const part of typeset.querySelectorAll<HTMLElement>('[data-quantity]')) {
    const holdsOthers = part.querySelector('[data-quantity]') !== null;
    part.tabIndex = tabIndex;
    part.setAttribute('role', holdsOthers ? 'group' : 'img');
    if (holdsOthers) part.dataset.holds = '';
    else if (part.querySelector('.mfrac, .delimsizing')) part.dataset.tall = '';
    freeSpace(part);
  }
  nameSymbols(typeset, nameOf, uses);
  const hide = (element: Element) => {
    if (element.matches('[data-quantity]') && element.getAttribute('role') === 'img') return;
    if (!element.matches('[data-quantity]') && !element.querySelector('[data-quantity]')) {
      element.setAttribute('aria-hidden', 'true');
      return;
    }
    element.removeAttribute('aria-hidden');
    for (const child of element.children) hide(child);
  };
  hide(typeset);
}
