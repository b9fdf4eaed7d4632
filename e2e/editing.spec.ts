import { setMatrix } from '../src/problem';
import { axe } from './support/axe';
import {
  type Expected,
  edited,
  expectedOf,
  expectQuantity,
  numberIn,
  problemOf,
} from './support/backstep';
import { drag, ID, openAtEnd, openEdge, undoUntilDisabled } from './support/editing';
import { expect, test } from './support/page';

const with00 = (value: number) => expectedOf(edited(problemOf(ID), 'W1', 0, 0, value));

test('arrow keys move a number by tenths, ones and hundredths, as one adds on paper', async ({
  page,
}) => {
  const backstep = await openAtEnd(page);
  const field = backstep.cell('W1[0,0]');
  await field.click();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toHaveValue('-0.5');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(field).toHaveValue('0.49');
  await expectQuantity(page, 'J', with00(0.49));
  await backstep.atStep(23);
  await field.blur();
  expect(await undoUntilDisabled(page)).toBe(4);
  await expectQuantity(page, 'J', expectedOf(problemOf(ID)));
});

test('a drag moves a number all the way and is undone in one go', async ({ page }) => {
  const backstep = await openAtEnd(page);
  const field = backstep.cell('W3[0,1]');
  await drag(page, field, -70);
  await expect(field).toHaveValue('1.8');
  const after = edited(problemOf(ID), 'W3', 0, 1, 1.8);
  await expectQuantity(page, 'J', expectedOf(after));
  await field.blur();
  expect(await undoUntilDisabled(page)).toBe(1);
  await expectQuantity(page, 'W3', expectedOf(problemOf(ID)));
});

test('a drag that begins on a chosen number moves that number and no other', async ({ page }) => {
  const backstep = await openAtEnd(page);
  const field = backstep.cell('W1[2,1]');
  await field.click();
  await drag(page, field, -28, 28);
  const { parameters } = problemOf(ID);
  const before = (parameters.W1 as readonly (readonly number[])[])[2]?.[1] ?? 0;
  await expectQuantity(
    page,
    'J',
    expectedOf(edited(problemOf(ID), 'W1', 2, 1, Number((before + 0.4).toFixed(2)))),
  );
});

test('Ctrl Z in a field takes back what the page did, or what is being typed', async ({ page }) => {
  const backstep = await openAtEnd(page);
  const [other, field] = [backstep.cell('W1[1,2]'), backstep.cell('W1[0,0]')];
  await backstep.type('W1[1,2]', '0.5');
  await field.click();
  await page.keyboard.press('ArrowUp');
  await expect(field).toHaveValue('-0.6');
  await page.keyboard.type('9');
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('-0.6');
  await page.keyboard.press('Control+z');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('-0.7');
  await page.keyboard.press('Control+z');
  await expect(other).toHaveValue('0.8');
  await expectQuantity(page, 'J', expectedOf(problemOf(ID)));
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+Shift+Z');
  await expect(field).toHaveValue('-0.6');
  await expectQuantity(
    page,
    'J',
    expectedOf(edited(edited(problemOf(ID), 'W1', 1, 2, 0.5), 'W1', 0, 0, -0.6)),
  );
});

test('a click in a field that was just taken selects its number, the next click sets the caret', async ({
  page,
}) => {
  const backstep = await openAtEnd(page);
  const field = backstep.cell('W1[0,0]');
  const selected = () =>
    field.evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    );
  await field.click();
  await expect.poll(selected).toBe('-0.7');
  await page.keyboard.type('0.4');
  await page.keyboard.press('Enter');
  await field.click();
  await expect.poll(selected).toBe('0.4');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expectQuantity(page, 'J', expectedOf(edited(problemOf(ID), 'W1', 0, 0, 2)));
  await field.click();
  await expect.poll(selected).toBe('2');
  await field.click();
  await expect.poll(selected).toBe('');
  await page.keyboard.press('End');
  await page.keyboard.type('.5');
  await page.keyboard.press('Enter');
  await expectQuantity(page, 'J', expectedOf(edited(problemOf(ID), 'W1', 0, 0, 2.5)));
});

