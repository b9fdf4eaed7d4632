import type { Page } from '@playwright/test';
import { compiled } from '../src/compile/testing/cases';
import { stepsOf } from '../src/derive';
import { type Problem, parseProblem } from '../src/problem';
import { newBias, newData, newWeights } from '../src/problem/initialise';
import { LECTURES } from '../src/problem/library/lectures/entries';
import { linkOf } from '../src/store/share';
import { problemOf } from './support/backstep';
import { walkThrough } from './support/clicker';
import type { Asked } from './support/legible';
import { expect, test } from './support/page';

const AT_720 = { text: 24, line: 3, contrast: 7 };
const AT_1080 = { text: 36, line: 4.5 };
/** Read from near. */
const AT_HAND = { text: 13, line: 1 };

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('.stage .item').first()).toBeVisible();
}

async function expectLegible(page: Page, asked: Asked = AT_720) {
  const seen = await walkThrough(page, asked);
  expect(seen.faults).toEqual([]);
  return seen;
}

function wide(units: readonly number[]): Problem {
  const file = {
    format: 'backstep-problem',
    version: 1,
    title: units.join('-'),
    network: {
      layers: units.map((n, i) => (i === 0 ? { units: n } : { units: n, activation: 'tanh' })),
      loss: { kind: 'squared-error', over: 'mean' },
    },
    data: {
      X: newData(1, 'X', units[0] ?? 1, 6),
      Y: newData(1, 'Y', units.at(-1) ?? 1, 6),
    },
    parameters: Object.fromEntries(
      units.slice(1).flatMap((n, i) => [
        [`W${i + 1}`, newWeights({ kind: 'readable', seed: 1 }, i + 1, n, units[i] ?? 1)],
        [`b${i + 1}`, newBias({ kind: 'readable', seed: 1 }, i + 1, n)],
      ]),
    ),
    optimizer: { kind: 'sgd', learningRate: 0.1 },
  };
  const read = parseProblem(file);
  if (!read.ok) throw new Error(read.fault.error);
  return read.value;
}

/** A link that opens in projector mode. */
async function linkTo(problem: Problem, more: object = {}): Promise<string> {
  const place = { step: '', detail: 'layers', example: 0, alone: false, depth: 'layer' } as const;
  const state = { problem, library: null, decimals: null, entry: null, projector: true };
  return `./#${await linkOf({ ...place, ...state, ...more }, undefined)}`;
}

test.describe('at 1280×720', () => {
  test.use({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });

  for (const { id, stops } of LECTURES) {
    test(`every stop of ${id} can be read from the last row, light or dark`, async ({ page }) => {
      await open(page, `./?lecture=${id}&projector`);
      const { places } = await expectLegible(page);
      expect(places).toBe(stops);
    });
  }

  test('sixteen units a layer are folded, not shrunk', async ({ page }) => {
    const problem = wide([16, 16, 16, 10]);
    await open(page, await linkTo(problem));
    const { places } = await expectLegible(page);
    expect(places).toBe(stepsOf(compiled(problem), 'layers').length);
  });

  for (const depth of ['derivation', 'path'] as const) {
    test(`a ${depth} is paged, and each page can be read`, async ({ page }) => {
      const problem = problemOf('s1-relu2-softmax-cce');
      await open(page, await linkTo(problem, { depth, step: 'backward:W2' }));
      const { pictures, places } = await expectLegible(page);
      expect(pictures).toBeGreaterThan(places);
    });
  }

  test('type made larger turns more pages, and nothing is cut off', async ({ page }) => {
    await open(page, './?lecture=take-home&stop=9&projector');
    for (let i = 0; i < 9; i++) await page.keyboard.press('+');
    await expectLegible(page, { ...AT_720, text: 36 });
    for (let i = 0; i < 9; i++) await page.keyboard.press('-');
    await page.keyboard.press('Home');
    await expect(page.locator('.stage')).toHaveAttribute('data-stop', '0');
    const size = await page
      .locator('.projector')
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBe(24);
  });
});

test.describe('at 1920×1080', () => {
  test.use({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' });

  for (const { id, stops } of LECTURES) {
    test(`every picture of ${id} has grown with the screen`, async ({ page }) => {
      await open(page, `./?lecture=${id}&projector`);
      const { places } = await expectLegible(page, AT_1080);
      expect(places).toBe(stops);
    });
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });

  test('upright or lying, nothing is cut off, and nothing lies over another', async ({ page }) => {
    await open(page, './?lecture=discussion-12&projector');
    await expectLegible(page, AT_HAND);
    await page.setViewportSize({ width: 844, height: 390 });
    await page.keyboard.press('Home');
    await expect(page.locator('.stage')).toHaveAttribute('data-stop', '0');
    await expectLegible(page, AT_HAND);
  });

  test('a derivation, which has no drawing, begins below its title', async ({ page }) => {
    await open(page, await linkTo(problemOf('s2-single'), { depth: 'derivation' }));
    const title = await page.getByRole('heading', { level: 1 }).boundingBox();
    const first = await page.locator('.stage .item').first().boundingBox();
    if (!title || !first) throw new Error('Both are seen.');
    expect(first.y - (title.y + title.height)).toBeLessThan(60);
  });
});
