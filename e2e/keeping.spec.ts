import type { Page } from '@playwright/test';
import { edited, expectedOf, expectQuantity, pageOf, problemOf } from './support/backstep';
import { settled } from './support/keeping';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

test('a reload right after a step and an edit brings both back', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.type('W1[0,0]', '0.125');
  await page.keyboard.press('Escape');
  await backstep.steps.getByRole('button', { name: /^Step 12:/ }).click();
  await backstep.atStep(12);
  await page.reload();
  await backstep.atStep(12);
  await expectQuantity(page, 'delta2', expectedOf(edited(problemOf(ID), 'W1', 0, 0, 0.125)));
  await expect(backstep.problem).toHaveValue(ID);
});

test('a reload brings back the way to the loss and the gradient that were chosen, and a link takes them along', async ({
  page,
  browser,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.cell('W1[1,2]').click();
  await backstep.equation.getByRole('radio', { name: 'Path' }).check();
  const ways = (on: Page) => pageOf(on).equation.getByRole('list', { name: /^Paths to the loss/ });
  const chosen = (on: Page) => ways(on).getByRole('button', { pressed: true });
  await ways(page).getByRole('button').nth(4).click();
  const words = await chosen(page).innerText();
  expect(await ways(page).getByRole('button').first().innerText()).not.toBe(words);
  await page.getByRole('tab', { name: 'Cached' }).click();
  const gradient = page.getByRole('combobox', { name: 'For the gradient' });
  await gradient.selectOption('dW2');
  const address = await settled(page);
  await page.reload();
  await expect(chosen(page)).toHaveText(words, { useInnerText: true });
  await expect(gradient).toHaveValue('dW2');
  const other = await browser.newContext();
  const there = await other.newPage();
  await there.goto(address);
  await expect(chosen(there)).toHaveText(words, { useInnerText: true });
  await expect(there.getByRole('combobox', { name: 'For the gradient' })).toHaveValue('dW2');
  await other.close();
});

test('a reload keeps the losses with the way back, and another problem has none of them', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const losses = backstep.equation.getByRole('list', { name: 'Losses' }).getByRole('button');
  for (const count of [2, 3, 4]) {
    await page.keyboard.press('u');
    await expect(losses).toHaveCount(count);
  }
  const before = await losses.allInnerTexts();
  await settled(page);
  await page.reload();
  await expect(losses).toHaveText(before);
  await losses.nth(0).click();
  await expectQuantity(page, 'W1', expectedOf(problemOf(ID)));
  await expect(losses.nth(0)).toHaveAttribute('aria-current', 'true');
  // Again before they have come back: they stay.
  await settled(page);
  const LOSSES_PART = /\/losses-[^/]*\.js$/;
  await page.route(LOSSES_PART, () => undefined);
  await page.reload();
  await backstep.atStep(1);
  await settled(page);
  await page.unroute(LOSSES_PART);
  await page.reload();
  await expect(losses).toHaveText(before);
  // The same network by its address: nothing was applied to it here.
  await page.goto(`./?problem=${ID}`);
  await backstep.atStep(1);
  await settled(page);
  await page.reload();
  await backstep.atStep(1);
  await expect(losses).toHaveCount(0);
});

test('speed and language of the code stay with the browser', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.steps.getByRole('combobox', { name: 'Speed' }).selectOption('4');
  await backstep.button('PyTorch').click();
  await page.goto('./?problem=s2-single');
  await expect(backstep.steps.getByRole('combobox', { name: 'Speed' })).toHaveValue('4');
  await expect(backstep.button('PyTorch')).toHaveAttribute('aria-pressed', 'true');
});

test('a bare address opens what was open last, and a name in the address wins', async ({
  page,
  context,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s3-demo-batch');
  await page.keyboard.press('ArrowRight');
  await backstep.atStep(2);
  await settled(page);
  const second = await context.newPage();
  await second.goto('./');
  await pageOf(second).atStep(2);
  await expect(pageOf(second).problem).toHaveValue('s3-demo-batch');
  await expect(second.getByRole('complementary', { name: 'Tour' })).toHaveCount(0);
  await pageOf(second).open(ID);
  await expect(pageOf(second).problem).toHaveValue(ID);
});

test('the theme stays with the browser and is no part of a link', async ({ page, browser }) => {
  await pageOf(page).open(ID);
  await pageOf(page).button('Menu').click();
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  const address = await settled(page);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const other = await browser.newContext();
  const there = await other.newPage();
  await there.goto(address);
  await pageOf(there).atStep(1);
  await expect(there.locator('html')).not.toHaveAttribute('data-theme');
  await other.close();
});

test('two tabs keep their own states over a reload', async ({ page, context }) => {
  const other = await context.newPage();
  await pageOf(page).open('s2-single');
  await pageOf(other).open(ID);
  await other.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await pageOf(page).atStep(2);
  await pageOf(other).atStep(23);
  await page.reload();
  await other.reload();
  await pageOf(page).atStep(2);
  await expect(pageOf(page).problem).toHaveValue('s2-single');
  await pageOf(other).atStep(23);
});

test('without storage the page works and says once that it keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    for (const area of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, area, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  const backstep = pageOf(page);
  await backstep.open(ID);
  const said = page.getByRole('status').filter({ hasText: 'does not let the page keep' });
  await expect(said).toBeVisible();
  await said.getByRole('button', { name: 'Dismiss' }).click();
  await page.keyboard.press('End');
  await backstep.atStep(23);
  await settled(page);
  await expect(said).toHaveCount(0);
  await backstep.more('My problems');
  await expect(page.getByRole('dialog')).toContainText('Save to a file instead');
});

test('with full storage the page works, says so, and loses nothing that is open', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
  });
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.type('W1[0,0]', '0.25');
  await expect(
    page.getByRole('status').filter({ hasText: 'does not let the page keep' }),
  ).toBeVisible();
  await backstep.more('My problems');
  const dialog = page.getByRole('dialog', { name: 'My problems' });
  await dialog.getByRole('button', { name: 'Save problem' }).click();
  await expect(dialog).toContainText('Save to a file instead');
  await page.keyboard.press('Escape');
  await expect(backstep.cell('W1[0,0]')).toHaveValue('0.25');
});

test('a file of hundreds of megabytes is refused before it is read', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.evaluate(() => {
    const file = new File(['{}'], 'large.json');
    Object.defineProperty(file, 'size', { value: 4e8 });
    Object.defineProperty(file, 'text', { value: () => Promise.reject(new Error('was read')) });
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [file] } });
    window.dispatchEvent(event);
  });
  await expect(page.getByRole('alert')).toContainText(/was not read; the limit is/);
  await backstep.atStep(1);
});
