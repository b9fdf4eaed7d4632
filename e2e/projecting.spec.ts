import type { Page } from '@playwright/test';
import { axe } from './support/axe';
import { pageOf } from './support/backstep';
import { settled } from './support/keeping';
import { expect, test } from './support/page';
import { tieOf } from './support/tie';

const ID = 's1-relu2-softmax-cce';

test.use({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });

const projector = (page: Page) => page.getByRole('main', { name: 'Projector' });
const stage = (page: Page) => page.locator('.stage');
const head = (page: Page) => page.locator('.stage-head');

async function start(page: Page, id = ID): Promise<void> {
  await pageOf(page).open(id);
  await page.keyboard.press('p');
  await expect(page.locator('.stage-drawing svg')).toBeVisible();
}

/** Presses until the step is there, whatever has to be turned or uncovered before. */
async function goToStep(page: Page, step: string): Promise<void> {
  await expect(async () => {
    if ((await stage(page).getAttribute('data-step')) !== step)
      await page.keyboard.press('PageDown');
    await expect(stage(page)).toHaveAttribute('data-step', step, { timeout: 100 });
  }).toPass({ intervals: [10] });
}

test('P and F5 start it, Esc leaves, and the page is where it was', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.button('Next step').focus();
  await page.evaluate(() => Reflect.set(window, 'isTheSame', true));
  await page.keyboard.press('F5');
  await expect(projector(page)).toBeFocused();
  await expect(head(page)).toContainText('step 1 of 23');
  await expect(backstep.equation).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, 'isTheSame'))).toBe(true);
  await page.keyboard.press('F5');
  expect(await page.evaluate(() => Reflect.get(window, 'isTheSame'))).toBe(true);
  await goToStep(page, 'forward:A1');
  await page.keyboard.press('Escape');
  await backstep.atStep(2);
  await expect(backstep.button('Next step')).toBeFocused();
});

test('a clicker turns pages first, then steps; Home and End go to the ends', async ({ page }) => {
  await start(page);
  await page.keyboard.press('End');
  await expect(head(page)).toContainText('step 23 of 23');
  await page.keyboard.press('Home');
  await expect(head(page)).toContainText('step 1 of 23');
  await goToStep(page, 'backward:Z3');
  await expect(page.locator('.page-count')).toHaveText('page 1/2');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.page-count')).toHaveText('page 2/2');
  await expect(stage(page)).toHaveAttribute('data-step', 'backward:Z3');
  await page.keyboard.press('Space');
  await expect(stage(page)).not.toHaveAttribute('data-step', 'backward:Z3');
  await page.keyboard.press('PageUp');
  await expect(stage(page)).toHaveAttribute('data-step', 'backward:Z3');
});

