import { gzipSync } from 'node:zlib';
import { expectedOf, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const TYPESETTER = /assets\/engine-[^/]*\.js$/;

test('the first equation is there, and can be stepped, before the typesetter has come', async ({
  page,
}) => {
  let come = () => {};
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(TYPESETTER, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  const equation = page.getByRole('region', { name: 'Equation' });
  await expect(equation).toContainText('step 1 of');
  await expect(equation.locator('.rule [data-quantity="W1"]')).toBeVisible();
  await expect(equation.locator('.numbers-row [data-quantity="Z1"]')).toBeVisible();

  // Its lengths are there without a style attribute in the markup, which the policy would refuse.
  expect(await equation.locator('.rule [data-style]').count()).toBe(0);
  expect(await equation.locator('.rule [style*="height"]').count()).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(equation).toContainText('step 2 of');
  await expect(equation.locator('.rule [data-quantity]')).toHaveCount(0);
  come();
  await expect(equation.locator('.rule [data-quantity="A1"]')).toBeVisible();
});

test('nearly every page needs the small fonts alone', async ({ page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (/\.woff2?$/.test(request.url())) fonts.push(request.url());
  });
  await page.goto('/');
  const equation = page.getByRole('region', { name: 'Equation' });
  await expect(equation.locator('.rule [data-quantity="W1"]')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(() => fonts.length).toBeGreaterThan(1);
  expect(fonts.filter((url) => !url.includes('-core-'))).toEqual([]);
});

test('once the page has rested, no step of a walk and no sheet below it waits for a font', async ({
  page,
}) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (/\.woff2?$/.test(request.url())) fonts.push(request.url());
  });
  const backstep = pageOf(page);
  await backstep.open('s1-relu2-softmax-cce');
  const bracket = () => fonts.filter((url) => url.includes('KaTeX_Size3')).length;
  await expect.poll(bracket).toBe(1);
  await page.evaluate(() => document.fonts.ready);
  fonts.length = 0;
  const count = expectedOf(problemOf('s1-relu2-softmax-cce')).steps.length;
  for (let at = 2; at <= count; at++) {
    await page.keyboard.press('ArrowRight');
    await backstep.atStep(at);
  }
  await page.getByRole('tab', { name: 'Modes' }).click();
  await expect(
    page.getByRole('region', { name: 'Forward mode' }).locator('.katex').first(),
  ).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  expect(fonts).toEqual([]);
});

/** As a server sends it; fonts are compressed already. */
const sent = (path: string, body: Buffer) =>
  (path.endsWith('.woff2') ? body : gzipSync(body)).length;

test('what the first equation needs is one script, a worker with its own, and a style sheet, within the budget', async ({
  request,
}) => {
  const bodyOf = async (path: string) => (await request.get(path)).body();
  const html = `${await bodyOf('/')}`;
  const asked = new Set(
    [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, path = '']) => path),
  );
  const scripts = [...asked].filter((path) => /\.js$/.test(path) && !/\/s\d-/.test(path));
  expect(scripts.map((path) => /^assets\/([a-z]+)-/.exec(path)?.[1])).toEqual(['index', 'begin']);
  const script = `${await bodyOf(scripts[1] ?? '')}`;
  const [, worker = ''] = /new Worker\(new URL\(new URL\(`([^`]+)`/.exec(script) ?? [];
  let bytes = sent('', Buffer.from(html));
  for (const path of [...asked, `assets/${worker}`]) bytes += sent(path, await bodyOf(path));
  expect(worker).toMatch(/^entry-/);
  expect(bytes).toBeLessThan(130_000);
});
