import type { Locator, Page } from '@playwright/test';
import { setMatrix } from '../src/problem';
import { edited, expectedOf, expectQuantity, pageOf, problemOf } from './support/backstep';
import { drag, ID, openAtEnd, openEdge, paste, undoUntilDisabled } from './support/editing';
import { expect, test } from './support/page';

// A number can be changed in its card, on its edge and in the scalar view; the card has its own tests.
const PLACES: readonly (readonly [string, (page: Page) => Promise<Locator>])[] = [
  [
    'on its edge',
    async (page) => {
      await page.keyboard.press('Home');
      await pageOf(page).atStep(1);
      await openEdge(page, 'W1[0,0]');
      return page.getByRole('dialog').getByRole('textbox');
    },
  ],
  [
    'in the scalar view',
    async (page) => {
      const { steps, equation } = pageOf(page);
      await steps.getByRole('button', { name: /^Step 16:/ }).click();
      await page.getByRole('radio', { name: 'Entry' }).check();
      return equation.getByRole('textbox', { name: 'W 1, row 1, column 1' });
    },
  ],
];

for (const [place, fieldIn] of PLACES) {
  test(`a weight is dragged ${place}, as one step of undo`, async ({ page }) => {
    await openAtEnd(page);
    const field = await fieldIn(page);
    await drag(page, field, -70);
    await expect(field).toHaveValue('0.3');
    await expectQuantity(page, 'W1', expectedOf(edited(problemOf(ID), 'W1', 0, 0, 0.3)));
    await field.blur();
    expect(await undoUntilDisabled(page)).toBe(1);
    await expectQuantity(page, 'W1', expectedOf(problemOf(ID)));
  });

  test(`a matrix is pasted ${place}; what does not fit is refused there`, async ({ page }) => {
    await openAtEnd(page);
    const field = await fieldIn(page);
    await paste(field, '1 2 3 4 5');
    await expect(page.getByRole('alert')).toContainText('1×5 and W1 is 4×3');
    await expect(field).toHaveValue('-0.7');
    await paste(field, '1\t2\t3\n4\t5\t6\n7\t8\t9\n0\t1\t2\n');
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
      [0, 1, 2],
    ];
    const after = setMatrix(problemOf(ID), 'W1', rows);
    if (!after.ok) throw new Error(after.fault.error);
    await expect(field).toHaveValue('1');
    await expect(field).toBeFocused();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expectQuantity(page, 'W1', expectedOf(after.value));
  });
}
