import { notationOf } from '../src/derive';
import { LIBRARY, NOTATIONS, relayout } from '../src/problem';
import { expectedOf, expectQuantity, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

/** One page for the problems of a handout: the first by its link, the others from the list. */
const documents = [...new Set(LIBRARY.map(({ document }) => document))];

for (const document of documents) {
  test(`each problem opens in its own notation, and its last step shows the engine’s numbers: ${document}`, async ({
    page,
  }) => {
    const backstep = pageOf(page);
    const entries = LIBRARY.filter((entry) => entry.document === document);
    for (const [i, { id, title, notation }] of entries.entries()) {
      await test.step(id, async () => {
        const expected = expectedOf(problemOf(id));
        const { length } = expected.steps;
        if (i === 0) await backstep.open(id);
        else await backstep.problem.selectOption(id);
        await expect(page).toHaveURL(new RegExp(`problem=${id}(?![\\w.-])`));
        await expect(backstep.equation).toContainText(`step 1 of ${length}`);
        await expect(backstep.problem.locator('option:checked')).toContainText(title);
        await expect(backstep.notation).toHaveValue(notation);
        await page.keyboard.press('End');
        await backstep.atStep(length);
        for (const step of expected.steps.slice(-4)) {
          await expectQuantity(page, step.writes, expected);
        }
      });
    }
  });
}

test('any notation can be chosen: the same numbers stand as that handout would write them', async ({
  page,
}) => {
  const backstep = pageOf(page);
  const problem = problemOf('s1-relu2-softmax-cce');
  if (problem.kind !== 'network') throw new Error('It is a network.');
  await backstep.open('s1-relu2-softmax-cce');
  await page.keyboard.press('End');
  for (const notation of NOTATIONS) {
    await backstep.notation.selectOption(notation);
    const turned = expectedOf({ ...relayout(problem, notationOf(notation)), notation });
    for (const id of ['Z1', 'delta2', 'dW1', 'W3_new']) await expectQuantity(page, id, turned);
    await expect(backstep.equation.locator('[data-quantity]').first()).toBeVisible();
  }
});

test('choosing another problem starts it at its first step and names it in the address', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open();
  await page.keyboard.press('End');
  await backstep.problem.selectOption('s3-demo-batch');
  await expect(backstep.equation).toContainText('step 1 of');
  await expect(page).toHaveURL(/problem=s3-demo-batch/);
  await page.reload();
  await expect(backstep.problem).toHaveValue('s3-demo-batch');
});

test('the fourth handout’s demo shows the numbers that PyTorch printed', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s3-demo-batch');
  await page.keyboard.press('End');
  for (const [cell, text] of [
    ['Z1[0,0]', '−2.4591'],
    ['Z1[1,0]', '3.1721'],
    ['Z1[2,0]', '6.2782'],
    ['A1[0,0]', '0.0788'],
    ['A1[1,0]', '0.9598'],
    ['A1[2,0]', '0.9981'],
  ] as const) {
    await expect(backstep.cell(cell)).toHaveText(text);
  }
});

test('the fifth handout’s updates show its printed numbers', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s4-p3-logistic-a0.01');
  await page.keyboard.press('End');
  await expect(backstep.cell('b1_new[0,0]')).toHaveText('1.001155');
  await expect(backstep.cell('W1_new[0,0]')).toHaveText(/^−1\.00019|^−1\.000189/);
  await expect(backstep.cell('db1[0,0]')).toHaveText(/^−0\.1155/);
  await expect(backstep.cell('dW1[0,0]')).toHaveText(/^0\.01894/);
  await backstep.problem.selectOption('s4-p3-multinomial-a0.01');
  await expect(backstep.equation).toContainText('step 1 of');
  await page.keyboard.press('End');
  await expect(backstep.cell('b1_new[0,0]')).toHaveText('−0.001155');
  await expect(backstep.cell('b1_new[1,0]')).toHaveText('1.001155');
});
