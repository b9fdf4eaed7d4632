import { NO_MEMORY, withProgram } from '../src/compile/infer';
import type { Problem, ProgramProblem } from '../src/problem';
import { axe } from './support/axe';
import { expectedOf, expectQuantity, numberIn, pageOf, problemOf } from './support/backstep';
import { openEditor, openProgram, PROGRAM } from './support/editor';
import { expect, test } from './support/page';

const NETWORK = 's1-relu2-softmax-cce';

/** What the library's program becomes with another text, worked out here in Node. */
function typed(text: string, before: Problem = problemOf(PROGRAM)): ProgramProblem {
  const made = withProgram(before as ProgramProblem, text, NO_MEMORY);
  if (!made.ok) throw new Error(made.fault.error);
  return made.value.problem;
}

test('a network that becomes a program by a key says so, and is taken back', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(NETWORK);
  await page.keyboard.press('e');
  const said = page.locator('.notice', { hasText: 'written out as a program' });
  await said.getByRole('button', { name: 'Undo' }).click();
  await expect(backstep.network.getByRole('radio', { name: 'Layers' })).toBeChecked();
});

test('what takes a change back goes with the next one, so that it takes nothing else back', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(NETWORK);
  await page.keyboard.press('e');
  const said = page.locator('.notice', { hasText: 'written out as a program' });
  await expect(said).toBeVisible();
  await backstep.button('Undo').first().click();
  await expect(backstep.network.getByRole('radio', { name: 'Layers' })).toBeChecked();
  await expect(said).toBeHidden();
});

test('a formula is typed, the page follows, and it is walked to its gradients', async ({
  page,
}) => {
  const { backstep, editor } = await openProgram(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('L = (w * x - y)^2');
  await expect(backstep.cell('L[0,0]')).toBeAttached();
  await backstep.button('Last step').click();
  const expected = expectedOf(typed('L = (w * x - y)^2'));
  for (const { writes } of expected.steps) await expectQuantity(page, writes, expected);
  // By hand: dL/dw = 2 (w x − y) x.
  expect(await numberIn(backstep.cell('dw[0,0]'))).toBeCloseTo(2 * (0.7 * 1.5 - 0.2) * 1.5, 12);
  await expect(backstep.network).toContainText('L');
  // The typing is one entry of the history.
  await editor.box.blur();
  await backstep.button('Undo').click();
  await expect(editor.box).toContainText('tanh(z)');
  await expectQuantity(page, 'L', expectedOf(problemOf(PROGRAM)));
});

test('an empty program with unknown names becomes a page; shapes and kinds can be set', async ({
  page,
}) => {
  const { backstep, editor } = await openEditor(page, NETWORK);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /command/i })).toBeFocused();
  await page.keyboard.type('New program');
  await page.keyboard.press('Enter');
  await expect(editor.box).toBeFocused();
  await page.keyboard.type('L = sum((W*x + b - y)^2)');
  await expect(editor.names).toContainText('W is 1×2 because W*x meets x, 2×1');
  await backstep.button('Close the editor').click();
  await backstep.button('Edit program').click();
  await expect(editor.names).toContainText('W is 1×2 because W*x meets x, 2×1');
  await expect(editor.names).toContainText('2×1 is a proposal');
  await backstep.button('Last step').click();
  await expect(backstep.cell('dW[0,1]')).toBeAttached();

  const rows = page.getByRole('textbox', { name: 'Rows of x', exact: true });
  await rows.fill('3');
  await rows.press('Enter');
  await expect(backstep.cell('dW[0,2]')).toBeAttached();
  await expect(editor.names).toContainText('W is 1×3 because W*x meets x, 3×1');
  await rows.fill('0');
  await rows.press('Enter');
  await expect(editor.names.getByRole('alert')).toContainText('whole number from 1');

  await page.getByRole('combobox', { name: 'x is', exact: true }).selectOption('parameters');
  await expect(backstep.cell('x_new[0,0]')).toBeAttached();
  expect((await axe(page).analyze()).violations).toEqual([]);
});

test('a network is shown as a program, an activation is changed in the text, and layers come back', async ({
  page,
}) => {
  const { backstep, editor } = await openEditor(page, NETWORK);
  await backstep.button('Show as program').click();
  await expect(editor.box).toContainText('A1 = relu(Z1)');
  const original = expectedOf(problemOf(NETWORK));
  await backstep.button('Last step').click();
  for (const id of ['J', 'dW1', 'db3', 'W2_new']) await expectQuantity(page, id, original);

  const text = (await editor.box.innerText())
    .replace(/\u00a0/g, ' ')
    .replace('relu(Z1)', 'tanh(Z1)');
  await editor.write(text.replace(/\n+/g, '\n'));
  await backstep.button('Back to layers').click();
  await expect(editor.box).toHaveCount(0);
  const before = problemOf(NETWORK);
  if (before.kind !== 'network') throw new Error('no network');
  const layers = before.network.layers.map((layer, i) =>
    i === 0 ? { ...layer, activation: 'tanh' as const } : layer,
  );
  const changed = expectedOf({ ...before, network: { ...before.network, layers } });
  for (const id of ['J', 'A1', 'dW1', 'db3']) await expectQuantity(page, id, changed);
});

test('a program that is no network says why it has no layers', async ({ page }) => {
  await openProgram(page);
  const button = page.getByRole('button', { name: 'Back to layers', exact: true });
  await button.focus();
  await expect(page.getByRole('tooltip')).toContainText('This is no network of layers');
  await expect(button).toHaveAttribute('aria-disabled', 'true');
});

test('everything works by keyboard alone: open, complete, look up, leave', async ({ page }) => {
  const { backstep, editor } = await openEditor(page);
  await page.keyboard.press('e');
  await expect(editor.box).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('L = sig');
  await expect(page.getByRole('option', { name: /^sigmoid/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('w');
  await expect(editor.box).toContainText('L = sigmoid(w)');
  // Arrows are the editor's own here.
  await page.keyboard.press('ArrowLeft');
  await expect(backstep.equation).toContainText('step 1 of');

  await page.keyboard.press('F1');
  const reference = page.getByRole('region', { name: 'Syntax', exact: true });
  await expect(reference).toBeFocused();
  await expect(reference).toContainText('natural logarithm');
  await page.keyboard.press('Escape');
  await expect(editor.box).toBeFocused();

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor.box).not.toBeFocused();
});

for (const [width, height, least] of [
  [1440, 900, 24],
  [390, 844, 44],
] as const) {
  test(`the editor is accessible at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const { editor } = await openProgram(page);
    await page.getByRole('button', { name: 'Syntax', exact: true }).click();
    expect((await axe(page).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Syntax', exact: true }).click();
    await editor.write('a = sigmod(x)\nL = ln(a) + (');
    const errors = page.getByRole('list', { name: '2 errors' }).getByRole('button');
    await expect(errors).toHaveCount(2);
    const heights = await errors.evaluateAll((all) =>
      all.map((button) => button.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(least);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}
