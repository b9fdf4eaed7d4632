// A browser and a server for the measurements on the page.
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { browserFlags, browserPath } from '../scripts/browser.mjs';
import { root } from '../scripts/lib/run.mjs';

export async function withServer(options, use) {
  const server = await preview({ logLevel: 'error', root, ...options });
  try {
    return await use(server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
}

export async function withBrowser(use) {
  const browser = await chromium.launch({ executablePath: browserPath(), args: browserFlags });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** The page as it is shipped. */
export function buildPage() {
  return build({ root, logLevel: 'error' });
}

export { build, root };
