import type { Page } from '@playwright/test';
import { type Problem, readProblem } from '../src/problem';
import { axe } from './support/axe';
import { expectedOf, expectQuantity, numberIn, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

async function openSetup(page: Page, id = ID) {
  const backstep = pageOf(page);
  await backstep.open(id);
  await backstep.button('Set up…').click();
  const panel = page.getByRole('dialog', { name: 'Set up' });
  await expect(panel).toBeVisible();
  const button = (name: string) => panel.getByRole('button', { name, exact: true });
  const choose = (name: string, label: string) =>
    panel.getByRole('combobox', { name, exact: true }).selectOption({ label });
  const type = async (name: string, value: string) => {
    const field = panel.getByRole('textbox', { name, exact: true });
    await field.fill(value);
    await field.press('Enter');
  };
  return { backstep, panel, button, choose, type };
}

/** A network of 2, 3 and 1 units as a lecturer would set it, written here and nowhere on the page. */
const OWN = {
  format: 'backstep-problem',
  version: 1,
  network: {
    layers: [{ units: 2 }, { units: 3, activation: 'tanh' }, { units: 1, activation: 'sigmoid' }],
    loss: { kind: 'binary-cross-entropy' },
  },
  data: {
    X: [
      [1, 0.5],
      [-2, 1],
    ],
    Y: [[1, 0]],
  },
  parameters: {
    W1: [
      [0.4, -0.3],
      [0.1, 0.8],
      [-0.5, 0.2],
    ],
    b1: [[0.1], [0], [-0.1]],
    W2: [[0.7, -0.5, 0.3]],
    b2: [[0.2]],
  },
  optimizer: { learningRate: 0.5 },
};

function own(): Problem {
  const read = readProblem(JSON.stringify(OWN));
  if (!read.ok) throw new Error(read.fault.error);
  return { ...read.value, notation: 'brackets-columns' };
}

async function fill(page: Page, name: string, rows: readonly (readonly number[])[]) {
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      const field = page.locator(`[data-cell="${name}[${r},${c}]"]`);
      await field.click();
      await field.fill(String(value));
      await field.press('Enter');
    }
  }
}

test('a student sets up their own 2-3-1 network, types the numbers and finds each gradient', async ({
  page,
}) => {
  const { backstep, panel, button, choose, type } = await openSetup(page);
  await button('Remove hidden 2').click();
  await type('Number of inputs', '2');
  await type('Number of units of hidden 1', '3');
  await choose('Activation of hidden 1', 'tanh');
  await type('Number of units of output', '1');
  await expect(panel.getByRole('list', { name: 'Advice' })).toContainText('always 1');
  await choose('Activation of output', 'sigmoid');
  await choose('Loss', 'binary cross-entropy');
  await expect(panel.getByRole('list', { name: 'Advice' })).toContainText('Usual. Sigmoid');
  for (let k = 5; k > 2; k--) await button(`Remove example ${k}`).press('Enter');
  await type('Learning rate', '0.5');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();

  const { data, parameters } = OWN;
  for (const [name, rows] of Object.entries({ ...data, ...parameters }))
    await fill(page, name, rows);
  await page.locator('[data-cell="b2[0,0]"]').blur();
  await backstep.button('Last step').click();
  const expected = expectedOf(own());
  for (const { writes } of expected.steps) await expectQuantity(page, writes, expected);

  // By hand: δ² = (a − y)/m, and ∂J/∂w₁₁ of the output adds δ² a¹ up over both examples.
  const of = (cell: string) => numberIn(backstep.cell(cell));
  const [d1, d2] = [await of('delta2[0,0]'), await of('delta2[0,1]')];
  const [a1, a2] = [await of('A1[0,0]'), await of('A1[0,1]')];
  expect(await of('dW2[0,0]')).toBeCloseTo(d1 * a1 + d2 * a2, 14);
  expect(a1).toBeCloseTo(Math.tanh(0.4 * 1 + -0.3 * -2 + 0.1), 14);

  // And all of it can be taken back, to the problem that was opened.
  const undo = page.getByTitle('Undo (Ctrl Z)');
  while ((await undo.getAttribute('aria-disabled')) === null) await undo.click();
  await page.keyboard.press('End');
  await expectQuantity(page, 'J', expectedOf(problemOf(ID)));
});

test('a layer is added and removed, and the weights that fit are kept', async ({ page }) => {
  const { backstep, button } = await openSetup(page);
  await button('Add a layer before output').click();
  await expect(backstep.cell('W4[0,0]')).toBeAttached();
  const before = expectedOf(problemOf(ID));
  await expectQuantity(page, 'W1', before);
  await button('Remove hidden 3').click();
  await expect(backstep.cell('W4[0,0]')).toHaveCount(0);
  await expectQuantity(page, 'W2', before);
});

