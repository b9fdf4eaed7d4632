import { parseProblem } from '../src/problem';
import { axe } from './support/axe';
import { expectedOf, expectQuantity, numberIn, pageOf } from './support/backstep';
import { settled } from './support/keeping';
import { expect, test } from './support/page';
import { openWide, wideProblem } from './support/wide';

test('16-16-16-10 with 32 examples: parts of large matrices, walked by key, exact and told in full', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await openWide(page);
  const parsed = parseProblem(wideProblem());
  if (!parsed.ok) throw new Error(parsed.fault.error);
  const expected = expectedOf(parsed.value);
  await page.keyboard.press('End');
  await backstep.atStep(expected.steps.length);
  for (const id of ['W1', 'Z1', 'delta3']) await expectQuantity(page, id, expected);
  expect(await page.locator('.card [data-cell]').count()).toBeLessThan(2000);

  // Into a large matrix and beyond what is drawn of it.
  const card = backstep.numbers.locator('[data-quantity="A1"]');
  const grid = card.getByRole('grid', { name: 'A 1, 16 by 32' });
  await expect(grid).toHaveAttribute('aria-rowcount', '16');
  await expect(grid).toHaveAttribute('aria-colcount', '32');
  await expect(backstep.cell('A1[15,31]')).toHaveCount(0);
  await card.getByRole('group').focus();
  await page.keyboard.press('ArrowDown');
  await expect(backstep.cell('A1[0,0]')).toBeFocused();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  const corner = backstep.cell('A1[15,31]');
  await expect(corner).toBeFocused();
  await expect(corner).toBeInViewport();
  const { snapshot } = expected;
  const slot = snapshot.layout.value.get('A1');
  const exact = snapshot.memory[(slot?.offset ?? 0) + 15 * 32 + 31] as number;
  expect(await numberIn(corner)).toBeCloseTo(exact, 13);
  await expect(corner).toHaveAttribute('title', /^-?0\.\d{8,}/);

  // The folded layer has opened around the unit of that cell, and says what it leaves out.
  const unit = backstep.network.locator('.unit[data-entry="A1[15,0]"]');
  await expect(unit).toBeVisible();
  await backstep.numbers.locator('[data-quantity="Z1"] [data-cell="Z1[8,0]"]').hover();
  await expect(backstep.network.locator('.unit[data-entry="A1[8,0]"]')).toBeVisible();
  await expect(backstep.network.locator('.unit[data-entry="A1[1,0]"]')).toHaveCount(0);

  // Tab goes from one field to the next, into rows that were not drawn.
  await page.keyboard.press('Escape');
  await backstep.cell('X[0,0]').focus();
  await page.keyboard.press('Control+End');
  await expect(backstep.cell('X[0,31]')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(backstep.cell('X[1,0]')).toBeFocused();

  const found = await axe(page).include('.card[data-quantity="A1"]').analyze();
  expect(found.violations).toEqual([]);
});

test('at 1280×720 equations of large matrices fit their rows, and lead to all numbers', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await openWide(page);
  await page.keyboard.press('End');
  await backstep.atStep(23);
  const row = backstep.equation.locator('.numbers-row .fit');
  for (let step = 22; step >= 1; step--) {
    await page.keyboard.press('ArrowLeft');
    await backstep.atStep(step);
    const over = () => row.evaluate((box) => box.scrollWidth - box.clientWidth);
    await expect.poll(over).toBeLessThanOrEqual(0);
  }
  for (let step = 2; step <= 10; step++) await page.keyboard.press('ArrowRight');
  await backstep.atStep(10);
  const note = backstep.equation.getByRole('button', { name: /of 160 numbers of .* are shown/ });
  await note.click();
  const card = backstep.numbers.locator('.card[data-quantity="dW3"]').getByRole('group');
  await expect(card).toBeFocused();
  await expect(card).toBeInViewport();
});

for (const hidden of ['tanh', 'relu']) {
  test(`on a phone the gradient of a wide ${hidden} layer fits its row, and no number is out of reach`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const backstep = pageOf(page);
    await backstep.open('s1-relu2-softmax-cce');
    await openWide(page, hidden);
    for (let step = 2; step <= 12; step++) await page.keyboard.press('PageDown');
    await backstep.atStep(12);
    const row = backstep.equation.locator('.numbers-row .fit');
    const over = () => row.evaluate((box) => box.scrollWidth - box.clientWidth);
    await expect.poll(over).toBeLessThanOrEqual(0);
    if (hidden !== 'relu') return;
    // f′(z) is no quantity and has no card.
    await backstep.equation.getByRole('button', { name: /of 512 numbers of .*relu/i }).click();
    const all = backstep.equation.getByRole('grid', { name: /16 by 32/ });
    await expect(all).toBeVisible();
    await backstep.equation.locator('.slopes [role="group"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    const focused = all.locator(':focus');
    await expect(focused).toHaveAttribute('title', /^[01]$/);
    await expect(focused).toBeInViewport();
    const found = await axe(page).include('.numbers-row').analyze();
    expect(found.violations).toEqual([]);
  });
}

test('of more examples than have room, the last copy of a bias says so, in rows too', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await openWide(page);
  const copies = backstep.numbers.locator('[data-quantity="b1"] .copy');
  await expect(copies).toHaveCount(16 * 5);
  await expect(copies.filter({ hasText: '…' })).toHaveCount(16);
  await backstep.notation.selectOption('parentheses-rows');
  await expect(copies.filter({ hasText: '⋮' })).toHaveCount(16);
  await expect(copies).toHaveCount(16 * 5);
  await expect(copies.last()).toHaveText('⋮');
});

test('the tab and the step of the gradient check survive a reload and are in the address', async ({
  page,
  context,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s2-single');
  await page.getByRole('tab', { name: 'Gradient check' }).click();
  const slider = page.getByRole('slider', { name: 'Step ε of the central difference' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', '10 to the minus 7');
  await settled(page);
  await page.reload();
  await expect(slider).toHaveAttribute('aria-valuetext', '10 to the minus 7');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(
    other.getByRole('slider', { name: 'Step ε of the central difference' }),
  ).toHaveAttribute('aria-valuetext', '10 to the minus 7');
});

test('with the focus a number of a large matrix is told in full, and its column stays as wide', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await openWide(page);
  await page.keyboard.press('End');
  await page.getByRole('button', { name: /^Apply update/ }).click();
  const field = backstep.cell('W1[0,0]');
  await expect(field).toHaveAccessibleName(/= -?0\.\d{12,}/);
  const width = async () => (await backstep.cell('W1[1,0]').boundingBox())?.width;
  const before = await width();
  expect(before).toBeGreaterThan(0);
  await field.focus();
  await expect(field).toHaveValue(/^-?0\.\d{12,}$/);
  expect(await width()).toBe(before);
});
