import type { Page } from '@playwright/test';
import { pageOf } from './support/backstep';
import { ID } from './support/editing';
import { expect, test } from './support/page';

/** Who works by key never loses their place: what goes hands the focus on. */

const focused = (page: Page) => page.locator(':focus');

test('a dialog of the menu gives the focus back to the menu’s button', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  for (const name of ['My problems', 'QR code…']) {
    await menu.press('Enter');
    await page.getByRole('button', { name, exact: true }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('dialog', { name: 'Loading' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(menu).toBeFocused();
  }
});

test('on a phone a list of the menu gives the focus back to the menu’s button', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await pageOf(page).open(ID);
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  await menu.press('Enter');
  await page.getByRole('button', { name: 'Export' }).press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
});

test('the button that leads to a later step hands the focus to what it led to, and shows it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.numbers.locator('td[data-cell="Z1[0,0]"]').click();
  await backstep.equation.getByRole('radio', { name: 'Entry' }).check({ force: true });
  const later = backstep.equation.getByRole('button', { name: /^Go to step / });
  for (let i = 0; i < 2; i++) {
    await later.scrollIntoViewIfNeeded();
    await later.press('Enter');
    await expect(focused(page)).toHaveClass('step-title');
    await expect(focused(page)).toBeInViewport();
  }
});

test('Escape lets an entry go, and the focus stays in the equation', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.equation.getByRole('radio', { name: 'Entry' }).check({ force: true });
  await backstep.equation.locator('.formula-body [data-quantity]').first().focus();
  await page.keyboard.press('Escape');
  await expect(backstep.equation.getByRole('radio', { name: 'Layer' })).toBeChecked();
  await expect(focused(page)).toHaveClass('step-title');
  await page.keyboard.press('ArrowRight');
  await backstep.atStep(2);
});

test('Escape takes back the word about a refused number, and only that', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.numbers.locator('td[data-cell="Z1[1,2]"]').click();
  const field = backstep.cell('W1[1,2]');
  await field.click();
  const chosen = await backstep.equation.getByRole('heading').first().innerText();
  await page.keyboard.type('abc');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“abc” is not a number')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('“abc” is not a number')).toHaveCount(0);
  await expect(field).toBeFocused();
  expect(await backstep.equation.getByRole('heading').first().innerText()).toBe(chosen);
});

test('Enter explains the symbol that has the focus; Tab does not stop at the drawing as a whole', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const symbol = backstep.equation.locator('.formula-body [tabindex="0"]').first();
  await symbol.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Glossary: / })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(symbol).toBeFocused();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.matches('svg.diagram'))).toBe(false);
  }
});
