import type { Locator, Page } from '@playwright/test';

export const nodeIn = (page: Page, key: string): Locator =>
  page.locator(`.graph .node[data-key="${key}"]`);
export const labelOf = (page: Page, from: string, to: string): Locator =>
  page.locator(`.graph .labels [data-edge="${from}>${to}"]`);

export async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How far the outermost nodes stand out of the window, in pixels. */
export const cutOff = (page: Page) =>
  page.locator('.diagram-host').evaluate((host) => {
    const room = host.getBoundingClientRect();
    const nodes = [...host.querySelectorAll('.node')].map((node) => node.getBoundingClientRect());
    const out = nodes.map(({ left, right, top, bottom }) =>
      Math.max(room.left - left, right - room.right, room.top - top, bottom - room.bottom),
    );
    return nodes.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...out);
  });
