import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pageOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

async function palette(page: Page) {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search commands' });
  const field = dialog.getByRole('combobox');
  await expect(field).toBeFocused();
  return { dialog, field, options: dialog.getByRole('option') };
}

test('the palette finds steps, problems, notations and actions by words, and runs them by key', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const first = await palette(page);
  await first.field.fill('delta 2 error');
  await expect(first.options.first()).toContainText('Step 12');
  await page.keyboard.press('Enter');
  await backstep.atStep(12);
  await expect(first.dialog).toHaveCount(0);

  const dark = await palette(page);
  await dark.field.fill('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  const detail = await palette(page);
  await detail.field.fill('detail');
  await page.keyboard.press('ArrowDown');
  await expect(detail.options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(detail.options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await backstep.button('Menu').click();
  await expect(page.getByRole('combobox', { name: 'Detail' })).toHaveValue('operations');
  await page.keyboard.press('Escape');

  const problem = await palette(page);
  await problem.field.fill('pytorch three');
  await problem.options.first().click();
  await expect(backstep.problem).toHaveValue('s3-demo-batch');
});

test('the palette opens from a field, keeps its keys to itself, and says when nothing is found', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.cell('W1[0,0]').click();
  const { dialog, field, options } = await palette(page);
  await page.keyboard.press('End');
  await field.fill('no such thing');
  await expect(options).toHaveCount(0);
  await expect(dialog).toContainText('Nothing is called “no such thing”');
  await dialog.getByRole('button', { name: 'Show all' }).click();
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await backstep.atStep(1);
});

test('the question mark lists every key', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Help and keys' });
  for (const [what, key] of [
    ['Next step', '→'],
    ['Play or pause', 'Space'],
    ['Undo', 'Ctrl Z'],
    ['Search commands', 'Ctrl K'],
    ['Glossary of this step', 'G'],
  ] as const) {
    await expect(dialog.locator('dl > div').filter({ hasText: what }).first()).toContainText(key);
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await backstep.atStep(1);
  await expect(dialog).toHaveCount(0);
});

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
  const found = await new AxeBuilder({ page }).include('.entry-popover').analyze();
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

test('a first visit is offered a tour that stands in nobody’s way and comes once', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open();
  const tour = page.getByRole('complementary', { name: 'Tour' });
  await expect(tour).toContainText('1 of 5');
  await page.keyboard.press('ArrowRight');
  await backstep.atStep(2);
  await backstep.button('Next step').click();
  await backstep.atStep(3);
  for (let stop = 2; stop <= 5; stop++) {
    await tour.getByRole('button', { name: 'Continue' }).click();
    await expect(tour).toContainText(`${stop} of 5`);
    await expect(page.locator('[data-toured]')).toHaveCount(1);
  }
  await tour.getByRole('button', { name: 'Done' }).click();
  await expect(tour).toHaveCount(0);
  await page.goto('./');
  await backstep.atStep(3);
  await expect(tour).toHaveCount(0);
  // From the help it can be taken again, and left with Escape.
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Show the tour' }).click();
  await expect(tour).toContainText('1 of 5');
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
});

test('whoever comes with a link or a problem’s name sees no tour', async ({ page }) => {
  await pageOf(page).open(ID);
  await expect(page.getByRole('complementary', { name: 'Tour' })).toHaveCount(0);
});

for (const [width, height] of [
  [1280, 720],
  [1440, 900],
  [390, 844],
] as const) {
  test(`at ${width}×${height} the tour covers no button of the steps`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await pageOf(page).open();
    const tour = page.getByRole('complementary', { name: 'Tour' });
    const steps = await pageOf(page).steps.boundingBox();
    for (let stop = 1; stop <= 5; stop++) {
      await expect(tour).toContainText(`${stop} of 5`);
      const card = await tour.boundingBox();
      if (!card || !steps) throw new Error('Both must be seen.');
      const apart = card.y >= steps.y + steps.height || card.y + card.height <= steps.y;
      expect(apart).toBe(true);
      expect(card.x).toBeGreaterThanOrEqual(0);
      expect(card.x + card.width).toBeLessThanOrEqual(width);
      if (stop < 5) await tour.getByRole('button', { name: 'Continue' }).click();
    }
  });
}

test('a part of the page that cannot be loaded says so and can be asked for again', async ({
  page,
}) => {
  await pageOf(page).open(ID);
  // What the page asks for is answered, but with something else.
  await page.route(/KeyHelp.*\.js/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'export const x = 1;' }),
  );
  await page.keyboard.press('?');
  const said = page.getByRole('status').filter({ hasText: 'could not be loaded' });
  await expect(said.getByRole('button', { name: 'Try again' })).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the dialogs and the tour, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await pageOf(page).open();
    const look = async (part: string) => {
      const { violations } = await new AxeBuilder({ page }).include(part).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
    };
    await expect(page.getByRole('complementary', { name: 'Tour' })).toBeVisible();
    await look('.tour');
    await look('.topbar');
    await page.keyboard.press('Escape');
    for (const key of ['Control+k', '?', 'g']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('dialog');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await pageOf(page).more('My problems');
    await page.getByRole('button', { name: 'Save problem' }).click();
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
    await look('dialog');
  });
}
