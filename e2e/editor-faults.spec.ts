import { axe } from './support/axe';
import { pageOf } from './support/backstep';
import { openProgram } from './support/editor';
import { expect, test } from './support/page';

test('an error is said where it is, the last good page stays, and the way out leads on', async ({
  page,
}) => {
  const { backstep, editor } = await openProgram(page);
  await editor.write('z = sigmoid(w * x^2 + b)\nL = (tanh(q) - p)^2 +');
  await expect(editor.fault.first()).toContainText('Expected a number, a name or "("');
  await expect(editor.fault.first()).toContainText('line 2, column 22');
  await expect(editor.bar).toContainText('error on line 2');
  await expect(backstep.cell('z[0,0]')).toBeAttached();
  await expect(page.locator('.cm-lintRange-error')).toBeVisible();
  expect((await axe(page).analyze()).violations).toEqual([]);

  // Nothing is lost over a reload.
  await page.reload();
  await expect(editor.box).toContainText('(tanh(q) - p)^2 +');
  await expect(editor.bar).toBeVisible();

  await editor.box.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' 1');
  await expect(editor.bar).toHaveCount(0);
  await expect(backstep.cell('q[0,0]')).toBeAttached();
});

test('what cannot be calculated gets a sentence and a place; several errors are all listed', async ({
  page,
}) => {
  const { backstep, editor } = await openProgram(page);
  for (const [text, sentence] of [
    ['a = b\nb = a + x', 'a needs b and b needs a'],
    ['L = x\nL = y', 'L is defined twice'],
    ['L = sum(x, y)', 'sum takes one argument, but has 2'],
    ['L = w × x', 'The character × (multiplication sign) is not used here; write *'],
    ['L = sigmod(x)', 'Did you mean "sigmoid"?'],
  ] as const) {
    await editor.write(text);
    await expect(editor.fault.first()).toContainText(sentence);
    await expect(editor.fault.first()).toContainText(/line \d, column \d/);
  }
  await editor.write('a = sigmod(w * x)\nc = a * 2\nL = sum(x, y) +');
  const errors = backstep.network.getByRole('list', { name: '2 errors' });
  await expect(errors.getByRole('listitem')).toHaveText([
    /^There is no function sigmod.* \(line 1, column 5\)\.$/,
    /^Expected a number.* \(line 3, column 16\)\.$/,
  ]);
  await expect(editor.bar).toContainText('2 errors, the first on line 1');
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(2);
  await errors.getByRole('button').first().click();
  await page.keyboard.type('x');
  await expect(editor.box).toContainText('a = xsigmod');
});

test('shapes that do not meet are both named', async ({ page }) => {
  const { editor } = await openProgram(page, 's0-p3-4-sigmoid-matrix');
  await editor.write('L = sum(W * x)');
  await expect(editor.fault.first()).toContainText(/W \* x: W is \d×\d but x is \d×\d/);
});

test('what is pasted may be anything: a sentence, and the page goes on', async ({ page }) => {
  const { backstep, editor } = await openProgram(page);
  const noise = Array.from({ length: 10_000 }, (_, i) =>
    String.fromCharCode(33 + ((i * 7919 + (i >> 3) * 104_729) % 90)),
  ).join('');
  for (const [text, sentence] of [
    [`L = ${'('.repeat(9_990)}`, 'Brackets nest deeper than 200'],
    [noise, 'line 1, column'],
    ['L = __proto__', 'Expected a number, a name or "("'],
  ] as const) {
    await editor.box.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    await expect(editor.fault.first()).toContainText(sentence);
  }
  // 10 MB, as a browser pastes them.
  await editor.box.evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `L = [${'1,'.repeat(5_000_000)}1]`);
    const paste = { clipboardData, bubbles: true, cancelable: true };
    box.dispatchEvent(new ClipboardEvent('paste', paste));
  });
  await expect(editor.fault.first()).toContainText(/That would be 10.000.0\d\d characters/);
  await expect(editor.fault.first()).toContainText('it was left out');
  await editor.write('L = constructor * w');
  await expect(backstep.cell('constructor[0,0]')).toBeAttached();
});

test('a link of a page with an unfinished line carries the last program that worked', async ({
  page,
  context,
}) => {
  const { backstep, editor } = await openProgram(page);
  await editor.write('L = (w - x)^2');
  await expect(backstep.cell('L[0,0]')).toBeAttached();
  await page.keyboard.type(' + (');
  await page.keyboard.press('Delete');
  await expect(editor.bar).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash.length).toBeGreaterThan(20);
  await page.waitForFunction(() =>
    sessionStorage.getItem('backstep.state.1')?.includes('(w - x)^2'),
  );
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(pageOf(other).cell('L[0,0]')).toBeAttached();
  await expect(pageOf(other).cell('x[0,0]')).toBeAttached();
  await other.close();
});
