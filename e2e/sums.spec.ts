import { entry, read } from '../src/engine';
import { expectedOf, pageOf, problemOf } from './support/backstep';
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
