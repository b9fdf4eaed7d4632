// Makes a fresh copy ready: dependencies and, with --browser, a browser for the tests, or a --whole-browser.
// It runs before node_modules exists, so it may import only what comes with Node.
import { checkNode, ensureDependencies } from './lib/deps.mjs';
import { ensureBrowser } from './lib/get-browser.mjs';
import { main } from './lib/log.mjs';

await main(async () => {
  checkNode();
  const whole = process.argv.includes('--whole-browser');
  const browser = whole || process.argv.includes('--browser');
  await ensureDependencies(browser ? '1/2 dependencies' : 'dependencies');
  if (browser) await ensureBrowser('2/2 browser', { whole });
});
