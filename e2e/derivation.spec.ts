import katex from 'katex';
import { read } from '../src/engine';
import { axe } from './support/axe';
import { expectedOf, pageOf, problemOf } from './support/backstep';
import { settled } from './support/keeping';
import { expect, test } from './support/page';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** When all of them are there: a derivation that opens grows. */
const lines = (page: ReturnType<typeof pageOf>) =>
  page.equation.locator('.derivation-lines:not([aria-busy]) .derivation-line');

test('a gradient is derived line by line, as on paper, and copied as LaTeX', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s0-p3-2-tanh-sigmoid');
  await backstep.equation.getByRole('radio', { name: 'Derivation' }).check({ force: true });
  await backstep.equation
    .getByRole('combobox', { name: 'Derive' })
    .selectOption({ label: '∂L/∂w' });
  await expect(lines(backstep).locator('dt')).toHaveText([
    'chain rule',
    '∂L/∂ŷ: the power rule',
    '∂ŷ/∂z: the derivative of tanh is 1 − tanh²',
    '∂z/∂w: the derivative of σ is σ(1 − σ); the other factor',
    'numbers put in',
  ]);
  // The last number is the engine's.
  const { snapshot } = expectedOf(problemOf('s0-p3-2-tanh-sigmoid'));
  const gradient = read(snapshot, 'gradient', 'w')?.data[0] ?? Number.NaN;
  await expect(lines(backstep).last()).toContainText(gradient.toFixed(3));
  // What stood in the line above is in another tone.
  await expect(lines(backstep).nth(2).locator('[data-known]')).toHaveCount(1);

  await backstep.button('Copy as LaTeX').click();
  await expect(page.getByText('Copied as LaTeX')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^\\begin\{align\*\}\n\\frac\{\\partial L\}\{\\partial w\} &= /);
  katex.renderToString(copied, { displayMode: true, throwOnError: true, strict: 'error' });
});

test('the lines can be uncovered one by one, by key', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s3-gd-eta0.1');
  await backstep.equation.getByRole('radio', { name: 'Derivation' }).check({ force: true });
  await expect(lines(backstep)).toHaveCount(6);
  await backstep.button('One line at a time').click();
  await expect(lines(backstep)).toHaveCount(1);
  await backstep.button('Next line').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(lines(backstep)).toHaveCount(3);
  await backstep.button('All lines').click();
  await expect(lines(backstep)).toHaveCount(6);
});

test('the derivation follows the walk, and hovering a symbol lights it up elsewhere', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s0-p3-4-sigmoid-matrix');
  await backstep.equation.getByRole('radio', { name: 'Derivation' }).check({ force: true });
  await backstep.button('Last step').click();
  const target = backstep.equation.getByRole('combobox', { name: 'Derive' });
  await expect(target).toHaveValue('W');
  await lines(backstep).nth(1).locator('[data-quantity="y"]').first().hover();
  await expect(backstep.numbers.locator('[data-quantity="y"][data-lit]').first()).toBeVisible();
});

test('a network begins at the loss, or at what is known', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await backstep.equation.getByRole('radio', { name: 'Derivation' }).check({ force: true });
  await backstep.equation
    .getByRole('combobox', { name: 'Derive' })
    .selectOption({ label: '∂J/∂W¹' });
  await expect(lines(backstep).first()).toBeVisible();
  const all = await lines(backstep).count();
  // What is derived is in the address.
  await settled(page);
  await page.reload();
  await expect(lines(backstep)).toHaveCount(all);
  await backstep.equation.getByRole('checkbox', { name: 'Use known gradients' }).check();
  await expect(lines(backstep).nth(1).locator('dt')).toHaveText('δ¹ is known already');
  expect(await lines(backstep).count()).toBeLessThan(all);
});

