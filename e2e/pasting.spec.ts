import { setMatrix } from '../src/problem';
import { expectedOf, expectQuantity, numberIn, problemOf } from './support/backstep';
import { ID, openAtEnd, paste, undoUntilDisabled } from './support/editing';
import { expect, test } from './support/page';

const W1 = [
  [1, -2.5, 0.25],
  [0, 3, 4],
  [5, 6, -7],
  [0.5, 0.25, 0.125],
];

for (const [from, text] of [
  [
    'NumPy',
    '[[ 1.    -2.5    0.25 ]\n [ 0.     3.     4.   ]\n [ 5.     6.    -7.   ]\n [ 0.5    0.25   0.125]]',
  ],
  ['a spreadsheet', '1\t−2.5\t0.25\n0\t3\t4\n5\t6\t−7\n0.5\t0.25\t0.125\n'],
  ['MATLAB', 'W1 = [1 -2.5 0.25; 0 3 4; 5 6 -7; 0.5 0.25 0.125];'],
  ['CSV', '1,-2.5,0.25\r\n0,3,4\r\n5,6,-7\r\n0.5,0.25,0.125'],
] as const) {
  test(`a matrix copied from ${from} fills the card, and one undo empties it`, async ({ page }) => {
    const backstep = await openAtEnd(page);
    await paste(backstep.cell('W1[1,1]'), text);
    const after = setMatrix(problemOf(ID), 'W1', W1);
    if (!after.ok) throw new Error(after.fault.error);
    await expectQuantity(page, 'W1', expectedOf(after.value));
    await expectQuantity(page, 'J', expectedOf(after.value));
    expect(await undoUntilDisabled(page)).toBe(1);
    await expectQuantity(page, 'J', expectedOf(problemOf(ID)));
  });
}

test('a smaller matrix is filled in from the cell on', async ({ page }) => {
  const backstep = await openAtEnd(page);
  await paste(backstep.cell('W1[2,1]'), '8 9\n6 7');
  const cells = ['W1[2,1]', 'W1[2,2]', 'W1[3,1]', 'W1[3,2]'];
  await expect
    .poll(() => Promise.all(cells.map((c) => numberIn(backstep.cell(c)))))
    .toEqual([8, 9, 6, 7]);
  expect(await numberIn(backstep.cell('W1[0,0]'))).toBe(-0.7);
});

for (const [name, text, words] of [
  ['one that does not fit', '1 2 3 4 5', /1×5 and W1 is 4×3/],
  ['ragged rows', '1 2 3\n4 5', /Row 2 .* has 2 numbers, row 1 has 3/],
  ['words', 'one two', /no number/],
  ['NaN', '1 nan 3', /column 2 is "nan"/],
  ['a shortened print', '[[1. 2. ... 3.]]', /shortened/],
  ['10 MB', '1 2\n'.repeat(2_500_000), /has 10.000.000 characters/],
] as const) {
  test(`pasting ${name} is refused beside the field, and nothing is lost`, async ({ page }) => {
    const backstep = await openAtEnd(page);
    await paste(backstep.cell('W1[0,0]'), text);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expectQuantity(page, 'W1', expectedOf(problemOf(ID)));
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });
}