test('in a field of the panel Ctrl Z is the page’s, and Escape takes back what is being typed', async ({
  page,
}) => {
  const { backstep, panel, type } = await openSetup(page);
  const units = panel.getByRole('textbox', { name: 'Number of units of hidden 1', exact: true });
  await type('Number of units of hidden 1', '6');
  await expect(backstep.cell('W1[5,0]')).toBeAttached();
  await units.press('Control+z');
  await expect(units).toHaveValue('4');
  await expect(backstep.cell('W1[5,0]')).toHaveCount(0);
  await units.fill('7');
  await units.press('Escape');
  await expect(units).toHaveValue('4');
  await units.press('Escape');
  await expect(panel).toBeHidden();
  await expectQuantity(page, 'W1', expectedOf(problemOf(ID)));
});

test('scaling, factor and layouts of the panel are those of the arithmetic', async ({ page }) => {
  const { backstep, choose } = await openSetup(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await backstep.button('Set up…').click();
  const problem = problemOf(ID);
  if (problem.kind !== 'network') throw new Error('It is a network.');
  const { network } = problem;
  const withLoss = (change: Partial<typeof network.loss>): Problem => ({
    ...problem,
    network: { ...network, loss: { ...network.loss, ...change } },
  });
  await choose('Scaling', 'sum over examples');
  await expectQuantity(page, 'J', expectedOf(withLoss({ over: 'sum' })));
  await choose('Factor in front', '½');
  await expectQuantity(page, 'J', expectedOf(withLoss({ over: 'sum', scale: 0.5 })));
  await expectQuantity(page, 'dW1', expectedOf(withLoss({ over: 'sum', scale: 0.5 })));
  await choose('Scaling', 'mean over examples, 1/m');
  await choose('Factor in front', '1');

  const turned = async (cell: string, other: string) => {
    const before = await numberIn(backstep.cell(cell));
    return async () => expect(await numberIn(backstep.cell(other))).toBe(before);
  };
  const input = await turned('X[1,0]', 'X[0,1]');
  await choose('Examples are', 'rows');
  await expect(backstep.cell('X[4,2]')).toBeAttached();
  await input();
  const weight = await turned('W1[3,0]', 'W1[0,3]');
  await choose('W is', 'inputs × units');
  await expect(backstep.cell('W1[2,3]')).toBeAttached();
  await weight();
  // The loss is what it was.
  await expectQuantity(page, 'J', expectedOf(problem));
});

test('units that are added get their weights from the initialiser that is chosen', async ({
  page,
}) => {
  const { backstep, choose, button } = await openSetup(page);
  const added = async (kind: string) => {
    await choose('New ones are', kind);
    await button('More units of hidden 1').click();
    await expect(backstep.cell('W1[4,0]')).toBeAttached();
    const of = (col: number) => numberIn(backstep.cell(`W1[4,${col}]`));
    const numbers = [await of(0), await of(1), await of(2)];
    await button('Fewer units of hidden 1').click();
    await expect(backstep.cell('W1[4,0]')).toHaveCount(0);
    return numbers;
  };
  expect(await added('zeros')).toEqual([0, 0, 0]);
  for (const value of await added('one decimal')) {
    expect(Math.abs(value)).toBeLessThanOrEqual(0.9);
    expect(value * 10).toBeCloseTo(Math.round(value * 10), 12);
  }
  // Of three inputs and five units: evenly from ±√(6/8).
  const xavier = await added('Xavier');
  expect(new Set(xavier).size).toBe(3);
  for (const value of xavier) expect(Math.abs(value)).toBeLessThanOrEqual(Math.sqrt(6 / 8));
  expect(await added('He')).not.toEqual(xavier);
});

test('a seed that is none is spoken of, and the last one stays', async ({ page }) => {
  const { panel, type } = await openSetup(page);
  for (const wrong of ['abc', '1.5', '99999999999']) {
    await type('Seed', wrong);
    await expect(panel.getByRole('alert')).toContainText('A seed is a whole number');
    await expect(panel.getByRole('textbox', { name: 'Seed' })).toHaveValue('1');
  }
  await type('Seed', '7');
  await expect(panel.getByRole('alert')).toHaveCount(0);
});

test('the same seed gives the same weights again', async ({ page }) => {
  const { backstep, panel, button, choose, type } = await openSetup(page);
  const numbers = async () =>
    Promise.all(['W1[0,0]', 'W2[1,1]', 'b3[0,0]'].map((c) => numberIn(backstep.cell(c))));
  const first = await numbers();
  await type('Seed', '7');
  await button('New weights').click();
  await expect.poll(numbers).not.toEqual(first);
  const seven = await numbers();
  await button('New weights').click();
  await expect(panel.getByRole('textbox', { name: 'Seed', exact: true })).toHaveValue('8');
  await expect.poll(numbers).not.toEqual(seven);
  await type('Seed', '7');
  await button('New weights').click();
  await expect.poll(numbers).toEqual(seven);
  await choose('New ones are', 'zeros');
  await button('New weights').click();
  await expect.poll(numbers).toEqual([0, 0, 0]);
  await expect(panel.getByRole('list', { name: 'Advice' })).toContainText('break the symmetry');
});

test('an unusual pair is explained where it is chosen', async ({ page }) => {
  const { panel, choose } = await openSetup(page);
  await choose('Activation of output', 'ReLU');
  await expect(panel.getByRole('list', { name: 'Advice' })).toContainText(
    'ReLU output with cross-entropy can give a negative loss',
  );
});

test('what cannot be is refused in the panel, and nothing changes', async ({ page }) => {
  const { panel, type } = await openSetup(page);
  await type('Number of units of hidden 1', '99999');
  await expect(panel.getByRole('alert')).toContainText('A layer may have');
  await type('Learning rate', 'fast');
  await expect(panel.getByRole('alert')).toContainText('The learning rate is a number from 0');
  await expectQuantity(page, 'W1', expectedOf(problemOf(ID)));
});

test('examples are edited, duplicated and added in the panel', async ({ page }) => {
  const { backstep, panel, button, type } = await openSetup(page);
  await type('X 1 of example 2', '4.5');
  await expect.poll(() => numberIn(backstep.cell('X[0,1]'))).toBe(4.5);
  await button('Duplicate example 2').click();
  await expect.poll(() => numberIn(backstep.cell('X[0,2]'))).toBe(4.5);
  await button('Add an example').click();
  await expect(panel.getByRole('heading', { name: 'Examples (7)' })).toBeVisible();
  await expect(backstep.cell('Y[1,6]')).toBeAttached();

  // Two fast clicks remove one example; the focus stays in its row, and there is a way back.
  await button('Remove example 3').dblclick();
  await expect(panel.getByRole('heading', { name: 'Examples (6)' })).toBeVisible();
  await expect(button('Remove example 3')).toBeFocused();
  await button('Remove example 6').press('Enter');
  await expect(panel.getByRole('heading', { name: 'Examples (5)' })).toBeVisible();
  await expect(button('Remove example 5')).toBeFocused();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('heading', { name: 'Examples (6)' })).toBeVisible();

  // Weights have fields here too, layer by layer, and the loss is written as it was chosen.
  await panel.getByRole('combobox', { name: 'Weights into' }).selectOption('2');
  await type('W 2, row 1, column 4', '0.75');
  await expect.poll(() => numberIn(backstep.cell('W2[0,3]'))).toBe(0.75);
  const formula = panel.locator('.loss-formula [data-tex]');
  await expect(formula).toHaveAttribute('data-tex', /log/);
  await panel.getByRole('combobox', { name: 'Loss', exact: true }).selectOption('squared-error');
  await expect(formula).toHaveAttribute('data-tex', /\^/);
});

