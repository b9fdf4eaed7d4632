import type { Page } from '@playwright/test';
import { expectedOf, expectQuantity, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

interface Watched {
  readonly workers: Worker[];
  readonly posted: unknown[];
}

/** Keeps hold of the page's workers; with `killAfter`, the first dies after that many messages from it. */
async function watchWorkers(page: Page, killAfter?: number): Promise<void> {
  await page.addInitScript((most) => {
    const watched: Watched = { workers: [], posted: [] };
    Reflect.set(window, 'watched', watched);
    const Native = window.Worker;
    window.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        const first = watched.workers.length === 0;
        watched.workers.push(this);
        let heard = 0;
        this.addEventListener('message', () => {
          heard += 1;
          if (first && heard === most) this.terminate();
        });
      }
      override postMessage(message: unknown, transfer?: unknown): void {
        watched.posted.push(message);
        super.postMessage(message, transfer as Transferable[]);
      }
    };
  }, killAfter);
}

const workerCount = (page: Page) =>
  page.evaluate(() => (Reflect.get(window, 'watched') as Watched).workers.length);

test('the engine runs in a worker', async ({ page }) => {
  await watchWorkers(page);
  await pageOf(page).open(ID);
  expect(await workerCount(page)).toBe(1);
});

test('it is begun while the page is still on its way', async ({ page }) => {
  let sendPage = () => {};
  const pageSent = new Promise<void>((done) => {
    sendPage = done;
  });
  await page.route(/assets\/index-[^/]*\.js$/, async (route) => {
    await pageSent;
    await route.continue();
  });
  const begun = page.waitForEvent('worker');
  const opened = pageOf(page).open(ID);
  await begun;
  await expect(page.getByRole('region', { name: 'Equation' })).toHaveCount(0);
  sendPage();
  await opened;
});

test('a worker that is killed in mid-pass is replaced, and the page shows the whole pass', async ({
  page,
}) => {
  await watchWorkers(page, 4);
  const backstep = pageOf(page);
  const expected = expectedOf(problemOf(ID));
  await backstep.open(ID);
  await page.keyboard.press('End');
  for (const step of expected.steps) {
    await expect(async () => expectQuantity(page, step.writes, expected)).toPass();
  }
  expect(await workerCount(page)).toBe(2);
});

test('a number that is moved waits for what follows from it, but not long', async ({ page }) => {
  await watchWorkers(page);
  const backstep = pageOf(page);
  await backstep.open(ID);
  const field = backstep.cell('W1[0,0]');
  await field.focus();
  const before = await field.inputValue();
  /** What the field has when the key's own task is over. */
  const move = () =>
    field.evaluate((input: HTMLInputElement) => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
      return Promise.resolve().then(() => input.value);
    });
  expect(await move()).toBe(before);
  await expect(field).not.toHaveValue(before);
  await expect(field).toHaveAccessibleName(/was/);
  const moved = await field.inputValue();
  await page.evaluate(() =>
    (Reflect.get(window, 'watched') as Watched).workers.at(-1)?.terminate(),
  );
  await move();
  // Nobody answers yet, and the hand sees where it is.
  await expect(field).not.toHaveValue(moved, { timeout: 1000 });
  expect(await workerCount(page)).toBe(1);
});

test('a worker that is killed between two edits is replaced, and nothing is lost', async ({
  page,
}) => {
  await watchWorkers(page);
  const backstep = pageOf(page);
  await backstep.open(ID);
  await backstep.steps.getByRole('button', { name: /^Step 12:/ }).click();
  await page.evaluate(() =>
    (Reflect.get(window, 'watched') as Watched).workers.at(-1)?.terminate(),
  );
  const field = backstep.cell('W1[0,0]');
  await field.click();
  await field.fill('1.5');
  await field.press('Enter');
  await expect.poll(() => workerCount(page), { timeout: 10_000 }).toBe(2);
  const changed = structuredClone(problemOf(ID)) as unknown as { parameters: { W1: number[][] } };
  changed.parameters.W1 = changed.parameters.W1.map((row, r) =>
    row.map((v, c) => (r === 0 && c === 0 ? 1.5 : v)),
  );
  const expected = expectedOf(changed as never);
  await backstep.atStep(12);
  await expectQuantity(page, 'delta2', expected);
  await expectQuantity(page, 'Z1', expected);
});
