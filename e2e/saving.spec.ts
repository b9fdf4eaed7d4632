import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pageOf } from './support/backstep';
import { settled } from './support/keeping';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

/** What is open is left, and the first word that is said is about what is left next. */
async function leavesWithoutAWord(page: Page): Promise<void> {
  const backstep = pageOf(page);
  await backstep.problem.selectOption('s2-single');
  await backstep.atStep(1);
  await backstep.type('W1[0,0]', '0.75');
  await backstep.problem.selectOption(ID);
  await backstep.atStep(1);
  await expect(page.getByText(/Your changes to “/)).toHaveText(/“Two layers without/);
}

test('what another tab has written since it was opened here is not replaced', async ({
  page,
  context,
}) => {
  const dialogOf = (tab: Page) => tab.getByRole('dialog', { name: 'My problems' });
  const openSaved = async (tab: Page) => {
    await pageOf(tab).open('s2-single');
    await pageOf(tab).more('My problems');
    await dialogOf(tab).getByRole('button', { name: /^HW/ }).first().click();
    await expect(dialogOf(tab)).toBeHidden();
  };
  const replace = async (tab: Page, value: string) => {
    await tab.bringToFront();
    await pageOf(tab).type('W1[0,0]', value);
    await pageOf(tab).more('My problems');
    await dialogOf(tab).getByRole('button', { name: 'Replace' }).click();
  };
  await pageOf(page).open(ID);
  await pageOf(page).more('My problems');
  await dialogOf(page).getByLabel('Save the problem that is open as').fill('HW');
  await dialogOf(page).getByRole('button', { name: 'Save problem' }).click();
  await page.keyboard.press('Escape');
  const other = await context.newPage();
  await openSaved(other);

  await replace(page, '0.11');
  await expect(page.getByText('“HW” was replaced.')).toBeVisible();
  // Over a reload it still knows what it has seen.
  await other.bringToFront();
  await settled(other);
  await other.reload();
  await replace(other, '0.22');
  await expect(other.getByText('“HW” meanwhile. Yours is “HW 2”, beside it.')).toBeVisible();
  await expect(dialogOf(other).getByRole('listitem')).toHaveCount(2);
  await dialogOf(other)
    .getByRole('button', { name: /^HW(?! 2)/ })
    .first()
    .click();
  await expect(pageOf(other).cell('W1[0,0]')).toHaveValue('0.11');
});

test('one saved problem is exported as a file of its own', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s2-single');
  await backstep.type('W1[0,0]', '0.75');
  await backstep.more('My problems');
  const dialog = page.getByRole('dialog', { name: 'My problems' });
  await dialog.getByLabel('Save the problem that is open as').fill('To hand in');
  await dialog.getByRole('button', { name: 'Save problem' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog
      .getByRole('listitem')
      .getByRole('button', { name: /^Export/ })
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe('to-hand-in.backstep.json');
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file).toMatchObject({ format: 'backstep-problem', title: 'To hand in' });
  expect(file.parameters.W1[0][0]).toBe(0.75);
});

