import { withBrowser, withServer } from './chromium.mjs';
import { row } from './measure.mjs';

const ROUNDS = 5;
const EDITS = 20;
const PROBLEM = 's3-mlp-mse-batch';
/** Milliseconds of a frame on a screen of 60 Hz. */
const FRAME = 1000 / 60;

/** Both windows count from the same moment. Runs in each. */
function clock() {
  globalThis.now = () => performance.timeOrigin + performance.now();
}

/** Runs in the audience's window: notes when a frame in which the drawing has changed was painted. */
function watchPictures() {
  const text = () => document.querySelector('.stage-drawing')?.textContent;
  const picture = { text: text(), at: 0 };
  globalThis.picture = picture;
  const look = () => {
    const next = text();
    if (next !== picture.text) {
      picture.text = next;
      // After this frame's callbacks come style, layout and paint, and then messages.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        picture.at = globalThis.now();
      };
      port2.postMessage(null);
    }
    requestAnimationFrame(look);
  };
  look();
}

/** Runs in the presenter's window: types a weight and commits it; when that was. */
function commitEdit(i) {
  const field = document.querySelector('[data-cell="W1[0,0]"]');
  field.focus();
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  set.call(field, String(0.1 + (i % 9) / 10));
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return Promise.resolve().then(() => {
    const at = globalThis.now();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    return at;
  });
}

async function latencies(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(clock);
  const presenter = await context.newPage();
  await presenter.goto(`${address}?problem=${PROBLEM}`);
  await presenter
    .getByRole('region', { name: 'Equation' })
    .getByText(/step 1 of/)
    .waitFor();
  const opening = context.waitForEvent('page');
  await presenter.keyboard.press('Shift+P');
  const audience = await opening;
  await audience.setViewportSize({ width: 1280, height: 720 });
  await audience.locator('.stage-drawing svg').waitFor();
  await presenter.waitForTimeout(2000);
  await audience.evaluate(watchPictures);
  const taken = [];
  for (let i = 0; i < ROUNDS * EDITS + EDITS; i++) {
    await audience.evaluate(() => {
      globalThis.picture.at = 0;
    });
    const began = await presenter.evaluate(commitEdit, i);
    await audience.waitForFunction(() => globalThis.picture.at > 0);
    const ended = await audience.evaluate(() => globalThis.picture.at);
    // The first ones warm both windows up.
    if (i >= EDITS) taken.push(ended - began);
    await presenter.waitForTimeout(60 + 7 * (i % 5));
  }
  await context.close();
  const name = 'edit in the presenter’s window to the audience’s frame';
  const inFrames = taken.map((time) => time / FRAME);
  return [row(name, taken), row(name, inFrames, 'frames of 60 Hz')];
}

/** From an edit that is committed in the presenter's window to the frame in which the audience sees it. */
export function measureWindows(server = { preview: { port: 4614 } }) {
  return withServer(server, (address) => withBrowser((browser) => latencies(browser, address)));
}
