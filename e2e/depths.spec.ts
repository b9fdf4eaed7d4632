import type { Page } from '@playwright/test';
import { entry, read } from '../src/engine';
import { axe } from './support/axe';
import { type Expected, edited, expectedOf, numberIn, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const HANDOUT = 's1-relu2-softmax-cce';

const engineNumber = (
  { snapshot }: Expected,
  aspect: 'value' | 'gradient',
  id: string,
  row: number,
  col: number,
) => {
  const matrix = read(snapshot, aspect, id);
  if (!matrix) throw new Error(`No ${aspect} of ${id}`);
  return entry(matrix, row, col);
};

const stepNumber = ({ steps }: Expected, id: string) => steps.findIndex((s) => s.id === id) + 1;

async function goTo(page: Page, number: number) {
  for (let i = 1; i < number; i++) await page.keyboard.press('PageDown');
  await pageOf(page).atStep(number);
}

/** The number behind an output, with all its digits. */
const full = async (page: Page, selector: string) =>
  Number(await page.locator(selector).last().getAttribute('title'));

test('a learner finds ∂J/∂w₂₁ of the second layer and its five products', async ({ page }) => {
  const { open, equation, cell } = pageOf(page);
  const expected = expectedOf(problemOf(HANDOUT));
  await open(HANDOUT);
  await goTo(page, stepNumber(expected, 'backward:W2'));

  await cell('dW2[1,0]').click();
  await expect(equation.getByRole('radio', { name: 'Entry' })).toBeChecked();
  await expect(equation).toContainText(
    'the weight from unit 1 of hidden layer 1 to unit 2 of hidden layer 2',
  );
  await expect(equation).toContainText('row 2 of δ² and row 1 of A¹');

  const rows = equation.getByRole('region', { name: 'Products' }).locator('tbody tr');
  await expect(rows).toHaveCount(5);
  const wanted = engineNumber(expected, 'gradient', 'W2', 1, 0);
  expect(await full(page, '.products tfoot output')).toBeCloseTo(wanted, 12);
  expect(await numberIn(cell('dW2[1,0]'))).toBeCloseTo(wanted, 12);

  // Row 2 of δ and row 1 of A are lit up in the cards, and the edge on the diagram.
  await expect(cell('delta2[1,4]')).toHaveAttribute('data-part', 'reads');
  await expect(cell('A1[0,4]')).toHaveAttribute('data-part', 'reads');
  await expect(cell('delta2[0,4]')).not.toHaveAttribute('data-part', 'reads');
  await expect(page.locator('.edge[data-entry="dW2[1,0]"]')).toHaveAttribute('data-part', 'chosen');
  // One product by itself lights its two numbers alone.
  await rows.nth(1).hover();
  await expect(cell('A1[0,1]')).toHaveAttribute('data-part', 'reads');
  await expect(cell('A1[0,4]')).not.toHaveAttribute('data-part', 'reads');

  const violations = (await axe(page).include('.equation').analyze()).violations;
  expect(violations).toEqual([]);
});

test('the paths of a weight add up to its gradient, and one is drawn', async ({ page }) => {
  const { open, equation, network, cell } = pageOf(page);
  const expected = expectedOf(problemOf(HANDOUT));
  await open(HANDOUT);
  await goTo(page, stepNumber(expected, 'backward:W1'));
  await cell('dW1[0,0]').click();
  await equation.getByRole('radio', { name: 'Path' }).check();

  await expect(equation).toContainText('60 paths lead to the loss.');
  const wanted = engineNumber(expected, 'gradient', 'W1', 0, 0);
  expect(await full(page, '.paths-sum span:first-child output')).toBeCloseTo(wanted, 12);
  expect(await full(page, '.paths-sum [data-entry="dW1[0,0]"]')).toBeCloseTo(wanted, 12);
  await expect(page.locator('.diagram .way path').first()).toBeAttached();

  // Example by example, the largest product first; of each the first few, and its share of the gradient.
  const list = equation.getByRole('list', { name: 'Paths to the loss through example 1' });
  await expect(list.locator('[data-path]')).toHaveCount(6);
  await expect(equation.getByRole('list', { name: /^Paths to the loss/ })).toHaveCount(1);
  const groups = equation.getByRole('button', { name: /^Example \d 12 paths/ });
  const together = await groups.locator('output').allTextContents();
  const parts = together.map((text) => Number(text.replace('−', '-')));
  expect(parts).toHaveLength(5);
  expect(parts.reduce((a, b) => a + b)).toBeCloseTo(wanted, 4);
  await list.getByRole('button', { name: 'Show all 12' }).click();
  const products = await list.locator('.product output').allTextContents();
  const sizes = products.map((text) => Math.abs(Number(text.replace('−', '-'))));
  expect(sizes).toHaveLength(12);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));

  // Who multiplies what is written gets what is written, with however many digits.
  await equation.getByRole('combobox', { name: 'Digits' }).selectOption('8');
  await expect(list.locator('.product').first()).toHaveText(/\.\d{8}/);
  const written = await list.locator('.product').allTextContents();
  expect(written).toHaveLength(12);
  for (const line of written) {
    const [factors = '', product] = line.replaceAll('−', '-').split(' = ');
    const multiplied = factors.split(' · ').map((factor) => Number(factor.replace(/[()]/g, '')));
    expect(multiplied.reduce((a, b) => a * b)).toBeCloseTo(Number(product), 7);
  }
  await equation.getByRole('combobox', { name: 'Digits' }).selectOption('4');

  await list.getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('button').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button').nth(1)).toHaveAttribute('aria-pressed', 'true');
  const factors = equation.getByRole('region', { name: 'Local derivatives of the chosen path' });
  await expect(factors.locator('tbody tr')).toHaveCount(7);

  // The examples' shares add up as well; which one is alone is one choice everywhere.
  const only = network.getByRole('button', { name: 'Only this example' });
  await equation.getByRole('combobox', { name: 'Of' }).selectOption('one');
  await expect(equation).toContainText('12 paths lead to the loss.');
  await expect(equation).toContainText('is the share of example 1 in');
  await expect(only).toHaveAttribute('aria-pressed', 'true');
  const shares: number[] = [];
  for (let example = 1; example <= 5; example++) {
    await network.getByRole('combobox', { name: 'Example' }).selectOption(`${example - 1}`);
    await expect(equation).toContainText(`is the share of example ${example} in`);
    shares.push(await full(page, '.paths-sum span:first-child output'));
  }
  expect(shares.reduce((a, b) => a + b)).toBeCloseTo(wanted, 12);
  await only.click();
  await expect(equation).toContainText('60 paths lead to the loss.');

  const violations = (await axe(page).include('.equation').analyze()).violations;
  expect(violations).toEqual([]);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(equation.getByRole('radio', { name: 'Layer' })).toBeChecked();
  await expect(page.locator('.diagram .way path')).toHaveCount(0);
});

