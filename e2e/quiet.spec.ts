import type { Page } from '@playwright/test';
import { pageOf } from './support/backstep';
import { expect, test } from './support/page';

const ID = 's1-relu2-softmax-cce';

/** What is marked as rewritten, and what moves, from now on; counted in the page, since both are soon over. */
async function watch(page: Page): Promise<() => Promise<{ marked: number; moving: number }>> {
  await page.evaluate(() => {
    const seen = { marked: 0, moving: 0 };
    Reflect.set(window, 'seen', seen);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (target instanceof HTMLElement && target.dataset.rewritten !== undefined) {
          seen.marked += 1;
          if (getComputedStyle(target).animationName !== 'none') seen.moving += 1;
        }
        for (const node of addedNodes)
          if (node instanceof Element && node.matches('circle.dot')) seen.moving += 1;
      }
    }).observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ['data-rewritten'],
    });
  });
  return () => page.evaluate(() => Reflect.get(window, 'seen'));
}

for (const motion of ['no-preference', 'reduce'] as const) {
  test(`what a notation rewrites is marked, a step sends its dots; with motion ${motion}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: motion });
    const backstep = pageOf(page);
    await backstep.open(ID);
    const seen = await watch(page);
    await backstep.notation.selectOption('parentheses-rows');
    await expect.poll(async () => (await seen()).marked).toBeGreaterThan(5);
    const flashing = (await seen()).moving;
    await page.keyboard.press('ArrowRight');
    await backstep.atStep(2);
    // A step on the heels of another sends none.
    await page.waitForTimeout(400);
    await page.keyboard.press('ArrowRight');
    await backstep.atStep(3);
    if (motion === 'reduce') {
      // Long enough for a dot to have been drawn.
      await page.evaluate(async () => {
        for (let i = 0; i < 20; i++) await new Promise((done) => requestAnimationFrame(done));
      });
      expect((await seen()).moving).toBe(0);
    } else {
      expect(flashing).toBeGreaterThan(5);
      await expect.poll(async () => (await seen()).moving).toBeGreaterThan(flashing);
    }
  });
}

test('the tour can be left at each of its stops', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open();
  const tour = page.getByRole('complementary', { name: 'Tour' });
  for (let stop = 1; stop <= 5; stop++) {
    if (stop > 1) {
      await page.keyboard.press('?');
      await page.getByRole('button', { name: 'Show the tour' }).click();
    }
    for (let at = 1; at < stop; at++) await tour.getByRole('button', { name: 'Continue' }).click();
    await expect(tour).toContainText(`${stop} of 5`);
    await tour.getByRole('button', { name: 'Leave the tour' }).click();
    await expect(tour).toHaveCount(0);
    await expect(page.locator('[data-toured]')).toHaveCount(0);
  }
});

for (const [width, height] of [
  [3840, 2160],
  [820, 1180],
] as const) {
  test(`at ${width}×${height} nothing is cut off, and the page does not scroll sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const backstep = pageOf(page);
    await backstep.open(ID);
    await page.keyboard.press('End');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    for (const region of [backstep.network, backstep.equation, backstep.steps, backstep.numbers]) {
      const box = await region.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(box?.width).toBeGreaterThan(300);
    }
  });
}

test('on a phone diagram, equation and numbers stand below one another in one column', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const backstep = pageOf(page);
  await backstep.open(ID);
  const [network, equation, numbers] = await Promise.all(
    [backstep.network, backstep.equation, backstep.numbers].map((region) => region.boundingBox()),
  );
  if (!network || !equation || !numbers) throw new Error('All three are there.');
  expect(equation.y).toBeGreaterThanOrEqual(network.y + network.height - 1);
  expect(numbers.y).toBeGreaterThanOrEqual(equation.y + equation.height - 1);
  for (const { x, width } of [network, equation, numbers]) {
    expect(x).toBeLessThan(5);
    expect(width).toBeGreaterThan(370);
  }
});
