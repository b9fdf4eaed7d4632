import type { Page } from '@playwright/test';
import { pageOf } from './support/backstep';
import { ID, openAtEnd } from './support/editing';
import { expect, test } from './support/page';
import { openWide } from './support/wide';

/** What was found, chosen or unfolded of one problem is not taken for that of another. */

/** What is read, once two readings are the same. */
async function rested<T>(read: () => Promise<T>): Promise<T> {
  let last = await read();
  const again = async () => {
    const before = last;
    last = await read();
    return JSON.stringify(last) === JSON.stringify(before);
  };
  await expect.poll(again, { intervals: [400] }).toBe(true);
  return last;
}

async function goTo(page: Page, step: number) {
  const backstep = pageOf(page);
  await backstep.steps.getByRole('button', { name: new RegExp(`^Step ${step}:`) }).click();
  await backstep.atStep(step);
}

test('large matrices have the columns that their digits leave room for, whatever stood there before', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const backstep = pageOf(page);
  await backstep.open(ID);
  await openWide(page);
  await goTo(page, 3);
  const digits = backstep.equation.getByRole('combobox', { name: 'Digits' });
  const note = backstep.equation.locator('.left-out');
  await digits.selectOption('2');
  const roomy = await rested(() => note.innerText());
  await digits.selectOption('8');
  await expect(note).not.toHaveText(roomy, { useInnerText: true });
  await digits.selectOption('2');
  await expect(note).toHaveText(roomy, { useInnerText: true });
});

for (const [depth, step] of [
  ['Layer', 12],
  ['Entry', 1],
  ['Derivation', 12],
] as const) {
  test(`formulas are set anew for another network at the same step: ${depth}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const backstep = pageOf(page);
    const boxes = backstep.equation.locator('.fit');
    const fits = () =>
      boxes.evaluateAll((all) =>
        all.map((box) => [box.dataset.way, box.style.getPropertyValue('--fit')]),
      );
    await backstep.open(ID);
    await backstep.equation.getByRole('radio', { name: depth }).check({ force: true });
    await goTo(page, step);
    await expect(boxes.first()).toBeVisible();
    // A derivation on its way stands still between two of its lines.
    await expect(backstep.equation.locator('[aria-busy]')).toHaveCount(0);
    const own = await rested(fits);
    await openWide(page);
    await goTo(page, step);
    await expect.poll(fits).not.toEqual(own);
    await backstep.button('Undo').click();
    await expect.poll(fits).toEqual(own);
  });
}

test('a unit that was looked at is not unfolded in the next problem', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await openWide(page);
  const unit = backstep.network.locator('.unit[data-entry$="1[8,0]"]');
  await backstep.numbers.locator('[data-cell="Z1[8,0]"]').hover();
  await expect(unit).toBeVisible();
  await openWide(page);
  await expect(unit).toHaveCount(0);
});

test('a derivation that was uncovered line by line is whole in the next problem', async ({
  page,
}) => {
  const backstep = pageOf(page);
  const lines = backstep.equation.locator('.derivation-line');
  await backstep.open('s3-gd-eta0.1');
  await backstep.equation.getByRole('radio', { name: 'Derivation' }).check({ force: true });
  await backstep.button('One line at a time').click();
  await expect(lines).toHaveCount(1);
  await backstep.problem.selectOption('s3-gd-eta0.2');
  await expect(lines).toHaveCount(6);
});

test('the losses of a network are not listed for another one, and are back with it', async ({
  page,
}) => {
  const backstep = await openAtEnd(page);
  const losses = backstep.equation.getByRole('list', { name: 'Losses' });
  await backstep.button('Apply update').click();
  await expect(losses.getByRole('button')).toHaveCount(2);
  await backstep.button('Set up…').click();
  await backstep.button('Add a layer before output').click();
  await expect(backstep.cell('W4[0,0]')).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(losses).toHaveCount(0);
  await backstep.button('Undo').click();
  await expect(losses.getByRole('button')).toHaveCount(2);
});
