import { defineConfig } from '@playwright/test';
import { browserFlags, browserPath } from './scripts/browser.mjs';

const port = 4317;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  timeout: 60_000,
  expect: { timeout: 5_000 },
  workers: 2,
  // A shared machine may stall for seconds; what passes at a second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browserPath(), args: browserFlags },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `npm exec -- vite preview --host localhost --port ${port} --strictPort`,
    port,
    // An old server would show an old build.
    reuseExistingServer: false,
  },
});
