import type { Page } from '@playwright/test';
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
