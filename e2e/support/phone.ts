/** What keeps a stop from being read on a phone; runs in the page. Empty where all is well. */
export function faultsOnPhone(): readonly string[] {
  const found: string[] = [];
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest('[inert], .sr-only, [aria-hidden="true"]');
  const nameOf = (element: Element) =>
    `${element.className} ${(element.ariaLabel ?? element.textContent ?? '').slice(0, 30)}`;
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} px wide`);

  // A heading of the drawing opens its handles with all the room that the drawing leaves it.
  const targets = 'button:not(.handle-opener), a[href], .select, input:not(.cell)';
  for (const target of document.querySelectorAll(targets)) {
    if (!isSeen(target) || target.closest('label, .katex')) continue;
    const { width, height } = target.getBoundingClientRect();
    if (width > 0 && Math.min(width, height) < 43.5)
      found.push(`a target of ${width} by ${height}: ${nameOf(target)}`);
  }

  const dot = document.querySelector('.timeline [aria-current]')?.getBoundingClientRect();
  if (!dot || dot.left < 0 || dot.right > innerWidth)
    found.push('the place in the walk is not seen');

  const title = document.querySelector('.lecture-place strong');
  if (!title || title.scrollHeight > title.clientHeight + 1) found.push('the title is cut off');

  const end = document.querySelector('.steps')?.getBoundingClientRect().top ?? 0;
  const sheet = document.querySelector('.equation:not([data-prepared])');
  const formulas = [...(sheet?.querySelectorAll('.formula-body') ?? [])].filter(isSeen);
  const isLayer = document.querySelector<HTMLInputElement>('.equation-head input')?.checked;
  // What stands below a whole matrix begins with what it is of.
  const first = formulas.find((formula) => !isLayer || !formula.closest('.step-title'));
  // That a number is infinite is said before it.
  const warning = sheet?.querySelector<HTMLElement>('.broken')?.offsetHeight ?? 0;
  const bottom = (first?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY) - warning;
  if (bottom > end) found.push(`the equation ends ${bottom - end} px below what is seen`);
  return found;
}