test('a problem is saved under a name, renamed, copied, deleted, brought back and opened', async ({
  page,
  context,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.type('W1[0,0]', '0.5');
  const other = await context.newPage();
  await pageOf(other).open('s2-single');
  await pageOf(other).more('My problems');
  await expect(other.getByRole('dialog')).toContainText('Nothing is saved in this browser yet');

  // A tab behind another paints once a second only.
  await page.bringToFront();
  await backstep.more('My problems');
  const dialog = page.getByRole('dialog', { name: 'My problems' });
  const rows = dialog.getByRole('list', { name: 'Saved in this browser' }).getByRole('listitem');
  await dialog.getByLabel('Save the problem that is open as').fill('Homework');
  await dialog.getByRole('button', { name: 'Save problem' }).click();
  await expect(rows).toHaveCount(1);
  // Enter once more is no wish for a copy.
  await dialog.getByLabel('Save the problem that is open as').press('Enter');
  await expect(dialog.getByText('“Homework” is saved already.')).toBeVisible();
  await expect(rows).toHaveCount(1);
  // The other tab sees it, and its own of the same name does not overwrite it.
  await expect(other.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
  await other.bringToFront();
  await other.getByLabel('Save the problem that is open as').fill('Homework');
  await other.getByRole('button', { name: 'Save a copy' }).click();
  await expect(rows).toHaveCount(2);
  await page.bringToFront();
  await expect(rows.filter({ hasText: 'Homework 2' })).toHaveCount(1);

  await dialog.getByRole('button', { name: 'Rename Homework 2' }).click();
  await dialog.getByLabel('New name of Homework 2').fill('Discussion');
  await page.keyboard.press('Enter');
  await expect(rows.filter({ hasText: 'Discussion' })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Duplicate Discussion' }).click();
  await expect(rows).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Delete Homework' }).click();
  await expect(rows).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(3);

  await page.reload();
  const open = backstep.problem.locator('option:checked');
  await expect(open).toHaveText('Homework');
  await backstep.problem.selectOption({ label: 'Discussion' });
  await expect(open).toHaveText('Discussion');
  await expect(backstep.equation).not.toContainText('of 23');
  await backstep.more('My problems');
  await rows.filter({ hasText: 'Homework' }).getByRole('button').first().click();
  await expect(dialog).toHaveCount(0);
  await expect(backstep.cell('W1[0,0]')).toHaveAttribute('aria-label', /= 0\.5$/);
});

test('all saved problems are exported to one file and imported from it', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.more('My problems');
  const dialog = page.getByRole('dialog');
  for (const name of ['One', 'Two']) {
    await dialog.getByLabel('Save the problem that is open as').fill(name);
    await dialog.getByRole('button', { name: 'Save problem' }).click();
    await expect(dialog.getByRole('button', { name: `Delete ${name}` })).toBeVisible();
  }
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export all' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  for (const name of ['One', 'Two']) {
    await dialog.getByRole('button', { name: `Delete ${name}` }).click();
  }
  const take = async (buffer: Buffer) => {
    const choosing = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Import…' }).click();
    await (await choosing).setFiles({ name: 'all.json', mimeType: 'application/json', buffer });
  };
  await take(Buffer.from(text));
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await take(Buffer.from(text.slice(0, 90)));
  await expect(dialog.getByRole('status').filter({ hasText: 'was not imported' })).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
});

test('own numbers that are left for another problem can be brought back', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('End');
  await backstep.cell('W1[0,0]').fill('0.25');
  await page.keyboard.press('Enter');
  await expect(backstep.cell('W1_new[0,0]')).toHaveAccessibleName(/was/);
  await backstep.problem.selectOption('s2-single');
  await backstep.atStep(1);
  await expect(page.getByText('Your changes to “Two hidden ReLU layers')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(backstep.cell('W1[0,0]')).toHaveValue('0.25');
  await expect(backstep.equation).toContainText('step 23 of 23');
  // What is as the library gives it is left without a word.
  await backstep.button('Undo').click();
  await expect(backstep.cell('W1[0,0]')).toHaveValue('−0.7');
  await leavesWithoutAWord(page);
});

test('numbers left for a lecture are offered back; what a link brought is left without a word', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.type('W1[0,0]', '0.25');
  await backstep.more('Lectures…');
  const lectures = page.getByRole('region', { name: 'Lectures' });
  await lectures.getByRole('listitem').last().getByRole('button').first().click();
  await expect(page.getByText('Your changes to “Two hidden ReLU layers')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(backstep.cell('W1[0,0]')).toHaveValue('0.25');

  const address = await settled(page);
  const context = await page.context().browser()?.newContext();
  const other = await context?.newPage();
  if (!context || !other) throw new Error('No other window.');
  const sent = pageOf(other);
  await other.goto(address);
  await expect(sent.cell('W1[0,0]')).toHaveValue('0.25');
  await leavesWithoutAWord(other);
  await context.close();
});
