import type { Page } from '@playwright/test';
import { pageOf } from './backstep';

/** A few decimals of either sign, the same in each run. */
const numbers = (rows: number, cols: number, seed: number): readonly (readonly number[])[] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from(
      { length: cols },
      (_, c) => Math.round(Math.sin(seed + r * 7.3 + c * 1.7) * 1e3) / 1e3,
    ),
  );

const UNITS = [16, 16, 16, 10];
const EXAMPLES = 32;

/** 16-16-16-10 with 32 examples: as large as the page is to stay smooth and readable. */
export function wideProblem(hidden = 'tanh'): object {
  const parameters = UNITS.slice(1).flatMap((units, i) => [
    [`W${i + 1}`, numbers(units, UNITS[i] ?? 1, i + 1)],
    [`b${i + 1}`, numbers(units, 1, 30 + i)],
  ]);
  const classes = Array.from({ length: 10 }, (_, k) =>
    Array.from({ length: EXAMPLES }, (_, j) => (j % 10 === k ? 1 : 0)),
  );
  return {
    format: 'backstep-problem',
    version: 1,
    title: 'A wide network',
    network: {
      examples: 'columns',
      weights: 'out-in',
      layers: UNITS.map((units, i) =>
        i === 0 ? { units } : { units, activation: i === 3 ? 'softmax' : hidden, bias: true },
      ),
      loss: { kind: 'categorical-cross-entropy', over: 'mean' },
    },
    data: { X: numbers(16, EXAMPLES, 11), Y: classes },
    parameters: Object.fromEntries(parameters),
    optimizer: { kind: 'sgd', learningRate: 0.1 },
  };
}

/** Through the page's own file input, as a learner opens it. */
export async function openWide(page: Page, hidden?: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await pageOf(page).more('Open a file…');
  await (await choosing).setFiles({
    name: 'wide.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(wideProblem(hidden))),
  });
  await page.getByRole('heading', { name: 'A wide network' }).waitFor();
}
