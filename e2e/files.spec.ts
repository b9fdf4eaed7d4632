import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parseProblem, writeProblem } from '../src/problem';
import { expectedOf, expectQuantity, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

async function openFile(page: Page, text: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await pageOf(page).more('Open a file…');
  await (await choosing).setFiles({
    name: 'problem.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

test('a problem is saved to a file and opened from it', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const field = backstep.cell('W1[0,0]');
  await field.click();
  await field.fill('0.125');
  await field.press('Enter');
  const downloading = page.waitForEvent('download');
  await backstep.more('Save to a file');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  const saved = parseProblem(JSON.parse(text));
  if (!saved.ok) throw new Error(saved.fault.error);
  expect(saved.value.parameters.W1).toMatchObject([[0.125, 0.2, -0.8], {}, {}, {}]);
  await backstep.problem.selectOption('s0-p1-y1');
  await expect(backstep.cell('W2[0,0]')).toHaveCount(0);
  await openFile(page, text);
  await expect(backstep.equation).toContainText('step 1 of 23');
  await page.keyboard.press('End');
  await expectQuantity(page, 'J', expectedOf(saved.value));
});

const good = JSON.parse(writeProblem(problemOf(ID))) as Record<string, unknown> & {
  network: { layers: unknown[] };
  data: Record<string, unknown>;
  parameters: Record<string, unknown>;
};

const hostile: readonly (readonly [string, string, RegExp])[] = [
  ['text that is no JSON', '{ "format": ', /not JSON/i],
  ['an empty file', '', /./],
  ['another format', JSON.stringify({ format: 'something' }), /format/],
  ['a newer version', JSON.stringify({ ...good, version: 99 }), /version 99/],
  ['a wrong type', JSON.stringify({ ...good, title: 7 }), /title/],
  [
    'a ragged matrix',
    JSON.stringify({ ...good, parameters: { ...good.parameters, W1: [[1, 2, 3], [4]] } }),
    /W1/,
  ],
  [
    'a matrix of the wrong shape',
    JSON.stringify({
      ...good,
      parameters: {
        ...good.parameters,
        W2: [
          [1, 2],
          [3, 4],
        ],
      },
    }),
    /W2/,
  ],
  ['NaN', JSON.stringify(good).replace('0.2', 'NaN'), /./],
  ['a number out of range', JSON.stringify(good).replace('0.2', '1e999'), /./],
  [
    'a million layers',
    JSON.stringify({
      ...good,
      network: { ...good.network, layers: Array.from({ length: 1e6 }, () => ({})) },
    }),
    /layers/,
  ],
  [
    'a file of many megabytes',
    JSON.stringify({ ...good, description: 'x'.repeat(12e6) }),
    /the limit is/,
  ],
  [
    'prototype keys',
    JSON.stringify(good).replace('"X"', '"__proto__": [[1]], "constructor": [[1]], "X"'),
    /__proto__|constructor/,
  ],
];

for (const [what, text, words] of hostile) {
  test(`${what} gets a sentence, and the state before it stays`, async ({ page }) => {
    const backstep = pageOf(page);
    const expected = expectedOf(problemOf(ID));
    await backstep.open(ID);
    await page.keyboard.press('End');
    await openFile(page, text);
    await expect(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible();
    await backstep.atStep(23);
    await expectQuantity(page, 'J', expected);
    await expectQuantity(page, 'W1_new', expected);
  });
}

test('TeX and HTML in a title are shown as text', async ({ page }) => {
  const backstep = pageOf(page);
  const title = '<img src=x onerror=alert(1)> \\href{javascript:alert(1)}{x} $x$';
  await backstep.open(ID);
  await openFile(page, JSON.stringify({ ...good, title }));
  await expect(backstep.problem.locator('option:checked')).toContainText(title);
  await expect(page.locator('img')).toHaveCount(0);
  await expect(page.locator('a[href^="javascript"]')).toHaveCount(0);
});

test('an unknown problem in the address says so, and the page opens all the same', async ({
  page,
}) => {
  await page.goto('./?problem=no-such-thing');
  await expect(page.getByRole('alert').filter({ hasText: 'no-such-thing' })).toBeVisible();
  await expect(pageOf(page).equation).toContainText('step 1 of 23');
});
