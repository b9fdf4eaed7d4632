import type { Page } from '@playwright/test';
import { expectNoFaults } from './support/axe';
import { pageOf } from './support/backstep';
import { expect, test } from './support/page';

const PROBLEMS = [
  's1-relu2-softmax-cce',
  's0-p1-y1',
  's2-single',
  's3-mlp-mse-batch',
  's3-demo-batch',
  's4-p2-m100',
  's4-p3-multinomial-a0.01',
] as const;

test('the built page has a policy without inline script, inline style or eval', async ({
  page,
}) => {
  await pageOf(page).open();
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
});

/** Steps of each phase, in a network and a program: what differs is looked at once. */
const ANALYSED = [
  ['s1-relu2-softmax-cce', [1, 12, 20]],
  ['s0-p3-2-tanh-sigmoid', [7]],
] as const;

test('axe finds nothing, light or dark', async ({ page }) => {
  test.slow();
  const backstep = pageOf(page);
  for (const [id, dots] of ANALYSED) {
    await backstep.open(id);
    for (const dot of dots) {
      await backstep.steps.getByRole('button', { name: new RegExp(`^Step ${dot}:`) }).click();
      await backstep.atStep(dot);
      await expectNoFaults(page);
    }
  }
});

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function overlap(a: Box, b: Box): boolean {
  // A pixel of touching is no overlap to the eye.
  return (
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
  );
}

