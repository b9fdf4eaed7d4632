import type { Page } from '@playwright/test';
import { formatNumber, notationOf } from '../src/derive';
import { quantitiesOf, read, toRows } from '../src/engine';
import { expectedOf, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';
const expected = expectedOf(problemOf(ID));
const { decimals } = notationOf(expected.problem.notation);

/** In CSS pixels: the smaller of A4 and Letter in height, without the margins of the sheets. */
const SHEET = { width: (180 / 25.4) * 96, height: (279.4 - 17 - 16) * (96 / 25.4) };

/** The numbers of every result, as they are printed, with enough digits to be told from those that are given. */
function results(): readonly string[] {
  const quantities = quantitiesOf(expected.source.graph);
  const texts = (id: string) => {
    const quantity = quantities.get(id);
    const matrix = quantity && read(expected.snapshot, quantity.aspect, quantity.node.id);
    return matrix
      ? toRows(matrix)
          .flat()
          .map((value) => formatNumber(value, { decimals }).replace('−', ''))
      : [];
  };
  return [...new Set(expected.steps.flatMap(({ writes }) => texts(writes)))].filter((text) =>
    /\.\d{3}/.test(text),
  );
}

/** The sheets stay, since a test's window.print returns at once and nothing follows. */
async function open(page: Page, id = ID) {
  await page.addInitScript(() => {
    Reflect.set(window, 'printed', 0);
    window.print = () => Reflect.set(window, 'printed', Reflect.get(window, 'printed') + 1);
  });
  await pageOf(page).open(id);
}

async function print(page: Page, what: string, which = 'All steps') {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Print…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Print' });
  await dialog.getByRole('radio', { name: new RegExp(`^${what}`) }).check();
  await dialog.getByRole('radio', { name: which }).check();
  const before = await page.evaluate(() => Reflect.get(window, 'printed') as number);
  await dialog.getByRole('button', { name: 'Print', exact: true }).click();
  await page.waitForFunction((n) => Reflect.get(window, 'printed') === n + 1, before);
  await expect(dialog).toBeHidden();
  await page.emulateMedia({ media: 'print' });
}

/** By a browser of its own accord, as from its menu. */
async function pagesPrinted(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

const sheets = (page: Page) => page.locator('.sheets');

/** Whatever of the page itself is seen on paper. */
const seenBeside = (page: Page) =>
  page.evaluate(
    () =>
      [...document.body.querySelectorAll('button, select, input, nav, [role="menu"]')].filter((e) =>
        e.checkVisibility(),
      ).length,
  );

/** Boxes that may not be parted, and those that stand across the edge of the sheet. */
const boxes = (page: Page) =>
  page.evaluate((sheet) => {
    const kept = [...document.querySelectorAll<HTMLElement>('.sheets-keep, .sheets-step')];
    const formulas = [...document.querySelectorAll<HTMLElement>('.sheets .formula-body')];
    const right = document.querySelector('.sheets')?.getBoundingClientRect().right ?? 0;
    return {
      tallest: Math.max(...kept.map((e) => e.getBoundingClientRect().height)),
      parted: kept.filter((e) => getComputedStyle(e).breakInside !== 'avoid').length,
      loose: formulas.filter((e) => !e.closest('.sheets-keep, .sheets-step')).length,
      wide: formulas.filter((e) => e.getBoundingClientRect().right > right + 1).length,
      empty: formulas.filter((e) => e.childElementCount === 0).length,
      width: document.querySelector('.sheets')?.getBoundingClientRect().width ?? 0,
      sheet,
    };
  }, SHEET);

test('Ctrl+P prints all steps with their formulas and results, the network, and no controls', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('Control+p');
  await page.waitForFunction(() => Reflect.get(window, 'printed') === 1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const steps = sheets(page).locator('.sheets-step');
  await expect(steps).toHaveCount(expected.steps.length);
  for (const [i, step] of expected.steps.entries()) {
    await expect(steps.nth(i).getByRole('heading', { level: 3 })).toContainText(step.title);
  }
  await expect(sheets(page).locator('svg.diagram')).toBeVisible();
  const text = (await sheets(page).innerText()).replaceAll('\u2212', '-');
  for (const number of results()) expect(text).toContain(number);
  expect(await seenBeside(page)).toBe(0);
  const measured = await boxes(page);
  expect(measured).toMatchObject({ parted: 0, loose: 0, wide: 0, empty: 0 });
  expect(measured.tallest).toBeLessThan(SHEET.height);
  expect(measured.width).toBeCloseTo(SHEET.width, 0);
  const ground = await sheets(page).evaluate((e) => getComputedStyle(e).backgroundColor);
  expect(ground).toBe('rgb(255, 255, 255)');

  // A browser makes pages of it, and when it is done the page is as it was.
  expect(await pagesPrinted(page)).toBeGreaterThan(5);
  await page.emulateMedia({ media: 'screen' });
  await expect(sheets(page)).toHaveCount(0);
  await expect(pageOf(page).equation).toContainText('step 1 of');
  expect(await page.title()).toBe('Backstep');
});

/** A page that always has something else to do; what it gives lets it rest again, until nothing waits any more. */
async function neverIdle(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const native = window.requestIdleCallback;
    const waiting = new Map<number, IdleRequestCallback>();
    window.requestIdleCallback = (run) => waiting.set(waiting.size + 1, run).size;
    window.cancelIdleCallback = (handle) => void waiting.set(handle, () => {});
    Reflect.set(window, 'rest', () => {
      window.requestIdleCallback = native;
      for (const run of waiting.values()) native(run);
    });
  });
  return () =>
    page.evaluate(async () => {
      (Reflect.get(window, 'rest') as () => void)();
      for (let i = 0; i < 60; i++) await new Promise((done) => requestIdleCallback(done));
    });
}

