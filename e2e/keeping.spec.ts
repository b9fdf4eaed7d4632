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
