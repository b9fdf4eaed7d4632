import type { Page } from '@playwright/test';
import { read } from '../src/engine';
import { expectNoFaults } from './support/axe';
import { expectedOf, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function enter(page: Page, cell: string, value: string) {
  const field = page.locator(`[data-cell="${cell}"]`);
  await field.click();
  await field.fill(value);
  await field.press('Enter');
}

test('the tabs of the lower region are walked with arrow keys, and the step stays', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open();
  await tab(page, 'Numbers').focus();
  for (const name of ['Shapes', 'Gradient check', 'Cached', 'Modes', 'Numbers']) {
    await page.keyboard.press('ArrowRight');
    await expect(tab(page, name)).toBeFocused();
    await expect(region(page, name)).toBeVisible();
  }
  await page.keyboard.press('End');
  await expect(region(page, 'Modes')).toBeVisible();
  await backstep.atStep(1);
});

test('once another tab was opened, the tabs stay under the pointer', async ({ page }) => {
  await pageOf(page).open('s3-logreg');
  const tabs = page.getByRole('tablist', { name: 'All quantities' });
  const open = async (name: string) => {
    await tab(page, name).click();
    await expect(region(page, name)).toBeVisible();
    return (await tabs.boundingBox())?.y;
  };
  const y = await open('Shapes');
  expect(y).toBeGreaterThan(0);
  for (const name of ['Numbers', 'Cached', 'Numbers', 'Modes']) expect(await open(name)).toBe(y);
});

test('no number of the two modes is out of sight sideways', async ({ page }) => {
  for (const [id, width] of [
    ['s3-mlp-mse-batch', 1280],
    ['s4-p2-m100', 1440],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await pageOf(page).open(id);
    await tab(page, 'Modes').click();
    const passes = region(page, 'Modes').locator('.pass');
    await expect(passes).toHaveCount(2);
    await expect(passes.first().locator('.katex').last()).toBeAttached();
    const hidden = () =>
      passes.evaluateAll((all) => all.map((box) => box.scrollWidth - box.clientWidth));
    await expect.poll(hidden).toEqual([0, 0]);
  }
});

test('the gradient check shows the engine’s gradients beside central differences that agree', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await tab(page, 'Gradient check').click();
  const check = region(page, 'Gradient check');
  await expect(check).toContainText('Every gradient agrees with its central difference.');
  const expected = expectedOf(problemOf('s1-relu2-softmax-cce'));
  const gradient = read(expected.snapshot, 'gradient', 'W2')?.data[0] as number;
  const group = check.getByRole('region', { name: 'Check of the gradient of W 2' });
  for (const [label, digits] of [
    ['analytical', 12],
    ['central difference', 6],
  ] as const) {
    const cell = group.locator(`[aria-label^="${label}, row 1, column 1: "]`);
    const text = (await cell.getAttribute('aria-label')) ?? '';
    expect(Number(text.split(' ').at(-1))).toBeCloseTo(gradient, digits);
  }
  // Every parameter has its own, the biases too, and the larger a number the deeper its tint.
  for (const name of ['W 1', 'b 1', 'W 2', 'b 2', 'W 3', 'b 3'])
    await expect(
      check.getByRole('region', { name: `Check of the gradient of ${name}` }),
    ).toBeAttached();
  const tints = await group.locator('[aria-label^="analytical, "]').evaluateAll((cells) =>
    cells.map((cell) => ({
      size: Math.abs(Number(cell.getAttribute('aria-label')?.split(' ').at(-1))),
      depth: Number((cell as HTMLElement).style.getPropertyValue('--depth')),
    })),
  );
  const sorted = tints.toSorted((a, b) => a.size - b.size);
  expect(sorted.at(-1)?.depth).toBe(1);
  expect(sorted[0]?.depth).toBeLessThan(0.5);
  expect(sorted.map(({ depth }) => depth)).toEqual(
    sorted.map(({ depth }) => depth).toSorted((a, b) => a - b),
  );
});

test('a smaller ε says that rounding is left, and an edit is checked anew', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s3-mlp-bce-batch');
  await tab(page, 'Gradient check').click();
  const check = region(page, 'Gradient check');
  const slider = check.getByRole('slider', { name: 'Step ε of the central difference' });
  await slider.fill('-12');
  await expect(check).toContainText('rounding is left');
  await slider.fill('-1');
  await expect(check).toContainText('A smaller ε brings them together');
  await slider.fill('-5');
  await expect(check).toContainText('Every gradient agrees');
  const first = check
    .getByRole('region', { name: 'Check of the gradient of W 1' })
    .locator('[aria-label^="central difference, row 1, column 1: "]');
  const before = await first.getAttribute('aria-label');
  await tab(page, 'Numbers').click();
  await enter(page, 'W1[0,0]', '0.35');
  await tab(page, 'Gradient check').click();
  await expect(check).toContainText('Every gradient agrees');
  await expect(first).not.toHaveAttribute('aria-label', before ?? '');
});

test('a unit at the kink of its ReLU is flagged and named', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  // With no weights and no bias its z is exactly 0 for every example.
  for (const cell of ['W1[0,0]', 'W1[0,1]', 'W1[0,2]', 'b1[0,0]']) await enter(page, cell, '0');
  await tab(page, 'Gradient check').click();
  const check = region(page, 'Gradient check');
  await expect(check).toContainText(/unit 1 of Z¹, example 1.* changes sign: a kink/);
  await expect(check).toContainText('but at the marked entries');
});

