import type { Page } from '@playwright/test';
import { expect } from './page';

/** The fragment has come to rest on the state that is seen. */
export async function settled(page: Page): Promise<string> {
  await expect(page).toHaveURL(/#1\./);
  let last = '';
  await expect(async () => {
    const now = page.url();
    const same = now === last;
    last = now;
    expect(same).toBe(true);
  }).toPass({ intervals: [900] });
  return last;
}
