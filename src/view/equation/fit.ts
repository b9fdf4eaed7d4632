/** Down to this a formula is kept on one line; smaller than that it is broken first. */
const ONE_LINE = 0.76;
/** The same for a sum of numbers, which is read as well on several: `data-breaks` says so. */
const SUM_ON_ONE_LINE = 0.9;
const SMALLEST = 0.64;

export interface Fit {
  readonly scale: number;
  readonly broken: boolean;
}

const AS_IT_IS: Fit = { scale: 1, broken: false };
const BROKEN: Fit = { scale: 1, broken: true };

/** How to set a formula that takes `share` of its row on one line; null if only a trial with breaks can tell. */
export function fitOnOneLine(room: number, needed: number, least = ONE_LINE): Fit | null {
  if (needed <= room) return AS_IT_IS;
  const scale = room / needed;
  return scale >= least ? { scale, broken: false } : null;
}

/** How to set one that is broken where it may be; beyond the limit its row scrolls. */
export function fitBroken(room: number, needed: number): Fit {
  return { scale: Math.max(SMALLEST, Math.min(1, room / needed)), broken: true };
}

function apply({ style, dataset }: HTMLElement, { scale, broken }: Fit): void {
  const text = scale < 1 ? (scale * 0.99).toFixed(4) : '';
  if (style.getPropertyValue('--fit') !== text) style.setProperty('--fit', text);
  // On one line, which is what a new formula is too, it has no mark: to write one would cost its style and layout.
  const way = broken ? (scale === SMALLEST ? 'scrolls' : 'breaks') : undefined;
  if (dataset.way === way) return;
  if (way) dataset.way = way;
  else delete dataset.way;
}

/** After a change of numbers alone: what still has room keeps its size, and nothing moves. */
export function fitOverflowing(boxes: readonly HTMLElement[]): void {
  fitAll(boxes.filter((box) => box.dataset.way !== 'scrolls' && box.scrollWidth > box.clientWidth));
}

/**
 * Formulas that are wider than their rows are set smaller, then broken. All are measured at once, since each
 * measurement after a change costs a layout.
 */
export function fitAll(boxes: readonly HTMLElement[]): void {
  for (const box of boxes) apply(box, AS_IT_IS);
  const fits = boxes.map((box) =>
    fitOnOneLine(
      box.clientWidth,
      box.scrollWidth,
      box.dataset.breaks === undefined ? ONE_LINE : SUM_ON_ONE_LINE,
    ),
  );
  boxes.forEach((box, i) => {
    apply(box, fits[i] ?? BROKEN);
  });
  const broken = boxes.filter((_, i) => fits[i] === null);
  const refits = broken.map((box) => fitBroken(box.clientWidth, box.scrollWidth));
  broken.forEach((box, i) => {
    apply(box, refits[i] ?? BROKEN);
  });
}
