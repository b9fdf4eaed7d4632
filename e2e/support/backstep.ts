import type { Locator, Page } from '@playwright/test';
import type { Compiled } from '../../src/compile';
import { compiled, passOf } from '../../src/compile/testing/cases';
import { notationOf, type Step, stepsOf } from '../../src/derive';
import { quantitiesOf, read, type Snapshot } from '../../src/engine';
import { type Problem, setEntry } from '../../src/problem';
import { MOST_CELLS } from '../../src/view/numbers/window';
import { expect } from './page';

/** What the engine makes of a problem in Node: what every number on the page is held against. */
export interface Expected {
  readonly problem: Problem;
  readonly source: Compiled;
  readonly snapshot: Snapshot;
  readonly steps: readonly Step[];
}

export { problemOf } from '../../src/compile/testing/cases';

/** The problem with one number changed. */
export function edited(
  problem: Problem,
  name: string,
  row: number,
  col: number,
  value: number,
): Problem {
  const result = setEntry(problem, name, row, col, value);
  if (!result.ok) throw new Error(result.fault.error);
  return result.value;
}

export function expectedOf(problem: Problem): Expected {
  const source = compiled(problem);
  const { detail } = notationOf(problem.notation);
  return { problem, source, snapshot: passOf(source), steps: stepsOf(source, detail) };
}

/** The page as a learner meets it: by regions and names. */
export function pageOf(page: Page) {
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  return {
    page,
    network: region('Network'),
    equation: region('Equation'),
    steps: region('Steps'),
    numbers: region('Numbers'),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    problem: page.getByRole('combobox', { name: 'Problem', exact: true }),
    notation: page.getByRole('combobox', { name: 'Notation', exact: true }),
    /** A button of the menu at the end of the top bar. */
    async more(name: string) {
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await page.getByRole('button', { name, exact: true }).click();
    },
    cell: (name: string): Locator => page.locator(`[data-cell="${name}"]`),
    /** Types a number into its cell. */
    async type(cell: string, text: string) {
      const field = page.locator(`[data-cell="${cell}"]`);
      await field.click();
      await field.fill(text);
      await field.press('Enter');
    },
    async open(id?: string) {
      await page.goto(id === undefined ? './' : `./?problem=${id}`);
      await expect(region('Equation')).toContainText(/step 1 of \d+/);
    },
    /** Rests until the page has arrived at this step, counted from 1. */
    async atStep(number: number) {
      await expect(region('Equation')).toContainText(new RegExp(`step ${number} of \\d+`));
    },
  };
}

/** The number in a cell's accessible name, with all its digits; out of sight it follows an edit when the page has time. */
export async function numberIn(cell: Locator): Promise<number> {
  await cell.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    await new Promise((done) => requestIdleCallback(done));
  });
  const label = (await cell.getAttribute('aria-label')) ?? '';
  const text = /= (\S+)$/.exec(label)?.[1];
  if (text === undefined) throw new Error(`No number in "${label}"`);
  return Number(text.replace('−', '-'));
}

/** Every number that the page shows of a quantity, by cell. */
export async function shownNumbers(page: Page, id: string): Promise<Map<string, number>> {
  const labels = await page
    .locator(`[data-cell^="${id}["]`)
    .evaluateAll((cells) =>
      cells.map((c) => [c.getAttribute('data-cell'), c.getAttribute('aria-label')] as const),
    );
  return new Map(
    labels.map(([cell, label]) => {
      const text = /= (\S+)$/.exec(label ?? '')?.[1] ?? 'no number';
      return [cell ?? '', Number(text.replace('−', '-'))];
    }),
  );
}

/** To the last digits: the browser's Math.exp may round otherwise than Node's. */
function same(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-12 * Math.abs(b) + 1e-15;
}

/** The page shows all of a quantity, or the part of a large one that is seen, and each number is the engine's. */
export async function expectQuantity(page: Page, id: string, expected: Expected): Promise<void> {
  const quantity = quantitiesOf(expected.source.graph).get(id);
  const matrix = quantity && read(expected.snapshot, quantity.aspect, quantity.node.id);
  if (!matrix) throw new Error(`No quantity is called ${id}.`);
  await expect
    .poll(async () => {
      const shown = await shownNumbers(page, id);
      return shown.size >= Math.min(matrix.data.length, MOST_CELLS / 10) &&
        (shown.size === matrix.data.length || matrix.data.length > MOST_CELLS) &&
        [...shown].every(([cell, value]) => {
          const [, row, col] = /\[(\d+),(\d+)\]$/.exec(cell) ?? [];
          return same(value, matrix.data[Number(row) * matrix.cols + Number(col)] as number);
        })
        ? 'equal'
        : `${id}: ${[...shown].map(([cell, value]) => `${cell}=${value}`).join(' ')} instead of ${[...matrix.data].join(' ')}`;
    })
    .toBe('equal');
}
