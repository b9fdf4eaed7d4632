import { defineConfig } from '@playwright/test';
import { browserFlags, browserPath } from '/work/main/scripts/browser.mjs';

const port = 4618;

export default defineConfig({
  testDir: '/work/main/e2e',
  outputDir: '/tmp/presenter/results',
  timeout: 60_000,
  expect: { timeout: 5_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}/`,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browserPath(), args: browserFlags },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `npm exec -- vite preview --outDir /tmp/presenter/dist --host localhost --port ${port} --strictPort`,
    port,
    // An old server would show an old build.
    reuseExistingServer: false,
  },
});
