import type { Locator, Page } from '@playwright/test';
import { pageOf } from './backstep';

/** A network of 23 steps. */
export const ID = 's1-relu2-softmax-cce';

export async function openAtEnd(page: Page) {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('End');
  await backstep.atStep(23);
  return backstep;
}

/** Takes everything back; how many entries of the history that were. */
export async function undoUntilDisabled(page: Page): Promise<number> {
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  let count = 0;
  while ((await undo.getAttribute('aria-disabled')) === null) {
    await undo.click();
    count += 1;
  }
  return count;
}

/** With the pointer, up where `pixels` are less than none. */
export async function drag(page: Page, field: Locator, pixels: number, moves = 10): Promise<void> {
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error('The field is not on the page.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= moves; i++) await page.mouse.move(x, y + (pixels * i) / moves);
  await page.mouse.up();
}

/** As the clipboard would: an event with that text. */
export async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    element.dispatchEvent(event);
  }, text);
}

/** A double click on the line of that weight. */
export async function openEdge(page: Page, entry: string): Promise<void> {
  const edge = page.locator(`.edge[data-entry="${entry}"] .line`);
  const at = await edge.evaluate((path) => {
    const line = path as SVGPathElement;
    const { x, y } = line.getPointAtLength(line.getTotalLength() * 0.25);
    const point = new DOMPoint(x, y).matrixTransform(line.getScreenCTM() ?? undefined);
    return [point.x, point.y] as const;
  });
  await page.mouse.dblclick(...at);
}
