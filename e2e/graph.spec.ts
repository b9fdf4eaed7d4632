import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe } from './support/axe';
import { expectedOf, pageOf, problemOf } from './support/backstep';
import { cutOff, labelOf, middleOf, nodeIn } from './support/graph';
import { expect, test } from './support/page';

const CHAIN = 's0-p3-2-tanh-sigmoid';
const BOWL = 's3-gd-eta0.1';
const NETWORK = 's1-relu2-softmax-cce';

async function toStep(page: Page, id: string, step: string): Promise<void> {
  const backstep = pageOf(page);
  const at = expectedOf(problemOf(id)).steps.findIndex((each) => each.id === step) + 1;
  await backstep.steps.getByRole('button', { name: new RegExp(`^Step ${at}:`) }).click();
  await backstep.atStep(at);
}

test('values come with the forward pass, gradients with the backward pass, with their slopes', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(CHAIN);
  const z = labelOf(page, 'z', 'yhat');
  await expect(nodeIn(page, 'w')).toContainText('0.7');
  await expect(nodeIn(page, 'z')).toContainText('σ(w · x² + b)');
  await expect(z).toContainText(/z =\s*0\.764/);
  // Before the backward pass there is a faint question mark.
  await expect(z.locator('[data-faint]')).toHaveText('?');
  await expect(labelOf(page, 'yhat', 'L')).toContainText(/ŷ =\s*\?/);
  await toStep(page, CHAIN, 'backward:z');
  // σ(0.7 · 1.5² − 0.4) = 0.7641, tanh of it 0.6435: 1 − 0.6435² = 0.586, and 2 (0.6435 − 0.2) · 0.586 = 0.52.
  await expect(z).toContainText('∂ŷ/∂z = 1 − ŷ²');
  await expect(z).toContainText('= 0.586');
  await expect(z.locator('[data-quantity="dz"]')).toHaveText(/0\.52/);
  await expect(z.locator('[data-quantity="dz"]')).toHaveAttribute('data-state', 'writes');
  await expect(page.locator('.graph .wire[data-flow="backward"]')).toHaveCount(1);
});

test('what a step writes has the colour of its phase', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(CHAIN);
  const written = page.locator('svg.graph .node[data-state="writes"] > .body');
  const stroke = () => written.first().evaluate((body) => getComputedStyle(body).stroke);
  const colourOf = (name: string) =>
    page.evaluate((property) => {
      const sample = document.body.appendChild(document.createElement('i'));
      sample.style.color = `var(${property})`;
      const { color } = getComputedStyle(sample);
      sample.remove();
      return color;
    }, name);
  await expect(written).not.toHaveCount(0);
  expect(await stroke()).toBe(await colourOf('--forward'));
  for (const phase of ['loss', 'backward'] as const) {
    await expect(async () => {
      await page.keyboard.press('ArrowRight');
      await expect(backstep.equation).toContainText(new RegExp(`^${phase}`, 'i'), { timeout: 50 });
    }).toPass({ intervals: [50] });
    await expect.poll(stroke).toBe(await colourOf(`--${phase}`));
  }
});

test('where a number is used twice, the gradients that arrive add up, in words too', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(BOWL);
  await page.keyboard.press('Shift+F');
  await toStep(page, BOWL, 'backward:x1');
  // x₁ = x₂ = 3: 2 x₁ = 6 by way of the square, x₂ = 3 by way of the product.
  await expect(backstep.network).toContainText(
    'x₁ is used twice, so two gradients arrive and add up: 6 + 3 = 9',
  );
  await expect(nodeIn(page, 'x1')).toContainText('6 + 3 = 9');
});

test('a line is opened and folded, and stays in the window', async ({ page }) => {
  const backstep = pageOf(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await backstep.open(CHAIN);
  await expect(page.locator('.graph .node')).toHaveCount(7);
  await nodeIn(page, 'z').locator('.fold').click();
  await expect(page.locator('.graph .node')).toHaveCount(10);
  await expect(nodeIn(page, 'z')).toContainText('σ');
  await expect(nodeIn(page, 'z')).toBeInViewport({ ratio: 1 });
  // By key: the line of the operation with the focus.
  await nodeIn(page, 'z').focus();
  await page.keyboard.press('f');
  await expect(page.locator('.graph .node')).toHaveCount(7);
  await page.getByRole('button', { name: 'Fold / open all' }).click();
  await expect(page.locator('.graph .node')).toHaveCount(11);
  await page.keyboard.press('Shift+F');
  await expect(page.locator('.graph .node')).toHaveCount(7);
});

test('all lines are open at single operations, and folded again at named quantities', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(CHAIN);
  await backstep.button('Menu').click();
  const detail = page.getByRole('combobox', { name: 'Detail' });
  await detail.selectOption('operations');
  await expect(page.locator('.graph .node')).toHaveCount(11);
  await detail.selectOption('quantities');
  await expect(page.locator('.graph .node')).toHaveCount(7);
});

