import { createServer } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, FrameLocator, Page } from '@playwright/test';
import { axe } from './support/axe';
import { expectedOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';
const steps = expectedOf(problemOf(ID)).steps;

const driven = (page: Page) => page.frameLocator('#driven');
const equationOf = (frame: FrameLocator) => frame.getByRole('region', { name: 'Equation' });
const atStep = (frame: FrameLocator, number: number) =>
  expect(equationOf(frame)).toContainText(`step ${number} of ${steps.length}`);

/** Everything that the frame has said to the page, from now on. */
async function listening(page: Page) {
  await page.evaluate(() => {
    const said: unknown[] = [];
    Reflect.set(window, 'said', said);
    window.addEventListener('message', ({ data }) => said.push(data));
  });
  const said = () => page.evaluate(() => Reflect.get(window, 'said') as Record<string, unknown>[]);
  const send = (message: unknown) =>
    page.evaluate((data) => {
      const frame = document.querySelector<HTMLIFrameElement>('#driven');
      frame?.contentWindow?.postMessage(data, window.location.origin);
    }, message);
  const answerTo = async (message: Record<string, unknown>) => {
    await send({ backstep: 1, ...message });
    let found: Record<string, unknown> | undefined;
    await expect
      .poll(async () => {
        found = (await said()).find(({ id }) => id === message.id);
        return found !== undefined;
      })
      .toBe(true);
    return found ?? {};
  };
  return { said, send, answerTo };
}

test('the example page drives its frame with buttons, and shows what it says', async ({ page }) => {
  await page.goto('./embed-example.html');
  const frame = driven(page);
  await atStep(frame, 1);
  await expect(page.locator('#place')).toContainText('Step 1: Z¹');
  const before = page.url();

  await page.getByRole('button', { name: 'Next step' }).click();
  await atStep(frame, 2);
  await expect(page.locator('#place')).toContainText(
    'Step 2: A¹, the activation of hidden layer 1',
  );
  // The focus stays where it was, and the address is the host's.
  await expect(page.getByRole('button', { name: 'Next step' }).first()).toBeFocused();
  await page.getByRole('button', { name: 'The first weights’ gradient' }).click();
  await atStep(frame, steps.findIndex(({ id }) => id === 'backward:W1') + 1);

  // Keys act inside once the frame has the focus, not before.
  await page.keyboard.press('End');
  // It scrolls the host, smoothly; a click must not land where a button has just been.
  await page.waitForFunction(
    () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1,
  );
  await atStep(frame, steps.findIndex(({ id }) => id === 'backward:W1') + 1);
  await frame.getByRole('button', { name: 'First step' }).click();
  await atStep(frame, 1);
  await page.keyboard.press('ArrowRight');
  await atStep(frame, 2);
  await expect(page.locator('#place')).toContainText('Step 2');

  await page.getByLabel('Problem').selectOption('s2-single-expr');
  await expect(page.locator('#log')).toContainText('"type":"ready"');
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('The same as a program');
  expect(page.url()).toBe(before);

  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
  expect(kept).toEqual([0, 0]);
  // Two frames show the same page, so the names of its landmarks are there twice.
  const found = await new AxeBuilder({ page }).disableRules(['landmark-unique']).analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map((n) => n.target)])).toEqual([]);
});

test('every message of the documentation is answered, and bad ones with a sentence', async ({
  page,
}) => {
  await page.goto('./embed-example.html');
  const frame = driven(page);
  await atStep(frame, 1);
  const { said, send, answerTo } = await listening(page);

  const state = await answerTo({ type: 'getState', id: 1 });
  expect(state).toMatchObject({ backstep: 1, type: 'state', steps: steps.length });
  expect(state.step).toMatchObject({ number: 1, id: steps[0]?.id, phase: 'forward' });
  expect(await answerTo({ type: 'setStep', step: 'last', id: 2 })).toMatchObject({
    type: 'step',
    step: { number: steps.length },
  });
  // Already there: it is said all the same.
  expect(await answerTo({ type: 'setStep', step: steps.length, id: 3 })).toMatchObject({
    type: 'step',
  });
  await atStep(frame, steps.length);
  expect(await answerTo({ type: 'setStep', step: 400, id: 4 })).toMatchObject({
    type: 'fault',
    error: expect.stringMatching(/no step 400; its steps are 1 to 23/),
  });
  expect(await answerTo({ type: 'setProblem', problem: 'nothing', id: 5 })).toMatchObject({
    type: 'fault',
    error: expect.stringMatching(/no problem "nothing"/),
  });
  const cut = String(state.link).slice(0, -9);
  expect(await answerTo({ type: 'setProblem', link: cut, id: 6 })).toMatchObject({
    type: 'fault',
    error: expect.stringMatching(/cut off/),
  });
  expect(
    await answerTo({ type: 'setProblem', file: { format: 'backstep-problem' }, id: 7 }),
  ).toMatchObject({ type: 'fault' });
  // Nothing of it has moved what was there.
  await atStep(frame, steps.length);

  expect(await answerTo({ type: 'setProblem', link: state.link, id: 8 })).toMatchObject({
    type: 'ready',
    step: { number: 1 },
    steps: { length: steps.length },
  });
  await atStep(frame, 1);
  const count = (await said()).length;
  for (const data of ['next', null, { type: 'setStep', step: 'last' }, [1]]) await send(data);
  expect(await answerTo({ type: 'jump', id: 9 })).toMatchObject({ type: 'fault' });
  expect(await said()).toHaveLength(count + 1);
  await atStep(frame, 1);
});

