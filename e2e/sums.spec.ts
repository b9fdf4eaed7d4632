import { entry, read } from '../src/engine';
import { edited, expectedOf, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

test('the bias stands among the terms of a pre-activation, which add up to it', async ({
  page,
}) => {
  const { open, cell, equation } = pageOf(page);
  await open(ID);
  await cell('Z1[0,0]').click();
  const table = equation.getByRole('region', { name: 'Products' }).first();
  const values = table.locator('td.value');
  await expect(values).toHaveCount(5);
  const numbers = (await values.allInnerTexts()).map((text) =>
    Number(/[−\d.]+$/.exec(text)?.[0].replace('−', '-')),
  );
  const z = read(expectedOf(problemOf(ID)).snapshot, 'value', 'Z1');
  if (!z) throw new Error('No Z1.');
  expect(numbers.at(-1)).toBeCloseTo(entry(z, 0, 0), 8);
  expect(numbers.slice(0, -1).reduce((a, b) => a + b)).toBeCloseTo(entry(z, 0, 0), 8);
});

test('after projector mode the sums of an entry stand on the page as before', async ({ page }) => {
  const { open, cell, equation, steps, atStep } = pageOf(page);
  await open(ID);
  await page.keyboard.press('End');
  await steps.getByRole('button', { name: /^Step 13:/ }).click();
  await atStep(13);
  await cell('dW2[1,0]').click();
  const sums = equation.locator('.block .fit');
  await expect(sums).not.toHaveCount(0);
  const shapes = () =>
    sums.evaluateAll((all) =>
      all.map((sum) => {
        const { width, height } = sum.getBoundingClientRect();
        return [sum.getAttribute('data-way'), Math.round(width), Math.round(height)];
      }),
    );
  const before = await shapes();
  await page.keyboard.press('p');
  await expect(page.locator('.stage .item')).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(equation.getByRole('radio', { name: 'Entry' })).toBeChecked();
  await expect.poll(shapes).toEqual(before);
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`numbers within brackets are broken into rows that can be read, at ${width}`, async ({
    page,
  }) => {
    const id = 's3-mlp-bce-batch';
    await page.setViewportSize({ width, height });
    const { open, equation, steps, atStep, type } = pageOf(page);
    await open(id);
    await page.keyboard.press('End');
    await steps.getByRole('button', { name: /^Step 7:/ }).click();
    await atStep(7);
    const box = equation.locator('.numbers-row .fit');
    const rows = box.locator('.row-of-numbers');
    await expect.poll(() => rows.count()).toBeGreaterThan(1);
    const size = () =>
      box.evaluate((fit) => ({
        hidden: fit.scrollWidth - fit.clientWidth,
        isReadable: Number((fit as HTMLElement).style.getPropertyValue('--fit') || 1) > 0.73,
      }));
    await expect.poll(size).toEqual({ hidden: 0, isReadable: true });
    // Each row follows an edit.
    const after = expectedOf(edited(problemOf(id), 'b3', 0, 0, 1.5));
    const first = read(after.snapshot, 'value', 'A3')?.data[0] ?? Number.NaN;
    await type('b3[0,0]', '1.5');
    for (const row of [rows.first(), rows.last()])
      await expect(row).toContainText(String(Number(first.toFixed(4))));
    await expect.poll(size).toEqual({ hidden: 0, isReadable: true });
  });
}
