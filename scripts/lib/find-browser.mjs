import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './log.mjs';
import { run } from './run.mjs';

/** Chromium without its windows, tabs and bars: what the tests drive, in less time. */
const SHELL = 'chromium-headless-shell';
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].flatMap(
    (file) =>
      ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
        .map((name) => process.env[name])
        .filter(Boolean)
        .map((folder) => path.join(folder, file)),
  ),
};

/** The browser that was asked for by name; one that does not start is refused, not passed over. */
export async function requestedBrowser() {
  for (const name of ['BACKSTEP_BROWSER', 'CHROME_PATH']) {
    const file = process.env[name];
    if (!file) continue;
    if (await starts(file)) return file;
    throw new Refusal(`${name} names ${file}, which does not start as a browser.`);
  }
  return undefined;
}

/** @param {boolean} whole with its windows, as people use it */
export async function installedBrowser(whole) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const wanted = whole ? names : [SHELL, ...names];
  const onPath = wanted.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  for (const file of [...onPath, ...(places[process.platform] ?? [])]) {
    if (await starts(file)) return file;
  }
  return undefined;
}

/** Where Playwright keeps its own Chromium, when that is there and starts. */
export async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file && (await starts(file)) ? file : undefined;
}

/** A file by that name may be a stub (Ubuntu's chromium-browser) or lack its libraries. */
async function starts(file) {
  if (!existsSync(file)) return false;
  // On Windows `--version` opens a window.
  if (process.platform === 'win32') return true;
  const { ok, output } = await run(file, ['--version'], { limit: 20_000 });
  return ok && /\d+\.\d+\.\d+/.test(output);
}