test('sheets are set part by part while the page goes on, and whole for a browser that prints meanwhile', async ({
  page,
}) => {
  await open(page);
  const rest = await neverIdle(page);
  await page.keyboard.press('Control+p');
  await expect(page.getByText('Setting the sheets to print…')).toBeVisible();
  await expect(sheets(page).getByRole('heading', { level: 1, includeHidden: true })).toHaveCount(1);
  await expect(sheets(page).locator('.sheets-step')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(pageOf(page).equation).toContainText('step 2 of');

  await page.emulateMedia({ media: 'print' });
  await expect(sheets(page).locator('.sheets-step')).toHaveCount(expected.steps.length);
  await expect(sheets(page).locator('svg.diagram')).toBeVisible();
  expect(await boxes(page)).toMatchObject({ parted: 0, loose: 0, wide: 0, empty: 0 });
  // What was set in a hurry for the browser is not printed once more.
  await rest();
  expect(await page.evaluate(() => Reflect.get(window, 'printed'))).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByText('Setting the sheets to print…')).toBeHidden();
});

test('whoever asks twice in a hurry is given the sheets once', async ({ page }) => {
  await open(page);
  const rest = await neverIdle(page);
  await page.keyboard.press('Control+p');
  await expect(sheets(page)).toHaveCount(1);
  await page.keyboard.press('Control+p');
  await rest();
  await page.waitForFunction(() => Reflect.get(window, 'printed') > 0);
  expect(await page.evaluate(() => Reflect.get(window, 'printed'))).toBe(1);
  await expect(sheets(page).locator('.sheets-step')).toHaveCount(expected.steps.length);
});

test('sheets that cannot be loaded are spoken of, and the page goes on', async ({ page }) => {
  await page.route(/\/Sheets-[^/]*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("gone")' }),
  );
  await open(page);
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await pageOf(page).atStep(2);
  expect(await page.evaluate(() => Reflect.get(window, 'printed'))).toBe(0);
});

test('a worksheet has a blank for every result and none of the results; its key has them all, under the same numbers', async ({
  page,
}) => {
  await open(page);
  await print(page, 'Worksheet, then its answer key');
  const steps = sheets(page).locator('.sheets-step');
  await expect(steps).toHaveCount(expected.steps.length);
  const blanks = await sheets(page)
    .locator('[data-blank]')
    .evaluateAll((all) => all.map((e) => e.getAttribute('data-blank')));
  expect(blanks).toEqual(expected.steps.map(({ shape }) => shape.join('x')));
  const key = sheets(page).locator('.sheets-key');
  const answers = (await key.textContent()) ?? '';
  const questions = await sheets(page).evaluate((e) =>
    [...e.children]
      .filter((part) => !part.classList.contains('sheets-key'))
      .map((part) => part.textContent)
      .join('\n'),
  );
  expect(results().length).toBeGreaterThan(40);
  for (const number of results()) {
    expect(questions.includes(number), number).toBe(false);
    expect(answers.includes(number), number).toBe(true);
  }
  // What is given stands there.
  expect(questions).toContain('-1.5'.replace('-', '−'));
  expect(await key.locator('.sheets-number').allTextContents()).toEqual(
    await steps.locator('h3 .sheets-number').allTextContents(),
  );
  const measured = await boxes(page);
  expect(measured).toMatchObject({ parted: 0, loose: 0, wide: 0, empty: 0 });
  expect(measured.tallest).toBeLessThan(SHEET.height);
});

