import { withBrowser, withServer } from './chromium.mjs';
import { row } from './measure.mjs';
import { wideProblem } from './wide.mjs';

const ROUNDS = 5;
/** The first ones, while the browser still compiles the engine; then as many that are not looked at; then what is measured. */
const EARLY = 50;
const EDITS = 400;
const LATE = 100;
const UNITS = [64, 32, 16, 10];
const EXAMPLES = 10;
/** Between two messages, in milliseconds. */
const REST = 5;

/** Runs in the page: keeps what it asks of its worker, so that another of the kind can be asked the same. */
function noteRequests() {
  const asked = {};
  globalThis.asked = asked;
  const Native = globalThis.Worker;
  globalThis.Worker = class extends Native {
    constructor(...made) {
      super(...made);
      asked.made ??= made;
    }
    postMessage(message, transfer) {
      if (message.kind === 'load' || message.kind === 'edit') asked[message.kind] = message;
      super.postMessage(message, transfer);
    }
  };
}

/** Runs in the page, which has nothing else to do: edits and empty round trips in turns, in milliseconds. */
async function ask([count, rest]) {
  const { made, load, edit } = globalThis.asked;
  const heard = (worker, kind) =>
    new Promise((done) => {
      const listen = ({ data }) => {
        if (data.kind !== kind) return;
        worker.removeEventListener('message', listen);
        done(data);
      };
      worker.addEventListener('message', listen);
    });
  const timed = async (worker, message, transfer, kind) => {
    await new Promise((next) => setTimeout(next, rest));
    const began = performance.now();
    const answer = heard(worker, kind);
    worker.postMessage(message, transfer);
    return { ...(await answer), took: performance.now() - began };
  };
  const engine = new Worker(...made);
  await heard(engine, 'ready');
  const loaded = heard(engine, 'snapshot');
  engine.postMessage({ ...load, revision: 0, stream: false }, []);
  let { buffer } = await loaded;
  const source = 'onmessage = ({ data }) => postMessage(data, [data.buffer])';
  const idle = new Worker(URL.createObjectURL(new Blob([source])));
  const took = { edit: [], idle: [] };
  for (let revision = 1; revision <= count; revision++) {
    const echo = await timed(idle, { kind: 'echo', buffer }, [buffer], 'echo');
    engine.postMessage({ kind: 'recycle', buffer: echo.buffer }, [echo.buffer]);
    const answer = await timed(engine, { ...edit, revision }, [], 'snapshot');
    buffer = answer.buffer;
    took.edit.push(answer.took);
    took.idle.push(echo.took);
  }
  return took;
}

async function round(browser, address) {
  // The page's policy allows no worker but its own.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.addInitScript(noteRequests);
  await page.goto(address);
  await page
    .getByRole('region', { name: 'Equation' })
    .getByText(/step 1 of/)
    .waitFor();
  await page.evaluate(
    (text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'wide.json', { type: 'application/json' }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    },
    JSON.stringify(wideProblem(UNITS, EXAMPLES)),
  );
  await page.getByText('A wide network').first().waitFor({ state: 'attached' });
  await page.locator('[data-cell="W3[0,0]"]').first().press('ArrowUp');
  await page.waitForFunction(() => globalThis.asked.edit);
  const took = await page.evaluate(ask, [EDITS, REST]);
  await context.close();
  return took;
}

/** What the engine adds to the way of a message to a worker and back. */
export function measureEdits() {
  return withServer({ preview: { port: 4614 } }, (address) =>
    withBrowser(async (browser) => {
      const rounds = [];
      for (let i = 0; i < ROUNDS; i++) rounds.push(await round(browser, address));
      const all = (part) => rounds.flatMap(part);
      return [
        row(
          `edit to snapshot received, ${UNITS.join('-')}`,
          all(({ edit }) => edit.slice(-LATE)),
        ),
        row(
          `the first ${EARLY} of them`,
          all(({ edit }) => edit.slice(0, EARLY)),
        ),
        row(
          'its buffer to an idle worker and back',
          all(({ idle }) => idle.slice(-LATE)),
        ),
      ];
    }),
  );
}