test('the screen is black or white for the audience until the next key', async ({ page }) => {
  await start(page);
  const cover = page.locator('.blank');
  for (const [key, colour] of [
    ['b', 'rgb(0, 0, 0)'],
    ['.', 'rgb(0, 0, 0)'],
    ['w', 'rgb(255, 255, 255)'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(cover).toHaveCSS('background-color', colour);
    expect(await cover.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 720 });
    await page.keyboard.press(key);
    await expect(cover).toHaveCount(0);
  }
  await page.keyboard.press('b');
  await page.keyboard.press('PageDown');
  await expect(cover).toHaveCount(0);
  await expect(head(page)).toContainText('step 1 of 23');
});

test('a result that is to be foretold is nowhere in the page until the next press', async ({
  page,
}) => {
  await start(page, 's2-single');
  const result = page.locator('.numbers-item .formula').first();
  await expect(result).toContainText('2.5');
  await page.keyboard.press('h');
  const box = page.locator('.numbers-item .cover');
  await expect(box).toBeVisible();
  await expect(projector(page)).not.toContainText('2.5');
  expect(await projector(page).innerHTML()).not.toMatch(/\b2\.5\b/);
  const { width = 0, height = 0 } = (await box.boundingBox()) ?? {};
  await page.keyboard.press('PageDown');
  await expect(result).toContainText('2.5');
  await expect(stage(page)).toHaveAttribute('data-step', 'forward:Z1');
  const shown = await page.locator('.numbers-item .formula-body').first().boundingBox();
  expect(Math.abs((shown?.width ?? 0) - width)).toBeLessThan(12);
  expect(Math.abs((shown?.height ?? 0) - height)).toBeLessThan(60);
  await page.keyboard.press('PageDown');
  await expect(stage(page)).toHaveAttribute('data-step', 'forward:A1');
  await expect(box).toBeVisible();
});

test('a weight is changed in the picture, and all follows; its keys are typed', async ({
  page,
}) => {
  await start(page, 's2-single');
  const before = await page.locator('.numbers-item').textContent();
  await page.locator('.diagram .labels .chip').first().waitFor({ state: 'attached' });
  await page.locator('.diagram [data-entry="W1[0,0]"].edge .reach').dispatchEvent('click');
  const field = page.getByRole('dialog').getByRole('textbox');
  await expect(field).toBeFocused();
  const size = await field.evaluate((input) => Number.parseFloat(getComputedStyle(input).fontSize));
  expect(size).toBeGreaterThanOrEqual(24);
  await field.fill('');
  await page.keyboard.type('1.25bwh');
  await expect(page.locator('.blank, .cover')).toHaveCount(0);
  await expect(field).toHaveValue('1.25bwh');
  await field.fill('1.25');
  await field.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(page.locator('.numbers-item')).not.toHaveText(before ?? '');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.numbers-item')).toHaveText(before ?? '');
});

test('pointer, magnifier, corner and keys come and go by key', async ({ page }) => {
  await start(page);
  await page.keyboard.press('m');
  await page.mouse.move(640, 300);
  const lens = page.locator('.magnifier');
  await expect(lens.locator('.stage')).toBeVisible();
  // Nothing that must stand once is in it.
  await expect(lens.locator('[id], [data-cell], [data-entry], [tabindex]')).toHaveCount(0);
  await page.keyboard.press('l');
  await expect(page.locator('.projector-pointer')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lens).toHaveCount(0);
  await page.keyboard.press('c');
  await page.keyboard.press('PageDown');
  const corner = page.getByRole('complementary', { name: 'Last steps and keys' });
  await expect(corner).toContainText('Page Down');
  await page.keyboard.press('?');
  const keys = page.getByRole('region', { name: 'Keys of the projector' });
  for (const text of ['Black screen', 'Hide each result', 'Leave'])
    await expect(keys).toContainText(text);
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await expect(projector(page)).toBeVisible();
});

test('the bar hides itself, comes with the pointer, and every control is reached by Tab', async ({
  page,
}) => {
  await start(page);
  const bar = page.getByRole('navigation', { name: 'Projector' });
  await expect(bar).toHaveCSS('opacity', '0');
  await page.mouse.move(200, 200);
  await page.mouse.move(210, 210);
  await expect(bar).toHaveCSS('opacity', '1');
  await expect(bar).toHaveCSS('opacity', '0');
  await page.getByRole('button', { name: 'Leave', exact: true }).focus();
  await expect(bar).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(projector(page)).toHaveCount(0);
});

test('the screen is kept awake, also after the window was out of sight', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          Reflect.set(window, 'asked', (Reflect.get(window, 'asked') ?? 0) + 1);
          return { release: async () => Reflect.set(window, 'released', true) };
        },
      },
    });
  });
  await start(page);
  const asked = () => page.evaluate(() => Reflect.get(window, 'asked'));
  await expect.poll(asked).toBe(1);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(asked).toBe(2);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'released'))).toBe(true);
});

test('title and equation stay where they are; a line ties what is written to its place in the drawing, and runs over nothing that is read', async ({
  page,
}) => {
  await start(page);
  const GOOD = { begins: true, ends: true, over: 0 };
  const drawn = new Set<string>();
  const places = new Set<string>();
  for (const step of ['forward:Z1', 'loss:J', 'backward:Z3', 'backward:W3', 'backward:Z2']) {
    await goToStep(page, step);
    await expect.poll(() => tieOf(page), step).toMatchObject(GOOD);
    const tie = await tieOf(page);
    expect(tie?.width).toBeGreaterThanOrEqual(3);
    drawn.add(tie?.d ?? '');
    const title = await page.locator('.stage-title').boundingBox();
    const rule = await page.locator('.blocks').boundingBox();
    places.add([title?.y, rule?.x, rule?.y].join());
  }
  expect(drawn.size).toBe(5);
  expect(places.size).toBe(1);
  const before = await tieOf(page);
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect.poll(async () => (await tieOf(page))?.d).not.toBe(before?.d);
  await expect.poll(() => tieOf(page)).toMatchObject(GOOD);
  // By itself neither has anything to be tied to.
  while ((await stage(page).getAttribute('data-large')) !== 'numbers')
    await page.keyboard.press('v');
  await expect(page.locator('.tie')).toHaveCount(0);
});

test('a derivation is headed by what is derived, wherever the walk stands', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.equation.getByRole('radio', { name: 'Derivation' }).check({ force: true });
  await page.keyboard.press('p');
  await expect(head(page)).toContainText('step 1 of 23');
  await expect(page.locator('.stage-title')).toContainText('the error of hidden layer 1');
});

test('a link opens in projector mode, and without it where it was left', async ({ page }) => {
  await start(page);
  await goToStep(page, 'loss:J');
  const address = await settled(page);
  await page.goto('about:blank');
  await page.goto(address);
  await expect(stage(page)).toHaveAttribute('data-step', 'loss:J');
});

test('axe finds nothing in the picture, light or dark, nor in its keys', async ({ page }) => {
  await start(page);
  expect((await axe(page).analyze()).violations).toEqual([]);
  await page.keyboard.press('d');
  await goToStep(page, 'backward:Z3');
  expect((await axe(page).analyze()).violations).toEqual([]);
  await page.keyboard.press('?');
  const keys = axe(page).include('.projector-keys');
  expect((await keys.analyze()).violations).toEqual([]);
});
