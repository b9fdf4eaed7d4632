import path from 'node:path';
import { build, root, withBrowser, withServer } from './chromium.mjs';

const outDir = path.join(root, '.cache/bench');

/** The same race in a worker of Chromium, where the page trains. */
export async function raceInChromium() {
  const folder = path.join(root, 'bench/browser');
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
    worker: { format: 'es' },
  });
  const served = { root: folder, configFile: false, build: { outDir }, preview: { port: 4611 } };
  return withServer(served, (address) =>
    withBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.goto(address);
      await page.waitForFunction(() => globalThis.results, undefined, { timeout: 300_000 });
      const results = await page.evaluate(() => globalThis.results);
      if (results.error) throw new Error(`The worker stopped: ${results.error}`);
      return results;
    }),
  );
}