test('one phase or one step can be printed alone; large matrices are cut, and the sheets say so', async ({
  page,
}) => {
  await open(page, 's4-p2-m100');
  await print(page, 'Answer key', 'This step');
  await expect(sheets(page).locator('.sheets-answers li')).toHaveCount(1);
  await page.emulateMedia({ media: 'screen' });
  await print(page, 'Derivation', 'This phase');
  const phases = await sheets(page)
    .locator('.sheets-step')
    .evaluateAll((all) => [...new Set(all.map((e) => e.getAttribute('data-phase')))]);
  expect(phases).toEqual(['forward']);
  await expect(sheets(page)).toContainText('more than 10 rows or 8 columns are printed in part');
  expect((await boxes(page)).wide).toBe(0);
});

test('a program is printed with its graph, and printing from the browser’s own menu has the sheets too', async ({
  page,
}) => {
  await open(page, 's2-single-expr');
  const loaded = page.waitForResponse(/\/Sheets-.*\.js/);
  await page.evaluate(() => document.documentElement.dispatchEvent(new Event('mouseleave')));
  // They are there with all that they import, and with their styles.
  await page.evaluate((address) => import(address), (await loaded).url());
  await page.waitForFunction(() =>
    [...document.styleSheets].some(({ href }) => href?.includes('/Sheets-')),
  );
  await page.waitForFunction(() => document.fonts.status === 'loaded');
  expect(await pagesPrinted(page)).toBeGreaterThan(3);
  await page.emulateMedia({ media: 'print' });
  await expect(sheets(page).locator('.sheets-step').first()).toBeVisible();
  await expect(sheets(page).locator('svg.graph')).toBeVisible();
  expect(await seenBeside(page)).toBe(0);
  expect((await boxes(page)).wide).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await expect(sheets(page)).toHaveCount(0);
});

test('at the depth Derivation the gradient is printed line by line with its reasons, also from the browser’s own menu', async ({
  page,
}) => {
  await open(page);
  const { equation } = pageOf(page);
  await equation.getByRole('radio', { name: 'Derivation' }).check({ force: true });
  await equation.getByLabel('Derive').selectOption('W1');
  const shown = equation.locator('.derivation-line');
  // The chosen entry comes last.
  await expect(shown.locator('output')).toBeVisible();
  const reasons = await shown.locator('dt').allTextContents();
  expect(reasons.length).toBeGreaterThan(5);
  expect(reasons.at(-1)).toBe('the chosen entry: row 1, column 1');
  const entry = await shown.locator('output').innerText();
  const printed = sheets(page).locator('.sheets-derivation');
  const whole = async () => {
    await expect(printed.locator('.sheets-why')).toHaveText(reasons);
    expect(await printed.locator('.sheets-line').last().textContent()).toContain(entry);
    expect(await boxes(page)).toMatchObject({ parted: 0, loose: 0, wide: 0, empty: 0 });
    expect((await boxes(page)).tallest).toBeLessThan(SHEET.height);
    expect(await seenBeside(page)).toBe(0);
  };
  await print(page, 'Derivation', 'This step');
  await expect(sheets(page).locator('.sheets-step')).toHaveCount(1);
  await whole();
  expect(await pagesPrinted(page)).toBeGreaterThan(1);
  await page.emulateMedia({ media: 'screen' });
  await expect(sheets(page)).toHaveCount(0);

  await page.emulateMedia({ media: 'print' });
  await whole();
  await page.emulateMedia({ media: 'screen' });
  await expect(sheets(page)).toHaveCount(0);
  await equation.getByRole('checkbox', { name: 'Use known gradients' }).check();
  await expect.poll(() => shown.count()).toBeLessThan(reasons.length);
  const shorter = await shown.locator('dt').allTextContents();
  await page.emulateMedia({ media: 'print' });
  await expect(printed.locator('.sheets-why')).toHaveText(shorter);
  await page.emulateMedia({ media: 'screen' });
  await expect(sheets(page)).toHaveCount(0);
  await equation.getByRole('radio', { name: 'Layer' }).check({ force: true });
  await print(page, 'Derivation', 'This step');
  await expect(sheets(page).locator('.sheets-step')).toHaveCount(1);
  await expect(printed).toHaveCount(0);
});