test('a node is chosen by a click or by Enter, and the way to the loss is drawn', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(CHAIN);
  await nodeIn(page, 'z').click();
  await expect(backstep.equation.getByRole('radio', { name: 'Entry' })).toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await nodeIn(page, 'w').focus();
  await page.keyboard.press('ArrowRight');
  await expect(nodeIn(page, 'z')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(nodeIn(page, 'yhat')).toBeFocused();
  await page.keyboard.press('g');
  await expect(page.getByRole('dialog', { name: /^Glossary: / })).toContainText(
    'computed in step 2',
  );
  await page.keyboard.press('Escape');
  await expect(nodeIn(page, 'yhat')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(backstep.equation.getByRole('radio', { name: 'Entry' })).toBeChecked();
  await backstep.equation.getByRole('radio', { name: 'Path' }).check();
  await expect(page.locator('.graph .way path')).toHaveCount(2);
  await expect(page.locator('.graph .slopes')).toContainText('× 0.586');
});

test('the number of a leaf is edited on the graph', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(CHAIN);
  await nodeIn(page, 'w').locator('.number').first().dblclick({ force: true });
  const field = page.getByRole('textbox', { name: /^w/ }).last();
  await field.fill('0');
  await field.press('Enter');
  await expect(nodeIn(page, 'w').locator('.number').first()).toHaveText('0');
  // σ(b) = σ(−0.4)
  await expect(labelOf(page, 'z', 'yhat')).toContainText(/z =\s*0\.401/);
});

test('a network is looked at as a graph too, and a reload keeps that', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(NETWORK);
  const graph = backstep.network.getByRole('radio', { name: 'Graph' });
  await graph.check();
  await expect(nodeIn(page, 'A1')).toContainText('ReLU');
  await toStep(page, NETWORK, 'backward:Z2');
  await expect(labelOf(page, 'A2', 'Z3')).toContainText('W³ᵀ ·');
  await expect(labelOf(page, 'Z2', 'A2').locator('.cell')).not.toHaveCount(0);
  await page.reload();
  await expect(graph).toBeChecked();
  await expect(nodeIn(page, 'A1')).toBeVisible();
  await backstep.network.getByRole('radio', { name: 'Layers' }).check();
  await expect(page.locator('.diagram .units').first()).toBeVisible();
});

for (const [width, height] of [
  [1280, 720],
  [1440, 900],
] as const) {
  test(`at ${width}×${height} a graph opens whole, beside its editor and after a line is added too`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await pageOf(page).open(CHAIN);
    await expect(nodeIn(page, 'L')).toBeVisible();
    await expect.poll(() => cutOff(page)).toBeLessThanOrEqual(1);
    await expect(page.locator('svg.graph')).not.toHaveAttribute('data-more');
    await page.keyboard.press('e');
    await expect(page.locator('.cm-content')).toBeFocused();
    await expect.poll(() => cutOff(page)).toBeLessThanOrEqual(1);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nM = L + 1');
    await expect(nodeIn(page, 'M')).toBeVisible();
    // What is too large to be read whole is seen where the step is, and fades where it goes on.
    const far = await page.locator('svg.graph').getAttribute('data-more');
    if (far === null) await expect.poll(() => cutOff(page)).toBeLessThanOrEqual(1);
    else await expect(nodeIn(page, 'z')).toBeInViewport({ ratio: 1 });
  });
}

test('names are found one after the other, and all of it fits', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(NETWORK);
  await backstep.network.getByRole('radio', { name: 'Graph' }).check();
  const find = page.getByRole('searchbox', { name: 'Find in the graph' });
  await expect(nodeIn(page, 'A1')).toBeVisible();
  await find.fill('relu');
  await expect(backstep.network).toContainText('1 of 2');
  await expect(nodeIn(page, 'A1')).toHaveAttribute('data-found', '');
  await find.press('Enter');
  await expect(nodeIn(page, 'A2')).toHaveAttribute('data-found', '');
  const panel = await middleOf(page.locator('.diagram-host'));
  const found = await middleOf(nodeIn(page, 'A2').locator('> .body'));
  expect(Math.hypot(found.x - panel.x, found.y - panel.y)).toBeLessThan(4);
  await find.fill('nothing');
  await expect(backstep.network).toContainText('none');
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  const host = await page.locator('.diagram-host').boundingBox();
  const ends = await Promise.all(['X', 'J'].map((key) => nodeIn(page, key).boundingBox()));
  for (const end of ends) {
    expect(end?.x).toBeGreaterThanOrEqual((host?.x ?? 0) - 1);
    expect((end?.x ?? 0) + (end?.width ?? 0)).toBeLessThanOrEqual(
      (host?.x ?? 0) + (host?.width ?? 0) + 1,
    );
  }
});

test('the picture of a graph is all of it, however it is moved', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(CHAIN);
  for (const _ of [1, 2, 3, 4]) await page.getByRole('button', { name: 'Zoom in' }).click();
  const moved = await page.locator('.graph .world').getAttribute('transform');
  const [, , width, height] = ((await page.locator('.graph').getAttribute('data-whole')) ?? '')
    .split(' ')
    .map(Number);
  await backstep.button('Export').click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save the diagram as SVG' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain(`viewBox="0 0 ${width} ${height}"`);
  expect(text).toContain('tanh');
  expect(text).not.toContain('scale(');
  expect(await page.locator('.graph .world').getAttribute('transform')).toBe(moved);
});

test('on a phone the graph runs down and never holds the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const backstep = pageOf(page);
  await backstep.open(CHAIN);
  const [z, loss] = await Promise.all(['z', 'L'].map((key) => middleOf(nodeIn(page, key))));
  expect((loss?.y ?? 0) - (z?.y ?? 0)).toBeGreaterThan(100);
  const host = await middleOf(page.locator('.diagram-host'));
  await page.mouse.move(host.x, host.y);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the graph, ${colorScheme}`, async ({ page }) => {
    const backstep = pageOf(page);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const id of [BOWL, NETWORK]) {
      await backstep.open(id);
      if (id === NETWORK) await backstep.network.getByRole('radio', { name: 'Graph' }).check();
      await page.getByRole('button', { name: 'Last step' }).click();
      await expect(page.locator('.graph .node').first()).toBeVisible();
      const { violations } = await axe(page).include('.network').analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
    }
  });
}
