import { gzipSync } from 'node:zlib';
import { withBrowser, withServer } from './chromium.mjs';
import { row } from './measure.mjs';
import { wideProblem } from './wide.mjs';

const ROUNDS = 5;
const PROBLEM = 's3-mlp-mse-batch';
const IN_FRAMES = 'the same, in frames of 60 Hz';

/**
 * Runs in the page. `timed(what, times, rest)` gives milliseconds from just before an action to the end of the frame that
 * shows what came of it, `all`, and the same from the screen's next tick after the action, in `frames`: what is painted
 * within the first frame that could show it has at most 1.
 */
function instruments() {
  const FRAME = 1000 / 60;
  const editedField = () => document.querySelector('[data-cell="W1[0,0]"]');
  const drawnLoss = () => document.querySelector('.diagram .loss');
  /** Of a number in sight that the edited weight has a part in. Cards are asked, as cells would have to be laid out. */
  const followerOf = () => {
    const strip = document.querySelector('.strip').getBoundingClientRect();
    const card = [
      ...document.querySelectorAll('.card:is([data-aspect="gradient"], [data-quantity="Z1"])'),
    ].find((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > strip.left && left < strip.right;
    });
    const cell = card.querySelector('[data-cell]');
    return { cell, before: cell.getAttribute('aria-label') };
  };
  let follower = null;
  const actions = {
    /** What the machine itself takes to paint a frame in which nothing of the page changes. */
    frame: (i) => {
      document.title = `Backstep ${i}`;
    },
    step: (i) => {
      const key = i % 40 < 20 ? 'ArrowRight' : 'ArrowLeft';
      window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    },
    /** An arrow key in the field of a weight, which has the focus already, until the loss has followed. */
    edit: async (i) => {
      const before = drawnLoss().getAttribute('aria-label');
      const key = i % 10 < 5 ? 'ArrowUp' : 'ArrowDown';
      editedField().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      if (drawnLoss().getAttribute('aria-label') !== before) return;
      await new Promise((done, fail) => {
        const late = setTimeout(() => fail(new Error('The loss did not follow the edit.')), 2000);
        new MutationObserver((_, observer) => {
          observer.disconnect();
          clearTimeout(late);
          done();
        }).observe(drawnLoss(), { attributeFilter: ['aria-label'] });
      });
    },
  };
  /** What is painted is of one moment: the drawing stands at the step of the equation, the numbers are of the same pass. */
  const isWhole = () => {
    const title = document.querySelector('.equation:not([data-prepared]) .step-title')?.lastChild;
    const drawing = document.querySelector('.diagram');
    const follows = !follower || follower.cell.getAttribute('aria-label') !== follower.before;
    return drawing.getAttribute('aria-label').endsWith(`: ${title.textContent}`) && follows;
  };
  /** When the frame is painted: the tick of the screen it belongs to, and whether it is whole. */
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame((tick) => {
        const frame = { tick, whole: isWhole() };
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(frame);
        port2.postMessage(null);
      });
    });
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.longTasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  globalThis.timed = async (what, times, rest) => {
    const taken = [];
    if (what === 'edit') editedField().focus();
    for (let i = 0; i < times; i++) {
      await new Promise((next) => setTimeout(next, rest + 7 * (i % 5)));
      follower = what === 'edit' ? followerOf() : null;
      const began = performance.now();
      await actions[what](i);
      const { tick, whole } = await painted();
      const all = performance.now() - began;
      const wait = (((tick - began) % FRAME) + FRAME) % FRAME;
      taken.push({ all, frames: Math.max(0, all - wait) / FRAME });
      if (!whole) throw new Error(`After ${what} ${i} the drawing is behind the equation.`);
    }
    return taken;
  };
}

const all = (sample) => sample.all;
const frames = (sample) => sample.frames;

/** `rest` is what lies between two of them, in milliseconds: by itself no more than a key that is held down gives. */
const timed = (page, what, times, rest = 60) =>
  page.evaluate((args) => globalThis.timed(...args), [what, times, rest]);

async function opened(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(instruments);
  await page.goto(`${address}?problem=${PROBLEM}`);
  await page
    .getByRole('region', { name: 'Equation' })
    .getByText(/step 1 of/)
    .waitFor();
  await page.waitForTimeout(1500);
  return page;
}

const clearLongTasks = (page) =>
  page.evaluate(() => {
    globalThis.longTasks.length = 0;
  });

/** Of each round the longest; the browser tells of none below 50 ms. */
const longestTask = (page) => page.evaluate(() => Math.max(0, ...globalThis.longTasks));

/** Steps that were never seen before, at the pace of somebody who looks at each for a moment. */
async function firstWalk(browser, address) {
  const samples = [];
  const longest = [];
  for (let i = 0; i < ROUNDS; i++) {
    const page = await opened(browser, address);
    await clearLongTasks(page);
    samples.push(...(await timed(page, 'step', 20, 300)));
    longest.push(await longestTask(page));
    await page.close();
  }
  return [
    row('key press to painted step, each for the first time', samples.map(all)),
    row(IN_FRAMES, samples.map(frames), 'frames'),
    row('longest task of 50 ms or more, each step for the first time', longest),
  ];
}