test('no line of two hidden layers is scrolled; it goes on in rows, as on paper', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s3-mlp-mse-batch');
  await backstep.equation.getByRole('radio', { name: 'Derivation' }).check({ force: true });
  const target = backstep.equation.getByRole('combobox', { name: 'Derive' });
  for (const [width, height] of [
    [390, 844],
    [1280, 720],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const name of ['b1', 'W1']) {
      await target.selectOption(name);
      await expect(lines(backstep).first()).toBeVisible();
      await expect
        .poll(() =>
          lines(backstep)
            .locator('.fit')
            .evaluateAll((fits) => fits.filter((f) => f.scrollWidth > f.clientWidth).length),
        )
        .toBe(0);
    }
  }
  await target.selectOption('W1');
  const simplified = lines(backstep).filter({ hasText: 'simplified' });
  await expect(simplified).toBeVisible();
  expect(await simplified.locator('.row-of-line').count()).toBeGreaterThan(1);
});

test('of a weight that is chosen its own sum stands at the end, and its number in the matrix', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await backstep.network.locator('.edge[data-entry="W2[1,0]"] .reach').dispatchEvent('click');
  await backstep.equation.getByRole('radio', { name: 'Derivation' }).check({ force: true });
  await expect(backstep.equation.getByRole('combobox', { name: 'Derive' })).toHaveValue('W2');
  const last = lines(backstep).last();
  await expect(last.locator('dt')).toHaveText('the chosen entry: row 2, column 1');
  const { snapshot } = expectedOf(problemOf('s1-relu2-softmax-cce'));
  const matrix = read(snapshot, 'gradient', 'W2');
  const value = matrix?.data[matrix.cols] ?? Number.NaN;
  const printed = (text: string) => `${Number(text)}`.replace('-', '−');
  // By itself it has three digits that count.
  await expect(last.getByRole('status')).toHaveText(printed(value.toPrecision(3)));
  await expect(lines(backstep).locator('[data-chosen]')).toHaveText(printed(value.toFixed(3)));
});

test('both modes stand side by side, with what each takes', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s2-single-expr');
  await page.getByRole('tab', { name: 'Modes' }).click();
  const modes = page.getByRole('region', { name: 'Modes', exact: true });
  await expect(modes.getByRole('row', { name: /^forward 9 / })).toBeVisible();
  await expect(modes.getByRole('row', { name: /^reverse 1 / })).toBeVisible();
  await expect(modes).toContainText('9 forward passes');
  // The tangent at the loss is the gradient of the number that moves.
  const { snapshot } = expectedOf(problemOf('s2-single-expr'));
  const gradient = read(snapshot, 'gradient', 'b')?.data[2] ?? Number.NaN;
  await modes.getByRole('combobox', { name: 'moved number' }).selectOption('b');
  await modes.getByRole('spinbutton', { name: 'Row' }).fill('3');
  const forward = modes.getByRole('region', { name: 'Forward mode' });
  await expect(forward.getByRole('row').last()).toContainText(
    gradient.toFixed(3).replace('-', '−'),
  );
});

test('what is cached is said for a program, with what can be dropped', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s2-single-expr');
  await page.getByRole('tab', { name: 'Cached' }).click();
  const cached = page.getByRole('region', { name: 'Cached', exact: true });
  await cached.getByRole('combobox', { name: 'For the gradient' }).selectOption('dA');
  const kept = cached.getByRole('table', { name: 'Kept from the forward pass' });
  await expect(kept.getByRole('rowheader')).toHaveText([/z 2/, /z 4/]);
  await expect(cached).toContainText('Can be dropped after the forward pass');
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`derivation and modes have no fault that axe finds, at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const backstep = pageOf(page);
    await backstep.open('s0-p3-4-sigmoid-matrix');
    await backstep.equation.getByRole('radio', { name: 'Derivation' }).check({ force: true });
    await expect(lines(backstep).first()).toBeVisible();
    await page.getByRole('tab', { name: 'Modes' }).click();
    await expect(page.getByRole('region', { name: 'Forward mode' })).toBeVisible();
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([]);
  });
}
