import type { Page } from '@playwright/test';
import { edited, expectedOf, expectQuantity, pageOf, problemOf } from './support/backstep';
import { expect, test } from './support/page';

/** A network in layers, and a program that is drawn as a graph. */
const DRAWN = ['s3-mlp-mse-batch', 's2-single-expr'] as const;

/** From now on: each frame's step, as the equation and as the drawing name it, before the frame is painted. */
async function watchFrames(page: Page) {
  await page.evaluate(() => {
    const seen: { equation: string; drawing: string }[] = [];
    const look = () => {
      const title = document.querySelector('[aria-label="Equation"] h2')?.lastChild?.textContent;
      const drawing = document.querySelector('svg.diagram')?.getAttribute('aria-label') ?? '';
      seen.push({ equation: title ?? '', drawing: drawing.replace(/^.*? at the step: /, '') });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(globalThis, { seen });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: Frame[] }).seen);
}

/** Until a frame that begins from now on has been looked at. */
const nextFrame = (page: Page) =>
  page.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  });

interface Frame {
  readonly equation: string;
  readonly drawing: string;
}

for (const id of DRAWN) {
  test(`no frame shows the equation of one step and the drawing of another: ${id}`, async ({
    page,
  }) => {
    const backstep = pageOf(page);
    await backstep.open(id);
    await expect(page.locator('svg.diagram')).toHaveAccessibleName(/at the step: /);
    const frames = await watchFrames(page);
    await nextFrame(page);
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('ArrowRight');
      await backstep.atStep(i + 2);
      await nextFrame(page);
    }
    const seen = await frames();
    expect(new Set(seen.map(({ equation }) => equation)).size).toBe(5);
    expect(seen.filter(({ equation, drawing }) => equation !== drawing)).toEqual([]);
  });
}

test('an edit comes to the drawing and to the numbers in sight with one frame, and out of sight soon after', async ({
  page,
}) => {
  const id = 's3-mlp-mse-batch';
  const backstep = pageOf(page);
  await backstep.open(id);
  await page.keyboard.press('End');
  await backstep.atStep(expectedOf(problemOf(id)).steps.length);
  await expect(backstep.cell('db3[0,0]')).toBeInViewport();
  await expect(backstep.cell('dW1[0,0]')).not.toBeInViewport();
  await page.evaluate(() => {
    const label = (of: string) => document.querySelector(of)?.getAttribute('aria-label');
    const seen = new Set<string>();
    const look = () => {
      seen.add(`${label('[data-cell="db3[0,0]"]')} ${label('.diagram .loss')}`);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(globalThis, { seen });
  });
  await nextFrame(page);
  await backstep.type('W1[0,0]', '-0.4');
  const expected = expectedOf(edited(problemOf(id), 'W1', 0, 0, -0.4));
  for (const quantity of ['db3', 'J', 'dW1']) await expectQuantity(page, quantity, expected);
  await nextFrame(page);
  const pairs = await page.evaluate(
    () => (globalThis as unknown as { seen: Set<string> }).seen.size,
  );
  expect(pairs).toBe(2);
});

test('no step moves the equation, the drawing or the numbers', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const backstep = pageOf(page);
  await backstep.open('s3-mlp-mse-batch');
  const count = expectedOf(problemOf('s3-mlp-mse-batch')).steps.length;
  await expect(page.locator('.strip .card').first()).toBeVisible();
  const places = () =>
    page.evaluate(() =>
      ['.equation:not([data-prepared])', '.diagram-host', '.timeline', '.strip'].map((part) => {
        const element = document.querySelector(part);
        if (!element) throw new Error(`There is no ${part}.`);
        const { top, height } = element.getBoundingClientRect();
        return `${part} ${top} ${height}`;
      }),
    );
  const first = await places();
  for (let step = 2; step <= count; step++) {
    await page.keyboard.press('ArrowRight');
    await backstep.atStep(step);
    // A card out of sight gets its size with the frame in which it comes.
    await nextFrame(page);
    expect(await places(), `step ${step}`).toEqual(first);
  }
});

test.describe('with motion', () => {
  test.use({ reducedMotion: 'no-preference' });

  test('dots run at a step, but not where steps follow one another faster than a dot', async ({
    page,
  }) => {
    const backstep = pageOf(page);
    await backstep.open('s3-mlp-mse-batch');
    const dots = page.locator('.diagram circle.dot');
    await expect(page.locator('svg.diagram')).toHaveAccessibleName(/at the step: /);
    await expect(dots).toHaveCount(0);
    // Counted in the page: between two questions from outside the dots may have come and gone.
    const dotsAfter = (...keys: readonly string[]) =>
      page.evaluate(async (names) => {
        await new Promise((done) => setTimeout(done, 600));
        for (const key of names) {
          window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          await new Promise(requestAnimationFrame);
        }
        return document.querySelectorAll('.diagram circle.dot').length;
      }, keys);
    // Edges carry numbers into the third step, the pre-activation of layer 2.
    await dotsAfter('ArrowRight');
    expect(await dotsAfter('ArrowRight')).toBeGreaterThan(0);
    await backstep.atStep(3);
    expect(await dotsAfter('ArrowLeft', 'ArrowRight')).toBe(0);
    await backstep.atStep(3);
  });
});
