import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { equationTex, notationOf, printingOf, programOf } from '../src/derive';
import { read, toRows } from '../src/engine';
import { expectedOf, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';
const expected = expectedOf(problemOf(ID));

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const said = (page: Page, text: string) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

async function exported(page: Page, item: string) {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function saved(page: Page, item: string) {
  const [download] = await Promise.all([page.waitForEvent('download'), exported(page, item)]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('each equation of the sheet is copied as LaTeX', async ({ page }) => {
    const backstep = pageOf(page);
    await backstep.open(ID);
    const step = expected.steps[0];
    if (!step) throw new Error('no step');
    const printing = printingOf(expected.source.graph, notationOf('brackets-columns'));
    const numbers = { snapshot: expected.snapshot, decimals: 3 };
    for (const [label, name] of [
      ['depends on', 'chain'],
      ['rule', 'rule'],
      ['numbers', 'numbers'],
      ['shapes', 'shapes'],
    ] as const) {
      await backstep.equation.getByRole('button', { name: `Copy the ${label} as LaTeX` }).click();
      await said(page, 'Copied as LaTeX');
      expect(await copied(page)).toBe(equationTex(step, printing, name, numbers));
    }
  });

  test('a sum and a path are copied as LaTeX, and their numbers give their result', async ({
    page,
  }) => {
    const backstep = pageOf(page);
    await backstep.open(ID);
    await page.keyboard.press('End');
    await backstep.cell('dW2[1,0]').click();
    await backstep.equation.getByRole('radio', { name: 'Entry' }).check();
    await backstep.equation
      .getByRole('button', { name: 'Copy the gradient of W 2 at 2 1 as LaTeX' })
      .click();
    await said(page, 'Copied as LaTeX');
    const [, rule, terms = '', sum] = (await copied(page)).split(' = ');
    expect(rule).toContain('\\sum_{k=1}^{m}');
    const products = terms.replace(/\\left|\\right|[(){}]/g, '').split(/ \+ |\+/);
    expect(products).toHaveLength(5);
    const total = products
      .map((term) => term.split(/\\cdot/).reduce((product, factor) => product * Number(factor), 1))
      .reduce((a, b) => a + b);
    expect(total).toBeCloseTo(Number(sum), 2);

    await backstep.equation.getByRole('radio', { name: 'Path' }).check();
    await backstep.equation.getByRole('button', { name: 'Copy the chosen path as LaTeX' }).click();
    await expect.poll(() => copied(page)).toContain('\\frac{\\partial');
    const [symbols = '', numbers = '', product] = (await copied(page)).split(' = ');
    const factors = numbers
      .replace(/\\left|\\right|[()]/g, '')
      .split('\\cdot')
      .map(Number);
    expect(symbols.match(/\\frac/g)).toHaveLength(factors.length);
    expect(factors.reduce((a, b) => a * b)).toBeCloseTo(Number(product), 2);
  });

  test('a matrix is copied as CSV, NumPy and LaTeX, by keyboard alone', async ({ page }) => {
    const backstep = pageOf(page);
    await backstep.open(ID);
    const rows = toRows(read(expected.snapshot, 'value', 'W1') as never);
    await backstep.numbers.getByRole('button', { name: 'Copy W 1' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Copy as CSV' })).toBeFocused();
    await page.keyboard.press('Enter');
    await said(page, 'Copied as CSV');
    expect(await copied(page)).toBe(rows.map((row) => row.join(',')).join('\n'));
    await expect(backstep.numbers.getByRole('button', { name: 'Copy W 1' })).toBeFocused();

    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await said(page, 'Copied as NumPy');
    expect(await copied(page)).toMatch(/^np\.array\(\[\[/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await said(page, 'Copied as LaTeX');
    expect(await copied(page)).toContain('\\begin{array}{rrr}');

    // Tab goes from the fields of one card to those of the next; the palette copies a card too.
    await backstep.cell('W1[3,2]').focus();
    await page.keyboard.press('Tab');
    await expect(backstep.cell('X[0,0]')).toBeFocused();
    await page.keyboard.press('Control+k');
    const query = page.getByRole('dialog').getByRole('combobox');
    await query.fill('copy x as csv');
    await query.press('Enter');
    await said(page, 'Copied as CSV');
    const inputs = toRows(read(expected.snapshot, 'value', 'X') as never);
    expect(await copied(page)).toBe(inputs.map((row) => row.join(',')).join('\n'));
  });

  test('the programs and the derivation are copied', async ({ page }) => {
    const backstep = pageOf(page);
    await backstep.open(ID);
    await exported(page, 'Copy the NumPy program');
    await said(page, 'Copied as NumPy');
    expect(await copied(page)).toBe(programOf(expected.source, 'numpy'));
    await exported(page, 'Copy the PyTorch program');
    await said(page, 'Copied as PyTorch');
    expect(await copied(page)).toBe(programOf(expected.source, 'pytorch'));
    await exported(page, 'Copy the derivation as LaTeX');
    await said(page, 'Copied as LaTeX');
    const document = await copied(page);
    expect(document.match(/\\subsection\{/g)).toHaveLength(expected.steps.length);
  });
});

test('where the clipboard is refused the text is shown, selected', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.equation.getByRole('button', { name: 'Copy the rule as LaTeX' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy as LaTeX' });
  const field = dialog.getByRole('textbox', { name: 'LaTeX' });
  await expect(field).toBeFocused();
  const chosen = await field.evaluate((e) => {
    const area = e as HTMLTextAreaElement;
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });
  expect(chosen).toContain('Z^{[1]} =');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('derivation and programs are saved under the problem’s name', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const document = await saved(page, 'Save the derivation as LaTeX');
  expect(document.name).toBe('two-hidden-relu-layers-softmax-output.tex');
  expect(document.content.toString()).toMatch(/^\\documentclass[\s\S]*\\end\{document\}\n$/);
  const program = await saved(page, 'Save the NumPy program');
  expect(program.content.toString()).toBe(programOf(expected.source, 'numpy'));
});

/** How wide each text of a drawing is, with the fonts that are in it. */
function widthsOf(page: Page, drawing: string): Promise<readonly number[]> {
  return page.evaluate(async (source) => {
    document.body.innerHTML = source;
    const texts = [...document.querySelectorAll<SVGTextElement>('text')];
    const read = () => texts.map((text) => text.getBBox().width);
    read();
    await document.fonts.ready;
    return read();
  }, drawing);
}

test('the diagram is saved with its colours and its font as SVG, and as PNG at twice the size', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('End');
  const svg = await saved(page, 'Save the diagram as SVG');
  const text = svg.content.toString();
  expect(/var\(|\sclass=|\sstyle=|<foreignObject|url\("?http/.exec(text)?.[0]).toBeUndefined();
  expect(/<svg [^>]*font-family="'DejaVu Sans', system-ui/.test(text)).toBe(true);
  const faces = [...text.matchAll(/@font-face{.*?base64,([A-Za-z0-9+/=]+)\)/g)].map((m) => m[1]);
  expect(faces.length).toBeGreaterThan(1);
  for (const face of faces)
    expect(
      Buffer.from(face ?? '', 'base64')
        .subarray(0, 4)
        .toString(),
    ).toBe('wOF2');
  expect(text.length).toBeLessThan(150_000);
  // Looked at without the page, its policy and its fonts.
  const blank = await page.context().newPage();
  const size = await blank.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    const colours = new Set<string>();
    for (let i = 0; i < data.length; i += 4 * 97)
      colours.add(`${data[i]} ${data[i + 1]} ${data[i + 2]}`);
    return { width: image.width, height: image.height, colours: colours.size };
  }, text);
  // A picture, not a blank sheet.
  expect(size.colours).toBeGreaterThan(20);
  // Under a name that no reader has, the letters can only be the file's own, and each text is as wide as it says.
  const own = text.replaceAll('DejaVu Sans', 'Brought along').replaceAll('system-ui', 'monospace');
  const free = own.replaceAll(/ textLength="[^"]*"/g, '');
  const widths = await widthsOf(blank, own);
  expect(widths.length).toBeGreaterThan(40);
  // A reader that takes no font from a file gives each text the same room.
  const without = own.replace(/<style>.*?<\/style>/s, '');
  // Some browsers measure in whole pixels.
  for (const other of [free, without])
    for (const [i, width] of (await widthsOf(blank, other)).entries())
      expect(Math.abs(width - (widths[i] ?? 0))).toBeLessThan(1.5);
  await blank.close();
  const png = await saved(page, 'Save the diagram as PNG');
  expect(png.content.subarray(1, 4).toString()).toBe('PNG');
  expect(Math.abs(png.content.readUInt32BE(16) - 2 * size.width)).toBeLessThanOrEqual(2);
  expect(Math.abs(png.content.readUInt32BE(20) - 2 * size.height)).toBeLessThanOrEqual(2);
});
