import { existsSync } from 'node:fs';
import { rememberBrowser } from '../browser.mjs';
import { installedBrowser, playwrightBrowser, requestedBrowser } from './find-browser.mjs';
import { Refusal, say, seconds, withHeartbeat } from './log.mjs';
import { npm, run } from './run.mjs';

const minute = 60_000;

/** One that is there; else Playwright's own; else Debian's. The tests need no whole browser, the bench measures one. */
export async function ensureBrowser(label, { whole = false } = {}) {
  const found =
    (await requestedBrowser()) ?? (await installedBrowser(whole)) ?? (await playwrightBrowser());
  const file = found ?? (await downloaded(label)) ?? (await fromDebian(label, whole));
  if (!file) {
    throw new Refusal(
      'No browser for the tests was found or could be installed: install Chromium or Chrome, or name one in BACKSTEP_BROWSER.',
    );
  }
  await rememberBrowser(file);
  say(`${label}: ${file}`);
}

async function downloaded(label) {
  const began = Date.now();
  say(`${label}: none is installed; downloading Playwright's Chromium …`);
  await withHeartbeat('downloading', () =>
    npm(['exec', '--', 'playwright', 'install', 'chromium', '--no-shell'], {
      limit: 3 * minute,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    }),
  );
  const file = await playwrightBrowser();
  if (file) say(`${label}: downloaded in ${seconds(began)}`);
  return file;
}

async function fromDebian(label, whole) {
  const possible =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!possible) return undefined;
  say(`${label}: Playwright's own browser cannot be downloaded here; trying Debian's …`);
  const apt = (args) =>
    withHeartbeat('installing', () =>
      run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
        limit: 15 * minute,
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      }),
    );
  // An update that fails may still leave lists good enough for the installation.
  await apt(['update']);
  const install = (name) =>
    apt(['install', '-y', '--no-install-recommends', name, 'fonts-dejavu-core']);
  // Older releases have the whole browser alone.
  if (!whole && (await install('chromium-headless-shell')).ok) return await installedBrowser(whole);
  const { ok, output } = await install('chromium');
  if (!ok) say(output.trim().split('\n').slice(-6).join('\n'));
  return ok ? await installedBrowser(whole) : undefined;
}
