import type { Page } from '@playwright/test';
import { pageOf } from './support/backstep';
import { expect, test } from './support/page';

/** Opens the page and holds a part of it back, as a slow line does; `release` lets it through. */
async function openWithout(page: Page, part: string) {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/assets/${part}-*.js`, async (route) => {
    await gate;
    await route.continue();
  });
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  return { backstep, release };
}

test('what is typed before the palette has come is its search, and no key of the page', async ({
  page,
}) => {
  const { backstep, release } = await openWithout(page, 'Palette');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pe ', { delay: 0 });
  await page.keyboard.press('ArrowRight');
  const coming = page.getByRole('dialog', { name: 'Loading' });
  await expect(coming).toHaveText('Loading …');
  const opened = await coming.elementHandle();
  release();
  const field = page.getByRole('dialog', { name: 'Search commands' }).getByRole('combobox');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('pe ');
  await expect(coming).toHaveCount(0);
  // A second dialog would give the whole page its style anew.
  expect(await opened?.evaluate((dialog) => dialog.isConnected)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await backstep.atStep(1);
});

test('Escape calls off what is on its way, and closes at once what has just been opened', async ({
  page,
}) => {
  const { backstep, release } = await openWithout(page, 'QrCode');
  await page.keyboard.press('q');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const arrived = page.waitForResponse(/QrCode-/);
  release();
  await (await arrived).finished();
  await page.keyboard.press('ArrowRight');
  await backstep.atStep(2);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Now everything is there: no key may fall between two frames.
  for (const key of ['q', 'Control+k', '?', 'g', 'Control+p']) {
    await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog'), key).toHaveCount(0);
  }
  await page.keyboard.press('ArrowRight');
  await backstep.atStep(3);
});

test('what was called off does not open, however late the browser tells that its place was closed', async ({
  page,
}) => {
  // The event comes with a frame, which may be long in coming.
  await page.addInitScript(() => {
    const late = (event: Event) => {
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      setTimeout(() => event.target?.dispatchEvent(new Event('close')), 1000);
    };
    window.addEventListener('close', late, { capture: true });
  });
  const { backstep, release } = await openWithout(page, 'QrCode');
  await page.keyboard.press('q');
  await expect(page.getByRole('dialog', { name: 'Loading' })).toBeVisible();
  await page.keyboard.press('Escape');
  const arrived = page.waitForResponse(/QrCode-/);
  release();
  await (await arrived).finished();
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await backstep.atStep(2);
});