/** A course page on a server of its own: browsers let no page of the wide net frame one of this machine. */
async function courseServer() {
  const server = createServer((request, response) => {
    const src = new URL(request.url ?? '', 'http://course.test').searchParams.get('frame') ?? '';
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><title>A course</title><iframe id="driven" width="900" height="600" src="${src.replaceAll('&', '&amp;')}"></iframe>`,
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return { origin, close: () => server.close() };
}

async function strangerWith(browser: Browser, host: string, src: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${host}/?frame=${encodeURIComponent(src)}`);
  return page;
}

test('a stranger’s page can show the frame, but is neither heard nor told; one that is named is', async ({
  browser,
  baseURL,
}) => {
  const drive = async (page: Page, origin: string) => {
    await page.evaluate((to) => {
      const said: unknown[] = [];
      Reflect.set(window, 'said', said);
      window.addEventListener('message', ({ data }) => said.push(data));
      document
        .querySelector<HTMLIFrameElement>('#driven')
        ?.contentWindow?.postMessage({ backstep: 1, type: 'setStep', step: 'last', id: 1 }, to);
    }, origin);
  };
  const said = (page: Page) => page.evaluate(() => Reflect.get(window, 'said') as unknown[]);
  const { origin } = new URL(baseURL ?? '');
  const address = `${baseURL}?embed&problem=${ID}`;
  const course = await courseServer();

  const stranger = await strangerWith(browser, course.origin, address);
  await atStep(driven(stranger), 1);
  await drive(stranger, origin);
  // By hand it works; nothing is told.
  await driven(stranger).getByRole('button', { name: 'Next step' }).click({ timeout: 5_000 });
  await atStep(driven(stranger), 2);
  expect(await said(stranger)).toEqual([]);
  const link = driven(stranger).getByRole('link', { name: 'Open in Backstep' });
  await expect(link).toHaveAttribute('href', /#1\./);
  await expect(link).toHaveAttribute('target', '_blank');
  await stranger.close();

  const named = await strangerWith(browser, course.origin, `${address}&origin=${course.origin}`);
  await atStep(driven(named), 1);
  await drive(named, origin);
  await atStep(driven(named), steps.length);
  await expect.poll(async () => (await said(named)).length).toBe(1);
  await named.close();

  const wrong = await strangerWith(browser, course.origin, `${address}&origin=*`);
  await expect(driven(wrong).getByRole('alert')).toContainText('is not the origin of a page');
  await wrong.close();
  course.close();
});

test('the frame shows the parts that are asked for, follows its size, and leads to the whole page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 480 });
  await page.goto(`./?embed=diagram,steps&problem=${ID}`);
  await expect(
    page.getByRole('region', { name: 'Network' }).getByRole('group').first(),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Equation' })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Problem' })).toHaveCount(0);
  for (const [width, parts] of [
    [320, 'diagram,equation,steps'],
    [320, 'equation'],
    [760, 'diagram,equation,steps,numbers'],
    [1200, 'diagram,equation,steps'],
  ] as const) {
    await page.setViewportSize({ width, height: 560 });
    await page.goto(`./?embed=${parts}&problem=${ID}`);
    await expect(page.getByRole('region', { name: 'Equation' })).toContainText('step 1 of');
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `${width} ${parts}`).toBeLessThanOrEqual(0);
  }
  await page.getByRole('button', { name: 'Last step' }).click();
  const link = page.getByRole('link', { name: 'Open in Backstep' });
  await page.getByRole('button', { name: 'Previous step' }).click();
  // The link follows a moment later.
  await expect(async () => {
    const [whole] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    const equation = whole.getByRole('region', { name: 'Equation' });
    await expect(equation).toContainText(/step \d+ of/);
    const text = await equation.textContent();
    await whole.close();
    expect(text).toContain(`step ${steps.length - 1} of ${steps.length}`);
  }).toPass();
  const found = await axe(page).analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map((n) => n.target)])).toEqual([]);
});