test('the old number and the old result stay beside the new ones until the next step', async ({
  page,
}) => {
  const backstep = await openAtEnd(page);
  await backstep.steps.getByRole('button', { name: /^Step 17:/ }).click();
  await backstep.atStep(17);
  const field = backstep.cell('W3[0,0]');
  const [w, j] = [await numberIn(field), await numberIn(backstep.cell('J[0,0]'))];
  await field.click();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(field).toHaveAttribute(
    'aria-label',
    `W 3, row 1, column 1, was ${`${w}`.replace('-', '−')}, = 0.4`,
  );
  await expect(backstep.network.getByRole('status')).toContainText(j.toFixed(3));
  await expect(backstep.equation).toContainText('was');
  expect((await axe(page).analyze()).violations).toEqual([]);
  await field.press('Enter');
  await backstep.button('Previous step').click();
  await expect(field).toHaveAttribute('aria-label', 'W 3, row 1, column 1 = 0.4');
  await expect(backstep.equation.locator('.was-line')).toHaveCount(0);
});

test('a weight is edited on its edge, and the arrow keys work there too', async ({ page }) => {
  const backstep = await openAtEnd(page);
  await page.keyboard.press('Home');
  await backstep.atStep(1);
  await openEdge(page, 'W1[0,0]');
  const field = page.getByRole('dialog').getByRole('textbox');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await field.fill('0.25');
  await field.press('Enter');
  await expect(field).toHaveCount(0);
  await expectQuantity(page, 'W1', with00(0.25));
});

test('updates are applied one after the other, and any loss can be gone back to', async ({
  page,
}) => {
  const backstep = await openAtEnd(page);
  const first = expectedOf(problemOf(ID));
  await backstep.button('Apply update').click();
  const next = (before: Expected): Expected => {
    const updated = before.steps
      .filter(({ phase }) => phase === 'update')
      .reduce((problem, { of }) => {
        const slot = before.snapshot.layout.updated.get(of);
        if (!slot) throw new Error(of);
        const [rows, cols] = slot.shape;
        const matrix = Array.from({ length: rows }, (_, r) =>
          Array.from(
            { length: cols },
            (_, c) => before.snapshot.memory[slot.offset + r * cols + c] as number,
          ),
        );
        const set = setMatrix(problem, of, matrix);
        if (!set.ok) throw new Error(set.fault.error);
        return set.value;
      }, before.problem);
    return expectedOf(updated);
  };
  const second = next(first);
  await expectQuantity(page, 'W2', second);
  await backstep.equation.getByRole('heading').first().click();
  await page.keyboard.press('u');
  const third = next(second);
  await expectQuantity(page, 'J', third);
  await expectQuantity(page, 'b1', third);

  const losses = page.getByRole('list', { name: 'Losses' });
  await expect(losses.getByRole('button')).toHaveCount(3);
  await losses.getByRole('button', { name: /^State 0,/ }).click();
  await expectQuantity(page, 'J', first);
  await backstep.button('Undo').click();
  await expectQuantity(page, 'J', third);
  expect(await undoUntilDisabled(page)).toBe(2);
  await expectQuantity(page, 'W2', first);
});

test('by key: Enter chooses an edge, Enter again opens its field', async ({ page }) => {
  const backstep = await openAtEnd(page);
  await page.keyboard.press('Home');
  await backstep.atStep(1);
  await backstep.network.locator('.edges[data-quantity="W1"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const field = page.getByRole('dialog').getByRole('textbox');
  await expect(field).toBeFocused();
  const entry = await field.getAttribute('data-entry');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  const [, row = '', col = ''] = /^W1\[(\d),(\d)\]$/.exec(entry ?? '') ?? [];
  const before = expectedOf(problemOf(ID)).problem.parameters.W1 as number[][];
  const old = before[Number(row)]?.[Number(col)] as number;
  expect(await numberIn(backstep.cell(entry ?? ''))).toBeCloseTo(old + 1, 12);
});

test('in the scalar view the weight stands beside its gradient and is changed there', async ({
  page,
}) => {
  const backstep = await openAtEnd(page);
  await backstep.steps.getByRole('button', { name: /^Step 16:/ }).click();
  await page.getByRole('radio', { name: 'Entry' }).check();
  const field = backstep.equation.getByRole('textbox', { name: 'W 1, row 1, column 1' });
  await field.click();
  await page.keyboard.press('ArrowUp');
  await expect(field).toHaveValue('-0.6');
  await expectQuantity(page, 'dW1', with00(-0.6));
});
