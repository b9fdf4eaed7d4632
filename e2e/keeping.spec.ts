import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectedOf, expectQuantity, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';
const links = JSON.parse(
  readFileSync(new URL('../src/store/links.fixture.json', import.meta.url), 'utf8'),
) as readonly { readonly link: string }[];

function edited(id: string, value: number) {
  const problem = structuredClone(problemOf(id)) as unknown as {
    parameters: { W1: number[][] };
  };
  (problem.parameters.W1[0] as number[])[0] = value;
  return expectedOf(problem as never);
}

async function edit(page: Page, text: string): Promise<void> {
  const field = pageOf(page).cell('W1[0,0]');
  await field.click();
  await field.fill(text);
  await field.press('Enter');
}

/** The fragment has come to rest on the state that is seen. */
async function settled(page: Page): Promise<string> {
  await expect(page).toHaveURL(/#1\./);
  let last = '';
  await expect(async () => {
    const now = page.url();
    const same = now === last;
    last = now;
    expect(same).toBe(true);
  }).toPass({ intervals: [900] });
  return last;
}

test('a reload right after a step and an edit brings both back', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await edit(page, '0.125');
  await page.keyboard.press('Escape');
  await backstep.steps.getByRole('button', { name: /^Step 12:/ }).click();
  await backstep.atStep(12);
  await page.reload();
  await backstep.atStep(12);
  await expectQuantity(page, 'delta2', edited(ID, 0.125));
  await expect(backstep.problem).toHaveValue(ID);
});

test('the address alone opens the same step in another browser', async ({ page, browser }) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await edit(page, '-2.5');
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
    await edit(page, '3');
    await backstep.steps.getByRole('button', { name: /^Step 12:/ }).click();
    await page.evaluate((text) => {
      location.hash = text;
    }, bad);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('What was open before is still here');
    await backstep.atStep(12);
    await expectQuantity(page, 'delta2', edited(ID, 3));
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

test('a problem is saved under a name, renamed, copied, deleted, brought back and opened', async ({
  page,
  context,
}) => {
  const backstep = pageOf(page);
  await backstep.open(ID);
  await edit(page, '0.5');
  const other = await context.newPage();
  await pageOf(other).open('s2-single');
  await pageOf(other).more('My problems');
  await expect(other.getByRole('dialog')).toContainText('Nothing is saved in this browser yet');

  await backstep.more('My problems');
  const dialog = page.getByRole('dialog', { name: 'My problems' });
  const rows = dialog.getByRole('list', { name: 'Saved in this browser' }).getByRole('listitem');
  await dialog.getByLabel('Save the problem that is open as').fill('Homework');
  await dialog.getByRole('button', { name: 'Save problem' }).click();
  await expect(rows).toHaveCount(1);
  // The other tab sees it, and its own of the same name does not overwrite it.
  await expect(other.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
  await other.getByLabel('Save the problem that is open as').fill('Homework');
  await other.getByRole('button', { name: 'Save a copy' }).click();
  await expect(rows).toHaveCount(2);
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
  await backstep.problem.selectOption({ label: 'Discussion' });
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