async function latencies(browser, address) {
  const page = await opened(browser, address);
  const round = async () => {
    const frame = await timed(page, 'frame', 20);
    const step = await timed(page, 'step', 40);
    await page.keyboard.press('End');
    // Nobody types a number in the moment in which a step appears.
    await page.waitForTimeout(300);
    const edit = await timed(page, 'edit', 20);
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('Home');
    return { frame, step, edit };
  };
  // The first one warms the page up and is not counted.
  await round();
  const rounds = [];
  const longest = [];
  for (let i = 0; i < ROUNDS; i++) {
    await clearLongTasks(page);
    rounds.push(await round());
    longest.push(await longestTask(page));
  }
  const samples = (what, part) => rounds.flatMap((each) => each[what].map(part));
  await page.close();
  return [
    row('an empty frame', samples('frame', all)),
    row(IN_FRAMES, samples('frame', frames), 'frames'),
    row('key press to painted step', samples('step', all)),
    row(IN_FRAMES, samples('step', frames), 'frames'),
    row('edit to everything repainted', samples('edit', all)),
    row(IN_FRAMES, samples('edit', frames), 'frames'),
    row('longest task of 50 ms or more, of a round of steps and edits', longest),
  ];
}

/** 16-16-16-10 with 32 examples, dropped on the page as a file. */
async function wideLatencies(browser, address) {
  const page = await opened(browser, address);
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'wide.json', { type: 'application/json' }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  }, JSON.stringify(wideProblem()));
  await page.getByText('A wide network').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(1500);
  await timed(page, 'step', 40);
  const samples = [];
  for (let i = 0; i < ROUNDS; i++) samples.push(...(await timed(page, 'step', 40)));
  await page.close();
  return [
    row('key press to painted step, 16-16-16-10 with 32 examples', samples.map(all)),
    row(IN_FRAMES, samples.map(frames), 'frames'),
  ];
}

/** Runs in the page: notes when the first step's own equation stands in a page that can take the next step. */
function noteFirstEquation() {
  const isThere = () =>
    /step 1 of/.test(document.querySelector('[aria-label="Equation"]')?.textContent ?? '') &&
    document.querySelector('.rule .formula [data-quantity]');
  new MutationObserver((_, observer) => {
    if (!isThere()) return;
    observer.disconnect();
    globalThis.firstEquationAt = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Bytes of what was asked for until the first equation stood there, and of all. */
async function loadOnce(browser, address) {
  const page = await browser.newPage();
  await page.addInitScript(noteFirstEquation);
  const sizes = new Map();
  page.on('response', async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    // Fonts are compressed already.
    const isFont = /\.woff2?$/.test(response.url());
    sizes.set(response.url(), isFont ? body.length : gzipSync(body).length);
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.firstEquationAt !== undefined);
  await page.waitForLoadState('networkidle');
  // What the page fetches in idle time counts too.
  await page.waitForTimeout(2000);
  const later = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime > globalThis.firstEquationAt)
      .map(({ name }) => name),
  );
  await page.close();
  const kilobytes = (urls) => urls.reduce((sum, url) => sum + (sizes.get(url) ?? 0), 0) / 1000;
  const all = kilobytes([...sizes.keys()]);
  return { first: all - kilobytes([...new Set(later)]), all };
}

async function firstLoad(browser, address) {
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await loadOnce(browser, address));
  const size = (name, key) =>
    row(
      name,
      rounds.map((round) => round[key]),
      'kB',
    );
  return [
    size('first load, gzipped, all of it', 'all'),
    size('first load, gzipped, until the first equation can be stepped', 'first'),
  ];
}

async function timeToInteractive(browser, address) {
  const times = [];
  for (let i = 0; i < ROUNDS; i++) {
    const page = await browser.newPage();
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(address, { waitUntil: 'commit' });
    const at = await page.evaluate(async () => {
      const place = () => document.querySelector('[aria-label="Equation"]')?.textContent ?? '';
      while (!/step 1 of/.test(place())) await new Promise((next) => setTimeout(next, 5));
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      while (!/step 2 of/.test(place())) await new Promise((next) => setTimeout(next, 5));
      return performance.now();
    });
    times.push(at);
    await page.close();
  }
  return [row('time to the first step taken, CPU slowed 4×', times)];
}

/** The budgets of stepping, editing, main thread and loading, on the built page. */
export function measurePage() {
  return withServer({ preview: { port: 4612 } }, (address) =>
    withBrowser(async (browser) => [
      ...(await latencies(browser, address)),
      ...(await firstWalk(browser, address)),
      ...(await wideLatencies(browser, address)),
      ...(await firstLoad(browser, address)),
      ...(await timeToInteractive(browser, address)),
    ]),
  );
}
