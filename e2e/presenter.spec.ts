import type { BrowserContext, Locator, Page } from '@playwright/test';
import { read } from '../src/engine';
import { axe } from './support/axe';
import { edited, expectedOf, pageOf, problemOf } from './support/backstep';
import { hold, pull } from './support/hand';
import { expect, test } from './support/page';

const asidesOf = (page: Page) => {
  const aside = page.getByRole('complementary', { name: 'Presenter' });
  return {
    aside,
    button: (name: string) => aside.getByRole('button', { name, exact: true }),
    notes: aside.getByRole('region', { name: 'Notes' }),
    next: aside.getByRole('region', { name: 'Next' }),
  };
};

const screenOf = (page: Page) => page.getByRole('main', { name: 'Projector' });

/** Presses the key; the audience's window that opens. */
async function present(page: Page, context: BrowserContext): Promise<Page> {
  const opening = context.waitForEvent('page');
  await page.keyboard.press('Shift+P');
  const audience = await opening;
  await audience.setViewportSize({ width: 1280, height: 720 });
  return audience;
}

test('two windows: a lecture is played from the one and seen in the other', async ({
  page,
  context,
}) => {
  const presenter = asidesOf(page);
  await page.goto('./?lecture=take-home&stop=8');
  await expect(page.getByRole('navigation', { name: 'Lecture' })).toContainText('Stop 8 of 25');
  const audience = await present(page, context);
  const screen = screenOf(audience);
  await expect(screen).toContainText('step');
  const title = (await presenter.notes.getByRole('heading').textContent()) ?? '';
  await expect(screen).toContainText(title);
  await expect(presenter.aside.getByRole('timer', { name: 'Elapsed time' })).toHaveText('0:00');
  expect((await axe(page).include('.presenter').analyze()).violations).toEqual([]);
  expect((await axe(audience).analyze()).violations).toEqual([]);

  // The stop hides its result: said here, not in the other window.
  await expect(presenter.notes).toContainText('Hidden from the audience: the result and the rule');
  await expect(presenter.notes).toContainText('−0.097 in the first entry');
  await expect(presenter.next).toContainText('Taken literally');
  await expect(screen.locator('[data-hidden]').first()).toBeVisible();
  await expect(screen).not.toContainText('0.097');
  const markOf = (row: string) =>
    page
      .locator(`.equation:not([data-prepared]) ${row}`)
      .evaluate((element) => getComputedStyle(element, '::after').content);
  expect(await markOf('.row.rule dt')).toBe('"hidden from the audience"');
  expect(await markOf('.numbers-row .line:nth-child(2)')).toBe('"hidden from the audience"');
  expect(await markOf('.row.chain dt')).toBe('none');
  await page.keyboard.press('PageDown');
  await expect(screen.locator('[data-hidden]')).toHaveCount(0);
  await expect(presenter.notes).toContainText('Stop 8 of 25');
  await expect(presenter.notes).not.toContainText('Hidden');

  // Blank is for the audience only.
  await page.keyboard.press('b');
  await expect(audience.locator('.blank')).toBeVisible();
  await expect(page.locator('.app .blank')).toHaveCount(0);
  await expect(presenter.button('Black')).toHaveAttribute('aria-pressed', 'true');
  await presenter.button('Black').click();
  await expect(audience.locator('.blank')).toHaveCount(0);

  // So is the code, and the next press takes it away before anything else.
  await page.keyboard.press('q');
  const code = audience.getByRole('region', { name: 'QR code of this link' });
  await expect(code.getByRole('img', { name: 'QR code of the link below' })).toBeVisible();
  await expect(code).toContainText(/#1\./);
  await expect(presenter.aside).toContainText('The audience sees the QR code of this link');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(code).toHaveCount(0);
  await expect(presenter.notes).toContainText('Stop 8 of 25');
  await presenter.button('Larger type').click();
  await presenter.button('Dark').click();
  await expect(screen).toHaveAttribute('data-look', 'dark');

  // No key acts while something is typed.
  await presenter.button('Lecture…').click();
  await page.getByLabel('Note, for you').fill('');
  await page.getByLabel('Note, for you').pressSequentially('b w. {J}');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Close lectures' }).click();
  await expect(presenter.notes).toContainText(/b w\. 0\.\d+/);
  await expect(presenter.notes).toContainText('Stop 8 of 25');
  await expect(audience.locator('.blank')).toHaveCount(0);

  // Nothing of the audience's is kept or written over.
  await expect(audience).toHaveURL(/\?audience=[a-z0-9]+$/);
  await expect(page).toHaveURL(/presenter=/);
});

test('what the presenter’s hand does is seen as it does it: a number dragged, a way chosen, pointer and magnifier', async ({
  page,
  context,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  const audience = await present(page, context);
  const screen = screenOf(audience);
  const presenter = asidesOf(page);
  await expect(screen).toContainText('step 1 of 23');
  await backstep.button('Next step').click();
  await expect(screen).toContainText('step 2 of 23');
  await backstep.button('First step').click();
  await expect(screen).toContainText('step 1 of 23');

  const problem = problemOf('s1-relu2-softmax-cce');
  /** The audience's number is the engine's for what stands in the field. */
  const follows = async (field: Locator, before: string) => {
    await expect(field).not.toHaveValue(before);
    const value = Number(await field.inputValue());
    const { snapshot } = expectedOf(edited(problem, 'W1', 0, 0, value));
    const z = read(snapshot, 'value', 'Z1')?.data[0] ?? Number.NaN;
    await expect
      .poll(async () => {
        const text = await screen
          .locator('.stage-drawing [data-entry="Z1[0,0]"]')
          .first()
          .textContent();
        const shown = Number(/[−\d.]+/.exec(text ?? '')?.[0].replace('−', '-'));
        return Math.abs(shown - z) < 0.0051;
      })
      .toBe(true);
  };
  const cell = backstep.cell('W1[0,0]');
  const at = await hold(page, cell);
  for (const far of [-40, -90, 60]) {
    const before = await cell.inputValue();
    await pull(page, at, far);
    // The button is still down.
    await follows(cell, before);
  }
  await page.mouse.up();
  await page.locator('.network .edge[data-entry="W1[0,0]"]').dispatchEvent('dblclick');
  const field = page.getByRole('dialog').getByRole('textbox');
  const before = await field.inputValue();
  const on = await hold(page, field);
  await pull(page, on, -50);
  await follows(field, before);
  await page.mouse.up();
  await page.keyboard.press('Escape');

  await page.getByRole('radio', { name: 'Path' }).check({ force: true });
  const ways = backstep.equation.getByRole('list', { name: 'Paths to the loss' });
  await ways.getByRole('button').nth(2).click();
  const chosen = (await ways.locator('[aria-pressed="true"] .way').innerText()).split('example')[0];
  await expect(screen.locator('.path-item.chosen .way')).toHaveText(chosen?.trim() ?? '');
  await page.getByRole('radio', { name: 'Layer', exact: true }).check({ force: true });

  const preview = presenter.aside.locator('.presenter-screen');
  await page.keyboard.press('m');
  const lens = audience.locator('.magnifier');
  await expect(lens).toBeVisible();
  const box = await preview.boundingBox();
  if (!box) throw new Error('The preview has no place.');
  const middle = async () => {
    const at = await lens.boundingBox();
    return at && [Math.round(at.x + at.width / 2), Math.round(at.y + at.height / 2)];
  };
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
  await expect.poll(async () => (await middle())?.map((n) => Math.round(n / 8))).toEqual([40, 45]);
  // The audience's own mouse moves nothing.
  await audience.mouse.move(1000, 100);
  expect((await middle())?.map((n) => Math.round(n / 8))).toEqual([40, 45]);
  await page.keyboard.press('m');
  await expect(lens).toHaveCount(0);
  await page.keyboard.press('l');
  await expect(audience.locator('.projector-pointer')).toHaveCount(1);
  await expect(presenter.button('Pointer')).toHaveAttribute('aria-pressed', 'true');
});

test('either window is reloaded or closed and comes back in step; two presenters do not mix', async ({
  page,
  context,
}) => {
  const backstep = pageOf(page);
  const presenter = asidesOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  let audience = await present(page, context);
  await expect(screenOf(audience)).toContainText('step 1 of 23');
  await backstep.button('Next step').click();
  await page.keyboard.press('w');
  await audience.reload();
  await expect(screenOf(audience)).toContainText('step 2 of 23');
  await expect(audience.locator('.blank')).toBeVisible();

  await expect(page).toHaveURL(/presenter=.*#/);
  await page.reload();
  await expect(presenter.button('White')).toHaveAttribute('aria-pressed', 'true');
  await backstep.atStep(2);
  await page.keyboard.press('PageDown');
  await expect(audience.locator('.blank')).toHaveCount(0);
  await backstep.button('Next step').click();
  await expect(screenOf(audience)).toContainText('step 3 of 23');

  await audience.close();
  await expect(presenter.aside).toContainText(/window (was closed|does not answer)/, {
    timeout: 15_000,
  });
  const opening = context.waitForEvent('page');
  await presenter.button('Open it again').click();
  audience = await opening;
  await expect(screenOf(audience)).toContainText('step 3 of 23');
  await expect(presenter.aside).not.toContainText('closed');

  // Another tab presents something else.
  const other = await context.newPage();
  await pageOf(other).open('s3-demo-batch');
  const otherAudience = await present(other, context);
  await expect(screenOf(otherAudience)).toContainText('PyTorch');
  await page.bringToFront();
  await backstep.button('Next step').click();
  await expect(screenOf(audience)).toContainText('step 4 of 23');
  await expect(screenOf(otherAudience)).toContainText('step 1 of');

  await presenter.button('End').click();
  await expect(presenter.aside).toHaveCount(0);
  await expect.poll(() => audience.isClosed()).toBe(true);
  await expect(page).not.toHaveURL(/presenter=/);
});

test('a window that the browser does not open can be opened by hand', async ({ page, context }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await pageOf(page).open('s1-relu2-softmax-cce');
  await page.keyboard.press('Shift+P');
  const { aside } = asidesOf(page);
  // A browser does not say so: the page waits for an answer for some seconds.
  await expect(aside).toContainText('The browser did not let it open.', { timeout: 15_000 });
  const opening = context.waitForEvent('page');
  await aside.getByRole('link', { name: 'this link' }).click();
  const audience = await opening;
  await expect(screenOf(audience)).toContainText('step 1 of 23');
  await expect(aside).not.toContainText('did not let it open');
});
