import type { Page } from '@playwright/test';
import { expectNoFaults } from './support/axe';
import { pageOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

async function palette(page: Page) {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search commands' });
  const field = dialog.getByRole('combobox');
  await expect(field).toBeFocused();
  return { dialog, field, options: dialog.getByRole('option') };
}

test('the palette finds steps, problems, notations and actions by words, and runs them by key', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const first = await palette(page);
  await first.field.fill('delta 2 error');
  await expect(first.options.first()).toContainText('Step 12');
  await page.keyboard.press('Enter');
  await backstep.atStep(12);
  await expect(first.dialog).toHaveCount(0);

  const dark = await palette(page);
  await dark.field.fill('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  const detail = await palette(page);
  await detail.field.fill('detail');
  await page.keyboard.press('ArrowDown');
  await expect(detail.options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(detail.options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await backstep.button('Menu').click();
  await expect(page.getByRole('combobox', { name: 'Detail' })).toHaveValue('operations');
  await page.keyboard.press('Escape');

  const tab = await palette(page);
  await tab.field.fill('gradient check');
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('tab', { name: 'Gradient check' });
  await expect(chosen).toHaveAttribute('aria-selected', 'true');
  await expect(chosen).toBeFocused();

  const problem = await palette(page);
  await problem.field.fill('pytorch three');
  await problem.options.first().click();
  await expect(backstep.problem).toHaveValue('s3-demo-batch');
});

test('the palette opens from a field, keeps its keys to itself, and says when nothing is found', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.cell('W1[0,0]').click();
  const { dialog, field, options } = await palette(page);
  await page.keyboard.press('End');
  await field.fill('no such thing');
  await expect(options).toHaveCount(0);
  await expect(dialog).toContainText('Nothing is called “no such thing”');
  await dialog.getByRole('button', { name: 'Show all' }).click();
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await backstep.atStep(1);
});

test('the question mark lists every key', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Help and keys' });
  for (const [what, key] of [
    ['Next step', '→'],
    ['Play or pause', 'Space'],
    ['Undo', 'Ctrl Z'],
    ['Search commands', 'Ctrl K'],
    ['Glossary of this step', 'G'],
  ] as const) {
    await expect(dialog.locator('dl > div').filter({ hasText: what }).first()).toContainText(key);
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await backstep.atStep(1);
  await expect(dialog).toHaveCount(0);
});

test('a part of the page that cannot be loaded says so and can be asked for again', async ({
  page,
}) => {
  await pageOf(page).open(ID);
  // What the page asks for is answered, but with something else.
  await page.route(/KeyHelp.*\.js/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'export const x = 1;' }),
  );
  await page.keyboard.press('?');
  const said = page.getByRole('status').filter({ hasText: 'could not be loaded' });
  await expect(said.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('axe finds nothing in the dialogs and the tour, light or dark', async ({ page }) => {
  test.slow();
  await pageOf(page).open();
  await expect(page.getByRole('complementary', { name: 'Tour' })).toBeVisible();
  await expectNoFaults(page, '.tour');
  await expectNoFaults(page, '.topbar');
  await page.keyboard.press('Escape');
  for (const key of ['Control+k', '?', 'g']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoFaults(page, 'dialog');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await pageOf(page).more('My problems');
  await page.getByRole('button', { name: 'Save problem' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
  await expectNoFaults(page, 'dialog');
});
