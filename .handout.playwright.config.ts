import { defineConfig } from '@playwright/test';
export default defineConfig({
  testDir: '/work/main/e2e', outputDir: '/tmp/handout/e2e', timeout: 60_000, expect: { timeout: 5000 }, workers: 1,
  reporter: [['list']],
  use: { baseURL: 'http://localhost:4737/', launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] } },
});
