import { coefficient, exampleCount, exampleStep, unitCount, unitStep } from './examples';
import type { LossRule } from './loss-rule';

/** Σ −Y log A, taken literally but for 0 log 0 = 0. */
export const categoricalFromProbabilities: LossRule = {
  sum(options, a, y, from, to, into) {
    const step = unitStep(options, a);
    let total = 0;
    for (let k = from; k < to; k++) {
      let i = k * exampleStep(options, a);
      for (let unit = unitCount(options, a); unit > 0; unit--, i += step) {
        if (y.data[i] !== 0) total -= y.data[i]! * Math.log(a.data[i]!);
      }
    }
    into[0] = total;
  },
  /** dA −= c Y/A */
  addToPrediction(options, a, y, g, into) {
    const c = g.data[0]! * coefficient(options, a);
    for (let i = 0; i < into.data.length; i++) {
      if (y.data[i] !== 0) into.data[i]! -= (c * y.data[i]!) / a.data[i]!;
    }
  },
  /** dY −= c log A */
  addToTarget(options, a, _y, g, into) {
    const c = g.data[0]! * coefficient(options, a);
    for (let i = 0; i < into.data.length; i++) into.data[i]! -= c * Math.log(a.data[i]!);
  },
};

/** The same with A = softmax(Z): Σ y (log Σ e^z − z), each logarithm taken of a sum of at least 1. */
export const categoricalFromLogits: LossRule = {
  sum(options, z, y, from, to, into) {
    const step = unitStep(options, z);
    const units = unitCount(options, z);
    let total = 0;
    for (let k = from; k < to; k++) {
      const start = k * exampleStep(options, z);
      const end = start + units * step;
      let max = -Infinity;
      for (let i = start; i < end; i += step) max = Math.max(max, z.data[i]!);
      let sum = 0;
      for (let i = start; i < end; i += step) sum += Math.exp(z.data[i]! - max);
      const log = Math.log(sum);
      for (let i = start; i < end; i += step) total += y.data[i]! * (max - z.data[i]! + log);
    }
    into[0] = total;
  },
  /** dZ += c ((Σ y) softmax(Z) − Y); where the targets of an example add up to 1, c (A − Y). */
  addToPrediction(options, z, y, g, into) {
    const c = g.data[0]! * coefficient(options, z);
    const step = unitStep(options, z);
    const units = unitCount(options, z);
    for (let k = exampleCount(options, z) - 1; k >= 0; k--) {
      const start = k * exampleStep(options, z);
      const end = start + units * step;
      let max = -Infinity;
      for (let i = start; i < end; i += step) max = Math.max(max, z.data[i]!);
      let sum = 0;
      let targets = 0;
      for (let i = start; i < end; i += step) {
        sum += Math.exp(z.data[i]! - max);
        targets += y.data[i]!;
      }
      for (let i = start; i < end; i += step) {
        into.data[i]! += c * ((targets * Math.exp(z.data[i]! - max)) / sum - y.data[i]!);
      }
    }
  },
  /** dY += c (log Σ e^z − Z) */
  addToTarget(options, z, _y, g, into) {
    const c = g.data[0]! * coefficient(options, z);
    const step = unitStep(options, z);
    const units = unitCount(options, z);
    for (let k = exampleCount(options, z) - 1; k >= 0; k--) {
      const start = k * exampleStep(options, z);
      const end = start + units * step;
      let max = -Infinity;
      for (let i = start; i < end; i += step) max = Math.max(max, z.data[i]!);
      let sum = 0;
      for (let i = start; i < end; i += step) sum += Math.exp(z.data[i]! - max);
      const log = Math.log(sum);
      for (let i = start; i < end; i += step) into.data[i]! += c * (max - z.data[i]! + log);
    }
  },
};
