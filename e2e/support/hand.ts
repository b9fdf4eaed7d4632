import type { Locator, Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The button goes down in the middle of it, and stays. */
export async function hold(page: Page, field: Locator): Promise<Point> {
  const box = await field.boundingBox();
  if (!box) throw new Error('The field has no place.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  return middle;
}

/** Upwards or downwards by so many pixels from there, in steps. */
export async function pull(page: Page, { x, y }: Point, by: number): Promise<void> {
  for (let i = 1; i <= 5; i++) await page.mouse.move(x, y + (by * i) / 5);
}