function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.text} / ${b.text}`),
  );
}

async function boxesOf(page: Page, selector: string): Promise<Box[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements
      .filter((e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((e) => {
        const { left, right, top, bottom } = e.getBoundingClientRect();
        const text = e.getAttribute('aria-label') ?? e.textContent ?? '';
        return { text, left, right, top, bottom };
      })
      .filter((b) => b.right > b.left && b.bottom > b.top),
  );
}

// The smallest size has the least room, so all are walked there; the larger ones with the fullest of them.
for (const [width, height, problems] of [
  [1280, 720, PROBLEMS],
  [1440, 900, ['s1-relu2-softmax-cce', 's3-mlp-mse-batch']],
  [2560, 1440, ['s1-relu2-softmax-cce', 's4-p2-m100']],
] as const) {
  for (const id of problems) {
    test(`nothing overlaps and the page does not scroll, ${id} at ${width}×${height}`, async ({
      page,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const backstep = pageOf(page);
      await backstep.open(id);
      const text = (await backstep.equation.textContent()) ?? '';
      const count = Number(/step 1 of (\d+)/.exec(text)?.[1]);
      for (let step = 1; step <= count; step++) {
        await backstep.atStep(step);
        const regions = await boxesOf(page, 'section[aria-label]');
        expect(regions.length).toBeGreaterThanOrEqual(4);
        expect(overlaps(regions)).toEqual([]);
        await expect(backstep.network.locator('svg text').first()).toBeAttached();
        expect(overlaps(await boxesOf(page, 'section[aria-label="Network"] svg text'))).toEqual([]);
        const scroll = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight];
        });
        expect(Math.max(...scroll)).toBeLessThanOrEqual(0);
        await page.keyboard.press('ArrowRight');
      }
    });
  }
}

test('on a phone there is one column and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const backstep = pageOf(page);
  for (const id of PROBLEMS) {
    await backstep.open(id);
    for (const dot of [1, 4]) {
      await backstep.steps.getByRole('button', { name: new RegExp(`^Step ${dot}:`) }).click();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(390);
    }
  }
});

test('from phone to laptop the list of digits shows what is chosen, whole and beside the depths', async ({
  page,
}) => {
  const backstep = pageOf(page);
  await backstep.open('s3-mlp-mse-batch');
  for (const [width, height] of [
    [390, 844],
    [768, 1024],
    [900, 1200],
    [1024, 768],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    const room = await backstep.equation.getByLabel('Digits').evaluate((select) => {
      const { paddingLeft, paddingRight, font } = getComputedStyle(select);
      const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      context.font = font;
      const chosen = (select as HTMLSelectElement).selectedOptions[0]?.text ?? '';
      const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
      return select.clientWidth - padding - context.measureText(chosen).width;
    });
    expect(room, `${width}`).toBeGreaterThanOrEqual(0);
    const head = await boxesOf(page, '[aria-label="Equation"] .equation-head > *');
    expect(overlaps(head), `${width}`).toEqual([]);
  }
});

test('everything can be done by keyboard alone', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open();
  const reached = new Set<string>();
  for (let i = 0; i < 160; i++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement } = document;
      const region = activeElement?.closest('section[aria-label]')?.getAttribute('aria-label');
      const id = activeElement?.getAttribute('id');
      const label = id ? document.querySelector(`label[for="${id}"]`)?.textContent : null;
      const own = activeElement?.getAttribute('aria-label') ?? label ?? activeElement?.textContent;
      return [`in ${region}`, own?.trim() ?? ''];
    });
    for (const n of name) reached.add(n);
  }
  for (const region of ['Network', 'Equation', 'Steps', 'Numbers']) {
    expect([...reached]).toContain(`in ${region}`);
  }
  expect([...reached].some((n) => n.startsWith('Next step'))).toBe(true);
  expect([...reached].some((n) => n.startsWith('W 1, row 1, column 1 '))).toBe(true);
});

test('each step is announced as one sentence', async ({ page }) => {
  const backstep = pageOf(page);
  await backstep.open();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[aria-live="polite"]').first()).toContainText(
    /Forward.*step 2 of 23.*activation of hidden layer 1/i,
  );
});

for (const [width, height] of [
  [390, 844],
  [820, 1180],
] as const) {
  test(`at ${width}×${height} the diagram comes at once, all targets are large, and nothing is cut`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const backstep = pageOf(page);
    await backstep.open('s1-relu2-softmax-cce');
    await expect(backstep.network.locator('.diagram-host svg').first()).toBeVisible();
    const top = await backstep.network.locator('.diagram-host').boundingBox();
    expect(top?.y).toBeLessThanOrEqual(120);
    const equation = await backstep.equation.boundingBox();
    const steps = await backstep.steps.boundingBox();
    // The title of the step is seen under its diagram, above the bar of steps.
    expect((equation?.y ?? height) + 100).toBeLessThan(steps?.y ?? 0);
    expect((steps?.y ?? 0) + (steps?.height ?? 0)).toBeLessThanOrEqual(height + 1);

    const next = backstep.button('Next step');
    const cut = await next.evaluate((e) => e.scrollWidth - e.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await expect(backstep.problem).toBeVisible();
    const small = await page
      .locator('.topbar button, .topbar select, .steps button, .steps select')
      .evaluateAll((elements) =>
        elements
          .filter((e) => e.checkVisibility())
          .map(
            (e) =>
              [e.getBoundingClientRect(), e.getAttribute('aria-label') ?? e.textContent] as const,
          )
          .filter(([box]) => box.height < 43.5 || box.width < 43.5)
          .map(([box, name]) => `${name}: ${box.width}×${box.height}`),
      );
    expect(small).toEqual([]);
    await page.keyboard.press('Escape');
    await backstep.button('Set up…').click();
    await expect(page.getByRole('dialog', { name: 'Set up' })).toBeVisible();
    const narrow = await page
      .locator('.setup :is(button, select, label:has(input)), .equation-head :is(button, select)')
      .evaluateAll((elements) =>
        elements
          .filter((e) => e.checkVisibility())
          .map((e) => [e.getBoundingClientRect(), e.textContent] as const)
          .filter(([box]) => box.height < 43.5 || box.width < 43.5)
          .map(([box, name]) => `${name}: ${box.width}×${box.height}`),
      );
    expect(narrow).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await backstep.problem.selectOption('s2-single');
    await page.keyboard.press('Escape');
    await expect(backstep.problem).toBeHidden();
    await expect(backstep.network).toContainText('Two layers without biases, one point');
  });
}