test('at every depth the old result stays beside the new one until the next step', async ({
  page,
}) => {
  const { open, equation, cell, button } = pageOf(page);
  const expected = expectedOf(problemOf(HANDOUT));
  const after = expectedOf(edited(problemOf(HANDOUT), 'W2', 0, 0, 1.5));
  const old = (row: number, col: number) => engineNumber(expected, 'gradient', 'W1', row, col);
  await open(HANDOUT);
  await goTo(page, stepNumber(expected, 'backward:W1'));
  await cell('dW1[0,0]').click();
  await expect(equation.locator('.result output')).toBeVisible();
  await expect(equation.locator('.was-number')).toHaveCount(0);
  await cell('W2[0,0]').fill('1.5');
  await cell('W2[0,0]').press('Enter');

  const was = equation.locator('.was-number [title]');
  const wasNumber = async () => Number(await was.getAttribute('title'));
  expect(await wasNumber()).toBeCloseTo(old(0, 0), 12);
  const now = engineNumber(after, 'gradient', 'W1', 0, 0);
  expect(await full(page, '.result output')).toBeCloseTo(now, 12);
  await equation.getByRole('radio', { name: 'Path' }).check();
  await expect(equation.locator('.paths-sum')).toBeVisible();
  expect(await wasNumber()).toBeCloseTo(old(0, 0), 12);
  await equation.getByRole('radio', { name: 'Derivation' }).check();
  const text = Math.abs(old(3, 2)).toFixed(3);
  await expect(equation.locator('.was-line').last()).toContainText(text);

  await button('Next step').click();
  await expect(equation.locator('.was-number, .was-line')).toHaveCount(0);
});

test('a unit that is off says so beside its curve', async ({ page }) => {
  const { open, equation, network } = pageOf(page);
  const expected = expectedOf(problemOf(HANDOUT));
  await open(HANDOUT);
  await goTo(page, stepNumber(expected, 'forward:A1'));
  const z = engineNumber(expected, 'value', 'Z1', 2, 0);
  expect(z).toBeLessThanOrEqual(0);
  await network.locator('.unit[data-entry="A1[2,0]"]').click();
  await expect(equation).toContainText('unit 3 of hidden layer 1, example 1');
  await expect(equation).toContainText('ReLU is off: z ≤ 0, no gradient passes.');
  await expect(
    equation.getByRole('img', { name: /^The activation at z = .*, slope 0$/ }),
  ).toBeVisible();
  await expect(page.locator('.unit[data-entry="A1[2,0]"]')).toHaveAttribute('data-part', 'chosen');
  // Where z ≤ 0 the tangent of ReLU is level.
  const box = await equation.locator('.tangent').boundingBox();
  expect(box?.width).toBeGreaterThan(20);
  expect(box?.height).toBeLessThan(6);

  // A bias is opened by a click as well.
  await network.locator('.chip[data-entry="b1[1,0]"]').click();
  await expect(equation).toContainText('the bias of unit 2 of hidden layer 1');
});

