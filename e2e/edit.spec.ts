import type { Page } from '@playwright/test';
import {
  type Expected,
  edited,
  expectedOf,
  expectQuantity,
  numberIn,
  pageOf,
  problemOf,
} from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

async function expectAll(page: Page, expected: Expected, upTo: number): Promise<void> {
  for (const step of expected.steps.slice(0, upTo))
    await expectQuantity(page, step.writes, expected);
}

test('a new weight moves everything after it, and the cursor stays on its step', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('End');
  await backstep.steps.getByRole('button', { name: /^Step 17:/ }).click();
  await backstep.atStep(17);
  await backstep.type('W1[0,0]', '0.5');
  const expected = expectedOf(edited(problemOf(ID), 'W1', 0, 0, 0.5));
  await expectAll(page, expected, 17);
  await backstep.atStep(17);
});

test('inputs and targets can be edited too', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('End');
  await backstep.atStep(23);
  await backstep.type('X[2,4]', '-1.25');
  await backstep.type('Y[0,0]', '0');
  await backstep.type('Y[1,0]', '1');
  const problem = [
    ['X', 2, 4, -1.25],
    ['Y', 0, 0, 0],
    ['Y', 1, 0, 1],
  ] as const;
  const changed = problem.reduce((p, [n, r, c, v]) => edited(p, n, r, c, v), problemOf(ID));
  await expectAll(page, expectedOf(changed), 23);
});

for (const [text, words] of [
  ['abc', /“abc” is not a number/],
  ['1e999', /too large/],
  ['', /empty/],
  ['1,5', /point/],
] as const) {
  test(`“${text}” is refused beside the field, and the last good value stays`, async ({ page }) => {
    const backstep = pageOf(page);
    await backstep.open(ID);
    const field = backstep.cell('W2[1,2]');
    const before = await numberIn(field);
    await backstep.type('W2[1,2]', text);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await page.keyboard.press('Escape');
    expect(await numberIn(field)).toBe(before);
    await backstep.button('Last step').click();
    await expectQuantity(page, 'Z2', expectedOf(problemOf(ID)));
  });
}

test('keys typed in a field do not step, and Escape brings the old number back', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const field = backstep.cell('b1[0,0]');
  await field.click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await backstep.atStep(1);
  expect(await numberIn(field)).toBe(0.4);
});

test('an edit can be undone and done again, in mid-play too', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('End');
  await backstep.type('W3[0,0]', '2');
  const before = expectedOf(problemOf(ID));
  const after = expectedOf(edited(problemOf(ID), 'W3', 0, 0, 2));
  await expectQuantity(page, 'J', after);
  await backstep.button('Play').click();
  await backstep.button('Undo').click();
  await expectQuantity(page, 'W3', before);
  await backstep.button('Redo').click();
  await page.keyboard.press('End');
  await expectQuantity(page, 'J', after);
});

test('a number at rest is drawn once, over its field; with the focus the field shows it', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const field = backstep.cell('W1[0,0]');
  const drawn = backstep.numbers.locator('td').filter({ has: field }).locator('.at-rest');
  await expect(drawn).toHaveText('−0.7');
  await expect(drawn).toBeVisible();
  await expect(field).toHaveCSS('font-size', '0px');
  await field.click();
  await expect(drawn).toBeHidden();
  await expect(field).not.toHaveCSS('font-size', '0px');
  await page.keyboard.type('0.12');
  await page.keyboard.press('Tab');
  await expect(drawn).toBeVisible();
  await expect(drawn).toHaveText('0.12');
  await expect(field).toHaveCSS('font-size', '0px');
});
