import type { Matrix } from './matrix';
import type { LossOptions } from './op';

// Numbers and not an object: kernels ask in every pass, and must not allocate.

export function exampleCount(options: LossOptions, a: Matrix): number {
  return options.examples === 'columns' ? a.cols : a.rows;
}

export function unitCount(options: LossOptions, a: Matrix): number {
  return options.examples === 'columns' ? a.rows : a.cols;
}

/** How far apart the same unit of two examples lies in the data. */
export function exampleStep(options: LossOptions, a: Matrix): number {
  return options.examples === 'columns' ? 1 : a.cols;
}

/** How far apart two units of an example lie. */
export function unitStep(options: LossOptions, a: Matrix): number {
  return options.examples === 'columns' ? a.cols : 1;
}

/** What the plain sum over all entries is multiplied by: the factor, and 1/m or 1/(m·units) for a mean. */
export function coefficient(options: LossOptions, a: Matrix): number {
  if (options.over === 'sum') return options.factor;
  const units = options.over === 'mean' ? 1 : unitCount(options, a);
  return options.factor / (exampleCount(options, a) * units);
}
