import { axe } from './support/axe';
import { pageOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

test('the glossary explains what is pointed at first, and all symbols of the step', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  for (let i = 1; i < 12; i++) await page.keyboard.press('ArrowRight');
  await backstep.atStep(12);
  await backstep.equation.locator('[data-quantity="W3"]').first().hover();
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Glossary of this step' });
  await expect(dialog.locator('dt').first()).toContainText('weights of the output layer');
  for (const name of ['elementwise product', 'transpose', 'the slope of ReLU', 'known already']) {
    await expect(dialog.getByText(name, { exact: true })).toHaveCount(1);
  }
  await expect(dialog).toContainText('3 × 5 · computed in step 12');
  await page.keyboard.press('Escape');
  await backstep.button('Glossary of this step').click();
  await expect(dialog.locator('dt').first()).toContainText('hidden layer 2');
  // A quantity that the step has nothing to do with stands in a card as well.
  await expect(dialog.getByText('input', { exact: true })).toHaveCount(1);
  await expect(dialog.getByText('running index', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // At another depth, and in another tab, it has what is seen there.
  await backstep.equation.getByRole('radio', { name: 'Entry' }).check();
  await page.getByRole('tab', { name: 'Shapes' }).click();
  await backstep.button('Glossary of this step').click();
  for (const name of ['sum', 'running index', 'number of units']) {
    await expect(dialog.getByText(name, { exact: true }).first()).toBeAttached();
  }
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Modes' }).click();
  await expect(page.getByRole('table', { name: /^The tangents/ })).toBeVisible();
  await backstep.button('Glossary of this step').click();
  await expect(dialog.getByText('tangent', { exact: true })).toBeAttached();
  await expect(dialog.getByText('number of examples', { exact: true })).toHaveCount(0);
});

test('a symbol’s entry opens beside it, by click or key, and gives the focus back', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const entry = page.getByRole('dialog', { name: /^Glossary: / });
  const symbol = backstep.equation.locator('.rule [data-quantity="W1"]').first();
  await symbol.click();
  await expect(entry).toContainText('weights of hidden layer 1');
  await expect(entry).toContainText('4 × 3 · given, used in step');
  await expect(entry).toBeInViewport({ ratio: 1 });
  const found = await axe(page).include('.entry-popover').analyze();
  expect(found.violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(entry).toHaveCount(0);
  await expect(symbol).toBeFocused();
  await page.keyboard.press('g');
  await expect(entry).toContainText('weights of hidden layer 1');
  await page.keyboard.press('Escape');

  // A field of a number has no use for the letter; what stands in it stays.
  const cell = backstep.cell('X[0,0]');
  await cell.focus();
  const before = await cell.inputValue();
  await page.keyboard.press('g');
  await expect(entry).toContainText('The data that goes in');
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
  expect(await cell.inputValue()).toBe(before);
  await backstep.numbers.locator('.card[data-quantity="A1"] [role="group"]').focus();
  await page.keyboard.press('g');
  await expect(entry).toContainText('activation of hidden layer 1');

  await entry.getByRole('button', { name: 'All symbols of this step' }).click();
  await expect(entry).toHaveCount(0);
  const all = page.getByRole('dialog', { name: 'Glossary of this step' });
  await expect(all.locator('dt').first()).toContainText('activation of hidden layer 1');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('a tap on a symbol explains it, inside the screen', async ({ page }) => {
    const backstep = pageOf(page);
    await backstep.open(ID);
    await backstep.equation.locator('.rule [data-quantity="b1"]').first().tap();
    const entry = page.getByRole('dialog', { name: /^Glossary: / });
    await expect(entry).toContainText('biases of hidden layer 1');
    await expect(entry).toBeInViewport({ ratio: 1 });
    const close = await entry.getByRole('button', { name: 'Close' }).boundingBox();
    expect(Math.min(close?.width ?? 0, close?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await entry.getByRole('button', { name: 'Close' }).tap();
    await expect(entry).toHaveCount(0);
  });
});
