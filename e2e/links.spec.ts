import { readFileSync } from 'node:fs';
import { edited, expectedOf, expectQuantity, pageOf, problemOf } from './support/backstep';
import { settled } from './support/keeping';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';
const links = JSON.parse(
  readFileSync(new URL('../src/store/links.fixture.json', import.meta.url), 'utf8'),
) as readonly { readonly link: string }[];

test('the address alone opens the same step in another browser', async ({ page, browser }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.type('W1[0,0]', '-2.5');
  await backstep.notation.selectOption('parentheses-rows');
  await backstep.steps.getByRole('button', { name: /^Step 9:/ }).click();
  await backstep.atStep(9);
  const address = await settled(page);
  const text = await backstep.equation.textContent();
  const other = await browser.newContext();
  const there = await other.newPage();
  await there.goto(address);
  await pageOf(there).atStep(9);
  await expect(pageOf(there).notation).toHaveValue('parentheses-rows');
  await expect(pageOf(there).equation).toHaveText(text ?? '');
  await expect(pageOf(there).cell('W1[0,0]')).toHaveText(/−2\.5|^$/);
  await other.close();
});

test('steps leave no entries in the history of the browser', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  const before = await page.evaluate(() => history.length);
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await settled(page);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('Copy link copies the address of this step and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.keyboard.press('End');
  await backstep.atStep(23);
  await backstep.button('Copy link').click();
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/problem=s1-relu2-softmax-cce#1\./);
  expect(link.length).toBeLessThan(250);
  await page.keyboard.press('Home');
  await backstep.atStep(1);
  await settled(page);
  await page.goto(link);
  await backstep.atStep(23);
});

test('a link pasted into the address of the open page is opened', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open('s2-single');
  await page.evaluate((link) => {
    location.hash = link;
  }, links[1]?.link ?? '');
  await expect(backstep.equation).toContainText('of 23');
  await expect(backstep.problem).toHaveValue(ID);
  await expect(backstep.cell('W1[0,0]')).toHaveAttribute('aria-label', /0\.125$/);
});

const link = links[0]?.link ?? '';
const BAD: readonly (readonly [string, string, RegExp])[] = [
  ['cut off', link.slice(0, -20), /cut off.*Copy the whole link again/],
  ['changed', `${link.slice(0, -3)}AAA`, /changed on the way/],
  ['of a newer version', link.replace(/^1/, '7'), /newer Backstep \(link version 7/],
  ['something else', 'top', /no Backstep link/],
];

for (const [what, bad, words] of BAD) {
  test(`a link that is ${what} gets a sentence, and the page opens`, async ({ page }) => {
    await page.goto(`./#${bad}`);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await pageOf(page).atStep(1);
    // It stays to be mended.
    expect(page.url()).toContain(`#${bad}`);
  });

  test(`a link that is ${what}, pasted, leaves the open problem as it is`, async ({ page }) => {
    const backstep = pageOf(page);
    await backstep.open(ID);
    await backstep.type('W1[0,0]', '3');
    await backstep.steps.getByRole('button', { name: /^Step 12:/ }).click();
    await page.evaluate((text) => {
      location.hash = text;
    }, bad);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('What was open before is still here');
    await backstep.atStep(12);
    await expectQuantity(page, 'delta2', expectedOf(edited(problemOf(ID), 'W1', 0, 0, 3)));
  });
}

test('a decompression bomb is stopped and said', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await page.evaluate(async () => {
    const bytes = new Blob(['x'.repeat(5e7)])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'));
    const packed = new Uint8Array(await new Response(bytes).arrayBuffer());
    let text = '';
    for (const byte of packed) text += String.fromCharCode(byte);
    const body = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    let sum = 0x811c9dc5;
    for (const c of body) sum = Math.imul(sum ^ c.charCodeAt(0), 0x01000193);
    location.hash = `1.${body.length.toString(36)}.${(sum >>> 0).toString(36)}.${body}`;
  });
  await expect(page.getByRole('alert').filter({ hasText: /more than 4 MB/ })).toBeVisible();
  await backstep.atStep(1);
});