test('by keyboard alone: walk the diagram, then choose an entry by its row and column', async ({
  page,
}) => {
  const { open, equation, network } = pageOf(page);
  const expected = expectedOf(problemOf(HANDOUT));
  await open(HANDOUT);
  const step = stepNumber(expected, 'forward:A1');
  await goTo(page, step);
  await network.locator('.units[data-quantity="A1"]').focus();
  await page.keyboard.press('Enter');
  await expect(equation).toContainText('unit 1 of hidden layer 1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(equation).toContainText('unit 3 of hidden layer 1');
  // The arrows walk the diagram, not the steps; Right goes to what is drawn next, Left back.
  await page.keyboard.press('ArrowLeft');
  await expect(equation).toContainText('the bias of unit 3 of hidden layer 1');
  await page.keyboard.press('ArrowRight');
  await expect(equation).toContainText('unit 3 of hidden layer 1, example 1');
  await expect(equation).toContainText(`step ${step} of`);

  // What has been walked to is explained beside itself, and gets the focus back.
  const entry = page.getByRole('dialog', { name: /^Glossary: / });
  for (const [key, text] of [
    ['ArrowRight', 'weights of hidden layer 2'],
    ['ArrowLeft', 'activation of hidden layer 1'],
  ] as const) {
    await page.keyboard.press(key);
    await page.keyboard.press('g');
    await expect(entry).toContainText(text);
    await page.keyboard.press('Escape');
    await expect(entry).toHaveCount(0);
  }

  await equation.getByRole('spinbutton', { name: 'Row' }).fill('2');
  await equation.getByRole('spinbutton', { name: 'Column' }).fill('4');
  await expect(equation).toContainText('unit 2 of hidden layer 1, example 4');
  // What is no place does not stay beside the one that is shown.
  const row = equation.getByRole('spinbutton', { name: 'Row' });
  await row.fill('99');
  await row.press('Enter');
  await expect(row).toHaveValue('2');
  await row.fill('');
  await row.blur();
  await expect(row).toHaveValue('2');
});

test('an edge opens its weight, and what of it is still to come', async ({ page }) => {
  const { open, equation, network, atStep } = pageOf(page);
  const expected = expectedOf(problemOf(HANDOUT));
  await open(HANDOUT);
  await network.locator('.edge[data-entry="W2[1,0]"] .reach').dispatchEvent('click');
  await expect(equation).toContainText(
    'the weight from unit 1 of hidden layer 1 to unit 2 of hidden layer 2',
  );
  await expect(equation).toContainText('given');
  const there = stepNumber(expected, 'backward:W2');
  await equation.getByRole('button', { name: new RegExp(`^Go to step ${there}`) }).click();
  await atStep(there);
  expect(await full(page, '.products tfoot output')).toBeCloseTo(
    engineNumber(expected, 'gradient', 'W2', 1, 0),
    12,
  );
});

test('a program is looked into just as well', async ({ page }) => {
  const { open, equation } = pageOf(page);
  const id = 's0-p3-2-tanh-sigmoid';
  const expected = expectedOf(problemOf(id));
  await open(id);
  const step = expected.steps.find((s) => s.phase === 'backward' && s.role === 'parameter');
  if (!step) throw new Error('No gradient of a parameter.');
  await goTo(page, stepNumber(expected, step.id));
  await equation.getByRole('radio', { name: 'Path' }).check();
  await expect(equation).toContainText(/paths? leads? to the loss/);
  expect(await full(page, '.paths-sum span:first-child output')).toBeCloseTo(
    engineNumber(expected, 'gradient', step.of, 0, 0),
    10,
  );
  await expect(page.locator('.diagram .way path').first()).toBeAttached();
});

test('a weight and its gradient are written with digits of their own, and the legend has the lines that are drawn', async ({
  page,
}) => {
  const { open, equation, network } = pageOf(page);
  const expected = expectedOf(problemOf(HANDOUT));
  await open(HANDOUT);
  await goTo(page, stepNumber(expected, 'backward:W2'));
  await expect(network.locator('.legend')).toContainText(['gradient of a weight > 0']);
  await expect(network.locator('.legend')).not.toContainText(['flows back']);
  await page.keyboard.press('PageDown');
  await expect(network.locator('.legend')).toContainText(['flows back']);
  await network.locator('.edge[data-entry="W2[0,1]"] .reach').dispatchEvent('click');
  const value = engineNumber(expected, 'gradient', 'W2', 0, 1);
  // Three digits count, as in a sum that is small by itself.
  expect(Math.abs(value)).toBeLessThan(0.1);
  const written = value.toFixed(1 - Math.floor(Math.log10(Math.abs(value))) + 1);
  await expect(equation.locator('output').filter({ hasText: written }).first()).toBeVisible();
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const depth of ['Entry', 'Path', 'Derivation'])
    test(`the choice of ${depth} stays under it while what is chosen comes`, async ({ page }) => {
      const { open, equation } = pageOf(page);
      await open(HANDOUT);
      await goTo(page, 12);
      const choice = equation.locator('.depths label', { hasText: depth });
      await choice.evaluate((element) => {
        window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - 150);
      });
      const before = await choice.boundingBox();
      await choice.tap();
      await expect(equation.locator('.depth-wait')).toHaveCount(0);
      await expect(equation.getByRole('radio', { name: depth })).toBeChecked();
      expect((await choice.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
    });
});
