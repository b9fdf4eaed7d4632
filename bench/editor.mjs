import { withBrowser, withServer } from './chromium.mjs';
import { row } from './measure.mjs';

const ROUNDS = 5;

/** 40 operations in eight lines; the first number is what is typed at. */
export const PROGRAM = [
  'a = 0.5 * x + w * y',
  'b = tanh(a) - sigmoid(a * v)',
  'c = sin(b) * cos(a) + b^2',
  'd = exp(-c^2) + 0.5 * relu(c)',
  'e = softplus(d) - tanh(d * w)',
  'f = log(1 + e^2) * sigmoid(e)',
  'g = f * v + d * c - a',
  'L = (g - y)^2 + 0.1 * w^2 + 0.1 * v^2',
].join('\n');

/**
 * Runs in the page. Types a digit, or takes it back, and gives milliseconds from the key to the end of the frame in
 * which the loss has followed.
 */
function instruments() {
  const loss = () => document.querySelector('[data-cell="L[0,0]"]')?.getAttribute('aria-label');
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(null);
      });
    });
  globalThis.typed = async (times) => {
    const taken = [];
    const content = document.querySelector('.editor-code').shadowRoot.querySelector('.cm-content');
    for (let i = 0; i < times; i++) {
      await new Promise((rest) => setTimeout(rest, 90 + 7 * (i % 5)));
      const before = loss();
      const began = performance.now();
      if (i % 2 === 0) document.execCommand('insertText', false, '7');
      else
        content.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'Backspace',
            keyCode: 8,
            bubbles: true,
            cancelable: true,
            composed: true,
          }),
        );
      while (loss() === before && performance.now() - began < 2000) {
        await new Promise((next) => setTimeout(next, 0));
      }
      await painted();
      taken.push(performance.now() - began);
    }
    return taken;
  };
}

async function latencies(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(instruments);
  await page.goto(`${address}?problem=s0-p3-2-tanh-sigmoid`);
  await page.getByRole('button', { name: 'Edit program' }).click();
  await page.getByRole('textbox', { name: 'Program' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(PROGRAM);
  await page.locator('[data-cell="L[0,0]"]').waitFor();
  await page.getByRole('button', { name: 'Last step', exact: true }).click();
  await page.getByRole('textbox', { name: 'Program' }).focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 'a = 0.5'.length; i++) await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(1500);
  await page.evaluate((n) => globalThis.typed(n), 20);
  const samples = [];
  for (let i = 0; i < ROUNDS; i++) {
    samples.push(...(await page.evaluate((n) => globalThis.typed(n), 20)));
  }
  await page.close();
  return [row('key press in the editor to everything repainted, 40 operations', samples)];
}

/** The budget of typing a program, on the built page. */
export function measureEditor(server = { preview: { port: 4613 } }) {
  return withServer(server, (address) => withBrowser((browser) => latencies(browser, address)));
}
