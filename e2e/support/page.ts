import { test as base, expect, type Page } from '@playwright/test';

export { expect };

/** Every test fails when the page complains, breaks its policy or asks another host. */
export const test = base.extend<{ quietPage: undefined }>({
  quietPage: [
    async ({ page, baseURL }, use) => {
      const complaints = await watch(page, new URL(baseURL ?? '').host);
      await use(undefined);
      expect(complaints, 'what the page complained of').toEqual([]);
    },
    { auto: true },
  ],
});

async function watch(page: Page, host: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host) {
      complaints.push(`request to another host: ${url.href}`);
    }
  });
  page.on('requestfailed', (request) => {
    // A request that the page itself gave up, such as by a reload, is no fault.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED')
      complaints.push(`request failed: ${request.url()} ${reason}`);
  });
  // Some violations are reported by this event without a line in the console.
  await page.exposeFunction('reportViolation', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportViolation');
      if (typeof report === 'function') {
        report(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
      }
    });
  });
  return complaints;
}
