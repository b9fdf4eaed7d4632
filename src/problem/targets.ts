import { newData } from './initialise';
import type { Loss } from './problem';
import { columnOf, fromColumns, type Rows, refit } from './rows';

type Column = readonly number[];

const oneHot = (units: number, at: number): Column =>
  Array.from({ length: units }, (_, unit) => (unit === at ? 1 : 0));

const isDistribution = (column: Column) =>
  column.every((y) => y >= 0) && Math.abs(column.reduce((a, b) => a + b, 0) - 1) < 1e-9;

function largestAt(column: Column): number {
  return column.reduce((best, y, unit) => (y > (column[best] as number) ? unit : best), 0);
}

/** Of a single number, and of several entries, 1 in the first says the first class: so one unit keeps its own target. */
function isFirstClass(before: Column): boolean {
  return before.length === 1 ? (before[0] as number) >= 0.5 : largestAt(before) === 0;
}

function classOf(before: Column, units: number, example: number): number {
  if (before.length === 1) return isFirstClass(before) ? 0 : 1;
  const known = before.length > 0 ? largestAt(before) : example;
  return known < units ? known : example % units;
}

type Fit = (before: Column, units: number, example: number, seed: number) => Column;

const FITS: Readonly<Record<Loss['kind'], Fit>> = {
  'squared-error': (before, units, example, seed) => {
    const fresh = columnOf(newData(seed, `Y:${example}`, units, 1), 0);
    return fresh.map((y, unit) => before[unit] ?? y);
  },
  'binary-cross-entropy': (before, units, example) => {
    const other = before.length === 1 ? Number(!isFirstClass(before)) : undefined;
    return Array.from({ length: units }, (_, unit) => {
      const y = before[unit] ?? (unit === 1 ? other : undefined) ?? (unit + example) % 2;
      return y >= 0 && y <= 1 ? y : y > 0.5 ? 1 : 0;
    });
  },
  'categorical-cross-entropy': (before, units, example) => {
    if (before.length === units && isDistribution(before)) return before;
    // One unit alone says whether it is the first class; as one-hot, all examples would be alike.
    if (units === 1 && before.length > 0) return [isFirstClass(before) ? 1 : 0];
    return oneHot(units, classOf(before, units, example));
  },
};

/** Targets that the loss can take, units × examples: what was there as far as it makes sense, one-hot for classes. */
export function fitTargets(before: Rows, loss: Loss, units: number, seed: number): Rows {
  const examples = before[0]?.length ?? 1;
  const columns = Array.from({ length: examples }, (_, k) =>
    FITS[loss.kind](columnOf(before, k), units, k, seed),
  );
  return fromColumns(columns);
}

/** The targets of one more example, of the next class in turn. */
export function newTarget(loss: Loss, units: number, example: number, seed: number): Column {
  if (loss.kind === 'categorical-cross-entropy') return oneHot(units, example % units);
  return FITS[loss.kind]([], units, example, seed);
}

/** `before` with as many rows as the input has, new ones readable. */
export function fitInputs(before: Rows, inputs: number, seed: number): Rows {
  return refit(before, newData(seed, 'X', inputs, before[0]?.length ?? 1));
}
