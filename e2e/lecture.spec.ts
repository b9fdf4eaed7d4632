import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { LECTURES } from '../src/problem/library/lectures/entries';
import { axe } from './support/axe';
import { pageOf } from './support/backstep';
import { expect, test } from './support/page';
import { faultsOnPhone } from './support/phone';

const lectureOf = (page: Page) => {
  const panel = page.getByRole('region', { name: 'Lectures' });
  return {
    panel,
    bar: page.getByRole('navigation', { name: 'Lecture' }),
    stops: panel.getByRole('list', { name: 'Stops' }).getByRole('listitem'),
    button: (name: string) => panel.getByRole('button', { name, exact: true }),
    async show() {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /command/i }).fill('lectures…');
      await page.keyboard.press('Enter');
      await expect(panel).toBeFocused();
    },
  };
};

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content as string], file as string));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
      document.body.dispatchEvent(event);
    },
    [name, text],
  );
}

test('a lecture of the library is opened, played, and followed by the address over a reload', async ({
  page,
}) => {
  const backstep = pageOf(page);
  const lecture = lectureOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  await lecture.show();
  await lecture.panel.getByRole('button', { name: /From one row to a trained network/ }).click();
  await expect(backstep.problem).toHaveValue('s3-demo-single');
  await expect(lecture.stops).toHaveCount(29);
  expect((await axe(page).include('.lecture').analyze()).violations).toEqual([]);
  await lecture.button('Next stop').click();
  await expect(page.getByRole('radio', { name: 'Entry' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(lecture.bar).toContainText('Stop 2 of 29');
  for (let i = 0; i < 4; i++) await page.keyboard.press(']');
  await expect(lecture.bar).toContainText('Stop 6 of 29');
  await expect(page).toHaveURL(/\?lecture=slides&stop=6$/);
  await page.reload();
  await expect(lecture.bar).toContainText('Linear regression: half a square');
  await expect(backstep.problem).toHaveValue('s3-linreg');
  await expect(backstep.equation).toContainText('Loss');

  // Beside the stop the address carries both.
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/lecture=slides&stop=6.*#./);
  await page.reload();
  await expect(lecture.bar).toContainText('Stop 6 of 29');
  await expect(backstep.equation).toContainText('Backward');
  await lecture.bar.getByRole('button', { name: /half a square/ }).click();
  await expect(backstep.equation).toContainText('Loss');
});

test('one key makes a lecture; it is written, ordered, undone, kept and sent', async ({
  page,
  context,
}) => {
  const backstep = pageOf(page);
  const lecture = lectureOf(page);
  const titles = () => lecture.stops.locator('.stop-go strong').allTextContents();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await backstep.open('s1-relu2-softmax-cce');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Show the lecture' }).click();
  await expect(lecture.stops).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('s');
  await backstep.problem.selectOption('s3-demo-batch');
  await expect(backstep.numbers).toContainText('3 examples');
  await lecture.button('Add a stop here S').click();
  await expect(lecture.stops).toHaveCount(3);
  expect(await titles()).toEqual(['Stop 1', 'Stop 2', 'Stop 3']);

  const added = page.locator('.notice', { hasText: 'Stop 3 added.' });
  await expect(added.getByRole('button', { name: 'Undo' })).toBeVisible();

  // TeX and HTML stay what they are, and no key acts while it is typed.
  const evil = '<img src=x onerror=alert(1)> $\\frac{1}{2}$ ]bws';
  await lecture.panel.getByLabel('Title, for everybody').fill('');
  await lecture.panel.getByLabel('Title, for everybody').pressSequentially(evil);
  // Its Undo would take back what was typed since.
  await expect(added).toBeHidden();
  await lecture.panel.getByLabel('Note, for you').fill('z is {Z1[0,0]}. {constructor}');
  await lecture.panel.getByLabel('the result').check();
  await lecture.panel.getByLabel('Large').selectOption('diagram');
  expect(await titles()).toEqual(['Stop 1', 'Stop 2', evil]);

  const third = lecture.stops.nth(2).locator('.stop-go');
  await third.focus();
  await page.keyboard.press('Alt+ArrowUp');
  expect(await titles()).toEqual(['Stop 1', evil, 'Stop 3']);
  await expect(lecture.stops.nth(1).locator('.stop-go')).toBeFocused();
  await expect(lecture.panel).toContainText('is now stop 2 of 3.');
  await lecture.stops.nth(2).hover();
  await lecture.stops.nth(2).locator('.stop-grip').hover();
  await page.mouse.down();
  // A browser says that something is dragged over a place with the second move only.
  for (const y of [12, 6, 4])
    await lecture.stops.nth(0).hover({ position: { x: 60, y }, force: true });
  await page.mouse.up();
  expect(await titles()).toEqual(['Stop 1', 'Stop 2', evil]);
  await expect(backstep.problem).toHaveValue('s3-demo-batch');
  await lecture.button('Undo the change of the lecture').click();
  expect((await titles())[1]).toBe(evil);
  await lecture.button('Redo the change of the lecture').click();

  // As it is after a reload, with its place; another tab does not write over it.
  await lecture.stops.nth(0).locator('.stop-go').click();
  await expect(backstep.problem).toHaveValue('s1-relu2-softmax-cce');
  await expect(page).toHaveURL(/#1\./);
  await page.reload();
  await expect(lecture.bar).toContainText('Stop 1 of 3');
  await lecture.show();
  expect(await titles()).toEqual(['Stop 1', 'Stop 2', evil]);

  // By hand: the same lecture from a file, and from its link.
  const download = page.waitForEvent('download');
  await lecture.button('Save to a file').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('my-lecture.backstep-lecture.json');
  const text = await readFile((await file.path()) ?? '', 'utf8');
  await lecture.stops.nth(2).locator('.stop-go').click();
  await lecture.button('Copy link to this stop').click();
  await expect(page.getByText('It opens stop 3.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await lecture.button('Close this lecture').click();
  await expect(lecture.panel.getByRole('heading', { name: 'Lectures' })).toBeVisible();
  await expect(lecture.panel.getByRole('button', { name: /^My lecture 3 stops/ })).toBeVisible();
  await dropFile(page, 'my.backstep-lecture.json', text);
  await expect(lecture.stops).toHaveCount(3);

  // Two tabs that edit the same one: each keeps its own, beside the other's.
  await lecture.button('Close this lecture').click();
  const kept = lecture.panel.getByRole('button', { name: /^My lecture \d+ stops/ });
  await kept.click();
  const tab = await context.newPage();
  await tab.goto('./');
  await expect(pageOf(tab).equation).toContainText(/step \d+ of/);
  const second = lectureOf(tab);
  await second.show();
  await second.panel.getByRole('button', { name: /^My lecture 3 stops/ }).click();
  await expect(second.stops).toHaveCount(3);
  await second.button('Add a stop here S').click();
  await expect(second.stops).toHaveCount(4);
  await second.button('Close this lecture').click();
  await expect(second.panel.getByRole('button', { name: /^My lecture 4 stops/ })).toBeVisible();
  await page.bringToFront();
  await lecture.stops.nth(0).locator('.stop-go').focus();
  await page.keyboard.press('Delete');
  await expect(lecture.stops).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: 'Both are kept' })).toBeVisible();
  await lecture.button('Close this lecture').click();
  for (const count of [2, 4])
    await expect(
      lecture.panel.getByRole('button', { name: new RegExp(`^My lecture ${count} stops`) }),
    ).toBeVisible();
  await tab.close();

  const student = await context.newPage();
  await student.setViewportSize({ width: 390, height: 844 });
  await student.goto(link);
  const bar = lectureOf(student).bar;
  await expect(bar).toContainText('Stop 3 of 3');
  await expect(bar).toContainText(evil);
  await expect(student.getByRole('region', { name: 'Network' })).toContainText('three');
  await bar.getByRole('button', { name: 'Previous stop' }).click();
  await expect(bar).toContainText('Stop 2 of 3');
  await student.close();
});

test('what is no lecture is refused with a sentence, and the one that is open stays', async ({
  page,
}) => {
  const backstep = pageOf(page);
  const lecture = lectureOf(page);
  await page.goto('./?lecture=hw3&stop=3');
  await expect(lecture.bar).toContainText('Stop 3 of 29');
  const problem = await backstep.problem.inputValue();
  const many = JSON.stringify({
    format: 'backstep-lecture',
    version: 1,
    stops: Array(1e5).fill({}),
  });
  const refused: readonly (readonly [string, RegExp])[] = [
    ['{"format": "backstep-lecture", "version": 9, "stops": []}', /version 9.*newer Backstep/],
    [many, /100.000 stops; the limit is 500/],
    ['{"format": "backstep-lecture", "version": 1, "__proto__": {}, "stops": []}', /__proto__/],
    ['{"format": "backstep-lecture", "version": 1, "stops": [', /JSON|end/],
    ['{"format": "something else"}', /backstep-problem/],
  ];
  const alert = page.getByRole('alert');
  for (const [text, sentence] of refused) {
    await dropFile(page, 'lecture.json', text);
    await expect(alert).toContainText(sentence);
    await expect(alert).toContainText('What was open before is still here.');
    await alert.getByRole('button', { name: 'Dismiss' }).click();
  }
  // A link that was cut.
  await page.evaluate(() => {
    window.location.hash = '1.zz.1234.q1bKTFGy';
  });
  await expect(alert).toContainText('cut off');
  await expect(lecture.bar).toContainText('Stop 3 of 29');
  await expect(backstep.problem).toHaveValue(problem);

  await page.goto('./?lecture=hw3&stop=31');
  await expect(alert).toContainText('has stops 1 to 29');
  await page.goto('./?lecture=nothing');
  await expect(alert).toContainText('The library has no lecture');
  await expect(backstep.equation).toContainText(/step \d+ of/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('each stop of each lecture stands there, with its drawing and its equation in one view', async ({
    page,
  }) => {
    const { bar } = lectureOf(page);
    for (const { id, stops } of LECTURES) {
      await page.goto(`./?lecture=${id}&stop=${stops}`);
      for (let stop = stops; stop > 0; stop--) {
        await expect(bar).toContainText(`Stop ${stop} of ${stops}`);
        await expect.poll(() => page.evaluate(faultsOnPhone), `${id} ${stop}`).toEqual([]);
        await page.keyboard.press('[');
      }
    }

    // Where there are no keys, none are named.
    await page.keyboard.press('Control+k');
    const first = page.getByRole('dialog').getByRole('option').first();
    await expect(first).toBeVisible();
    await expect(first.locator('kbd')).toBeHidden();
  });
});
