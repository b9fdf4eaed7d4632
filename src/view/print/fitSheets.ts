import { fitAll } from '../equation/fit';

/** What is wider than a sheet even when it is broken is set as small as it takes: paper does not scroll. */
function shrink(box: HTMLElement): void {
  const now = Number(box.style.getPropertyValue('--fit') || 1);
  const needed = now * (box.clientWidth / box.scrollWidth) * 0.99;
  box.style.setProperty('--fit', needed.toFixed(4));
}

/** Sets every formula of the sheets to their width; again when their letters have come. */
export function fitSheets(): void {
  const boxes = [...document.querySelectorAll<HTMLElement>('.sheets .fit')];
  fitAll(boxes);
  const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth);
  for (const box of wide) shrink(box);
}
