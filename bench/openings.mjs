import { withBrowser, withServer } from './chromium.mjs';
import { row } from './measure.mjs';

const ROUNDS = 5;
const PROBLEM = 's3-mlp-mse-batch';
/** What is loaded, drawn and prepared after an opening has come to an end by then, in milliseconds. */
const REST = 1500;

const key = (name) => (page) => page.keyboard.press(name);
const tab = (name) => (page) => page.getByRole('tab', { name, exact: true }).click();
const depth = (name) => (page) =>
  page.getByRole('radio', { name, exact: true }).check({ force: true });
const choose = (list, option) => (page) =>
  page.getByRole('combobox', { name: list, exact: true }).selectOption(option);

/** A browser without a printer may not say so itself. */
const printed = (page) => page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

/** One after the other on one page: what is opened, and what takes it away again, which is not counted. */
const OPENINGS = [
  ['the command palette', key('Control+k'), key('Escape')],
  ['all keys', key('?'), key('Escape')],
  ['the glossary', key('g'), key('Escape')],
  ['the depth Entry', depth('Entry')],
  ['the depth Path', depth('Path')],
  ['the depth Derivation', depth('Derivation'), depth('Layer')],
  ['the tab Shapes', tab('Shapes')],
  ['the tab Gradient check', tab('Gradient check')],
  ['the tab Cached', tab('Cached')],
  ['the tab Modes', tab('Modes'), tab('Numbers')],
  ['projector mode', key('p'), key('Escape')],
  ['the QR code', key('q'), key('Escape')],
  ['the sheets to print', key('Control+p'), printed],
  ['another notation', choose('Notation', 'brackets-in-out')],
  ['another problem', choose('Problem', 's1-relu2-softmax-cce')],
  ['the program editor', key('e')],
];

function noteLongTasks() {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.longTasks.push(entry.duration);
  }).observe({ type: 'longtask' });
}

/** The longest task of each opening, each for the first time on this page; the browser tells of none below 50 ms. */
async function round(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(noteLongTasks);
  await page.goto(`${address}?problem=${PROBLEM}`);
  await page
    .getByRole('region', { name: 'Equation' })
    .getByText(/step 1 of/)
    .waitFor();
  await page.waitForTimeout(REST);
  const longest = new Map();
  for (const [name, open, close] of OPENINGS) {
    await page.evaluate(() => {
      globalThis.longTasks.length = 0;
    });
    await open(page);
    await page.waitForTimeout(REST);
    longest.set(name, await page.evaluate(() => Math.max(0, ...globalThis.longTasks)));
    await close?.(page);
    await page.waitForTimeout(REST / 2);
  }
  await page.close();
  return longest;
}

/** How long the page does not answer when a part of it is opened for the first time. */
export function measureOpenings() {
  return withServer({ preview: { port: 4613 } }, (address) =>
    withBrowser(async (browser) => {
      const rounds = [];
      for (let i = 0; i < ROUNDS; i++) rounds.push(await round(browser, address));
      return OPENINGS.map(([name]) =>
        row(
          name,
          rounds.map((longest) => longest.get(name)),
        ),
      );
    }),
  );
}
