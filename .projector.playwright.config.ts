import { defineConfig } from '@playwright/test';
export default defineConfig({
  testDir: '/work/main/e2e', outputDir: '/tmp/projector/e2e', timeout: 120_000, expect: { timeout: 5000 }, workers: 1,
  reporter: [['list']],
  use: { baseURL: 'http://localhost:4471/', launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] } },
});
