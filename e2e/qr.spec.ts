import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { pageOf } from './support/backstep';
import { expect, test } from './support/page';

/** What a camera sees: the screen's own dots, read by a decoder that is not the page's. */
async function scanned(page: Page): Promise<string | undefined> {
  const png = (await page.screenshot()).toString('base64');
  const { dark, width, height } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    let dark = '';
    for (let i = 0; i < pixels.length; i += 4) dark += (pixels[i] ?? 0) < 128 ? '1' : '0';
    return { dark, width: image.width, height: image.height };
  }, png);
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < dark.length; i += 1) if (dark[i] === '1') pixels.fill(0, 4 * i, 4 * i + 3);
  return jsQR(pixels, width, height)?.data;
}

test('Q fills the screen with the code of the present link; a camera reads it, and it opens the same step', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await backstep.open('s1-relu2-softmax-cce');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('q');
  const dialog = page.getByRole('dialog', { name: 'QR code of this link' });
  const code = dialog.getByRole('img', { name: 'QR code of the link below' });
  await expect(code).toBeVisible();
  const link = (await dialog.locator('.qr-link').textContent()) ?? '';
  expect(await scanned(page)).toBe(link);
  const { height } = (await code.boundingBox()) ?? { height: 0 };
  expect(height).toBeGreaterThan(0.75 * 720);
  const size = await dialog
    .locator('.qr-link')
    .evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize));
  expect(size).toBeGreaterThanOrEqual(24);

  // The keys behind it do nothing; a clicker's key takes it away and goes nowhere.
  await page.keyboard.press('PageDown');
  await expect(dialog).toBeHidden();
  await expect(backstep.equation).toContainText('step 22 of 23');
  await page.keyboard.press('q');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const phone = await page.context().newPage();
  await phone.goto(link);
  await expect(pageOf(phone).equation).toContainText('step 22 of 23');
  await phone.close();
});

test('in projector mode the code is there too, and leads students to the page, not to a projector', async ({
  page,
}) => {
  await pageOf(page).open('s2-single');
  await page.keyboard.press('p');
  await expect(page.getByRole('main', { name: 'Projector' })).toBeVisible();
  await page.keyboard.press('q');
  const dialog = page.getByRole('dialog', { name: 'QR code of this link' });
  await expect(dialog.getByRole('img', { name: 'QR code of the link below' })).toBeVisible();
  const link = (await dialog.locator('.qr-link').textContent()) ?? '';
  expect(await scanned(page)).toBe(link);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main', { name: 'Projector' })).toBeVisible();
  const phone = await page.context().newPage();
  await phone.goto(link);
  await expect(pageOf(phone).equation).toContainText('step 1 of');
  await phone.close();
});

/** A problem of the page's own, with a matrix of so many numbers, which no link can leave out. */
async function openMatrix(page: Page, title: string, rows: number, cols: number): Promise<void> {
  const numbers = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: cols }, (_, c) => Math.sin(r * 41 + c)),
  );
  const file = {
    format: 'backstep-problem',
    version: 1,
    title,
    program: 'L = sum(A)',
    minimise: 'L',
    parameters: { A: numbers },
  };
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Control+k').then(async () => {
      await page.getByRole('combobox', { name: /command/i }).fill('open a file');
      await page.keyboard.press('Enter');
    }),
  ]);
  await chooser.setFiles({
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

test('what is too long for a code says so, with the way out', async ({ page }) => {
  await pageOf(page).open();
  await openMatrix(page, 'A large one', 60, 40);
  await page.keyboard.press('q');
  const dialog = page.getByRole('dialog', { name: 'QR code of this link' });
  await expect(dialog.getByRole('alert')).toContainText('too long for a QR code');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('a-large-one.backstep.json');
  await expect(dialog.getByText('a-large-one.backstep.json')).toBeVisible();
});

test('on a small screen a long link can be read to its end', async ({ page }) => {
  await page.setViewportSize({ width: 480, height: 320 });
  await pageOf(page).open();
  await openMatrix(page, 'A long one', 6, 6);
  await page.getByRole('button', { name: 'Leave the tour' }).click();
  // Who has no keyboard finds it in the menu.
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'QR code…' }).click();
  const link = page.locator('.qr-link');
  await expect(link).toBeVisible();
  const bottom = () => link.evaluate((element) => element.getBoundingClientRect().bottom);
  expect(await bottom()).toBeGreaterThan(320);
  await page.mouse.move(240, 160);
  await page.mouse.wheel(0, 4000);
  await expect.poll(bottom).toBeLessThanOrEqual(320);
});

test('a dialog that was called off and cannot be loaded leaves the next one alone', async ({
  page,
}) => {
  await pageOf(page).open();
  let send = () => {};
  const sent = new Promise<void>((done) => {
    send = done;
  });
  await page.route(/QrCode-[^/]*\.js$/, async (route) => {
    await sent;
    await route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("gone")' });
  });
  const asked = page.waitForRequest(/QrCode-/);
  await page.keyboard.press('q');
  await asked;
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help and keys' });
  await expect(help).toBeVisible();
  const answered = page.waitForResponse(/QrCode-/);
  send();
  await (await answered).finished();
  await page.evaluate(async () => {
    for (let i = 0; i < 10; i++) await new Promise((done) => requestAnimationFrame(done));
  });
  await expect(help).toBeVisible();
});