test('one example is seen alone, with its share of the sum', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('End');
  await backstep.button('Only this example').click();
  await backstep.steps
    .getByRole('button', { name: /∂J\/∂b.*output layer|∂J\/∂b\[?3/ })
    .first()
    .click();
  await expect(backstep.equation).toContainText('Example 1 adds');
  // b gets δ of the example itself.
  const delta = await numberIn(backstep.cell('delta3[0,0]'));
  await expect(backstep.equation.locator('.part-line')).toContainText(
    `minus ${Math.abs(delta).toFixed(3)}`,
  );
  await expect(backstep.network).toContainText('Example 1’s share');
  const bias = backstep.numbers.locator('[data-quantity="db3"]');
  await expect(bias).toContainText('small: of example 1');
  await expect(bias.locator('[data-cell="db3[0,0]"] .share')).toHaveText(
    `−${Math.abs(delta).toFixed(3)}`,
  );
  expect((await axe(page).analyze()).violations).toEqual([]);
  await backstep.button('Next example').click();
  await expect(backstep.equation).toContainText('Example 2 adds');
  // The numbers of the others step back, in the cards and in the equation.
  await expect(backstep.numbers.locator('[data-cell="A2[0,0]"]')).toHaveAttribute('data-aside');
  await expect(backstep.numbers.locator('[data-cell="A2[0,1]"]')).not.toHaveAttribute('data-aside');
  await expect(backstep.equation.locator('.numbers-row [data-aside]')).not.toHaveCount(0);
  await expect(bias).toContainText('small: of example 2');
  await backstep.button('Only this example').click();
  await expect(backstep.equation.locator('.part-line')).toHaveCount(0);
  await expect(backstep.numbers.locator('.share')).toHaveCount(0);
});

test('a bias is seen repeated under each example where it is added', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const copies = backstep.numbers.locator('[data-quantity="b1"] .copy');
  await expect(copies).toHaveText(['0.4', '0.4', '0.1', '0.2'].flatMap((b) => [b, b, b, b]));
  // In the equation pale, and the shape is that of the bias itself.
  await expect(backstep.equation.locator('.numbers-row [data-aside]')).toHaveText([
    '0.4',
    '0.4',
    '0.1',
    '0.2',
  ]);
  await backstep.button('Last step').click();
  await expect(copies).toHaveCount(0);
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`the panel works and is accessible at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const { panel, button } = await openSetup(page);
    await button('More units of hidden 1').click();
    const { violations } = await axe(page).analyze();
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(page.getByRole('button', { name: 'Set up…' })).toBeFocused();
  });
}
