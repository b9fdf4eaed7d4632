// The browser that `scripts/setup.mjs --browser` found, for everything that drives one.
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './lib/run.mjs';

const file = path.join(root, '.cache/browser.json');

/** Quiet ones: a test must see only the requests that the page makes. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The browser's list of suggestions, the first two, is a page of its own, as dear as ours, with every window. The
  // other names are of the tests' own list, whose place this one takes.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch',
];

/** @returns {string} */
export function browserPath() {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).path;
  } catch {
    throw new Error('No browser is known yet: run "node scripts/setup.mjs --browser" first.');
  }
}

/** @param {string} browser */
export async function rememberBrowser(browser) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ path: browser })}\n`);
}
