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

/** One number was a class by itself: 0 or 1. More were one entry a class. */
function classOf(before: Column, units: number, example: number): number {
  const single = before.length === 1 ? Math.round(before[0] as number) : undefined;
  const known = single ?? (before.length > 0 ? largestAt(before) : example);
  return known >= 0 && known < units ? known : example % units;
}

type Fit = (before: Column, units: number, example: number, seed: number) => Column;

const FITS: Readonly<Record<Loss['kind'], Fit>> = {
  'squared-error': (before, units, example, seed) => {
    const fresh = columnOf(newData(seed, `Y:${example}`, units, 1), 0);
    return fresh.map((y, unit) => before[unit] ?? y);
  },
  'binary-cross-entropy': (before, units, example) =>
    Array.from({ length: units }, (_, unit) => {
      const y = before[unit] ?? (unit + example) % 2;
      return y >= 0 && y <= 1 ? y : y > 0.5 ? 1 : 0;
    }),
  'categorical-cross-entropy': (before, units, example) =>
    before.length === units && isDistribution(before)
      ? before
      : oneHot(units, classOf(before, units, example)),
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