test('what is cached is said for the step and for a chosen gradient, with its reasons', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s0-p3-1-cache');
  await tab(page, 'Cached').click();
  const cached = region(page, 'Cached');
  await cached.getByRole('combobox', { name: 'For the gradient' }).selectOption('dA2');
  const table = cached.getByRole('table', { name: 'Kept from the forward pass' });
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table.getByRole('rowheader')).toContainText('a 3');
  await expect(cached).toContainText('1 of 13 numbers have to be kept');
  // For the step at the cursor it says what that needs.
  const own = cached.getByRole('region', { name: 'For this step' });
  await expect(own).toContainText('The backward pass is what needs values again');
  const steps = expectedOf(problemOf('s0-p3-1-cache')).steps;
  const at = steps.findIndex(({ cached: kept }) => kept.length > 0);
  for (let i = 0; i < at; i++) await page.keyboard.press('PageDown');
  await backstep.atStep(at + 1);
  await expect(own.getByRole('row')).toHaveCount(1 + (steps[at]?.cached.length ?? 0));
  // The reason leads to the step it is about.
  await table.getByRole('button').first().click();
  await expect(backstep.equation).toContainText('Backward');
});

test('the ledger gives the shapes in letters and numbers and marks those of the step', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s4-p2-m100');
  await tab(page, 'Shapes').click();
  const shapes = region(page, 'Shapes');
  const row = shapes.locator('tr[data-quantity="W2"]');
  await expect(row).toContainText('2×3');
  await expect(row).toContainText('n 1 by n 2');
  await expect(row).toContainText('units of layer 1');
  await expect(shapes.locator('tr[data-use="writes"]')).toHaveAttribute('data-quantity', 'Z1');
  await expect(shapes.locator('tr[data-use="reads"]')).toHaveCount(3);
});

test('the inner dimensions of a product are tied, and said', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  const ties = backstep.equation.locator('[data-tie]');
  await expect(ties).toHaveText(['3', '3']);
  await expect(backstep.equation).toContainText(
    '4 by 3 times 3 by 5, the inner dimensions agree: 3',
  );
});

test('overflow is said at the first quantity where it arises, and undo takes it back', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await enter(page, 'X[0,0]', '1e300');
  await enter(page, 'W1[0,0]', '1e300');
  await expect(backstep.equation).toContainText(
    'Z¹ overflows: 1e300 · 1e300 is beyond the largest number, about 1.8e308. Everything after it is not meaningful. Undo, or make W¹ smaller.',
  );
  await expect(backstep.numbers.locator('.card[data-quantity="Z1"]')).toContainText(
    'overflows here',
  );
  await backstep.button('Last step').click();
  await expect(backstep.equation).toContainText('undefined');
  await expect(page.getByRole('main')).not.toContainText('NaN');
  await backstep.button('Undo').click();
  await backstep.button('Undo').click();
  await expect(backstep.equation).toContainText('step 23');
  await expect(backstep.equation).not.toContainText('beyond the largest');
});

test('one’s own notation is mixed on the page, changes no number and survives a reload', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await page.keyboard.press('End');
  await backstep.notation.selectOption('own');
  const panel = page.getByRole('dialog', { name: 'My own notation' });
  await panel.getByRole('combobox', { name: 'Error of a layer' }).selectOption('differential');
  await panel.getByRole('combobox', { name: 'Letters' }).selectOption('lower');
  const card = backstep.numbers.locator('.card[data-quantity="dW1"]');
  await expect(card.getByRole('group')).toHaveAccessibleName(/^d w 1/);
  const cell = page.locator('[data-cell="dW1[0,0]"]');
  const before = await cell.getAttribute('aria-label');

  await expect(panel).toContainText('These change the numbers');
  await panel.getByRole('combobox', { name: 'Loss is the' }).selectOption('sum');
  await expect(cell).not.toHaveAttribute('aria-label', before ?? '');
  await backstep.button('Undo').click();
  await expect(cell).toHaveAttribute('aria-label', before ?? '');

  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#./);
  await page.reload();
  await expect(card.getByRole('group')).toHaveAccessibleName(/^d w 1/);
  await expect(backstep.notation).toHaveValue('own');
  await backstep.notation.selectOption('brackets-columns');
  await expect(card.getByRole('group')).toHaveAccessibleName(/^the gradient of W 1/);
});

test('axe finds nothing in the tabs and the panel, light or dark', async ({ page }) => {
  test.slow();
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await enter(page, 'b1[0,0]', '1e300');
  for (const name of ['Shapes', 'Gradient check', 'Cached', 'Modes']) {
    await tab(page, name).click();
    await expect(region(page, name)).toBeVisible();
    await expect(region(page, name)).not.toBeEmpty();
    await expectNoFaults(page, '.bottom');
  }
  await backstep.notation.selectOption('own');
  await page.getByRole('dialog', { name: 'My own notation' }).waitFor();
  await expectNoFaults(page, 'dialog');
});

test('on a phone the tabs do not make the page scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const backstep = pageOf(page);
  await backstep.open('s3-mlp-bce-batch');
  for (const name of ['Shapes', 'Gradient check', 'Cached', 'Modes', 'Numbers']) {
    await tab(page, name).click();
    await expect(region(page, name)).toBeVisible();
    const box = await tab(page, name).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, name).toBeLessThanOrEqual(390);
  }
});
