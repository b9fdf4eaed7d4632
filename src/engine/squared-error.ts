import { coefficient, exampleStep, unitCount, unitStep } from './examples';
import type { LossRule } from './loss-rule';

/** Σ (A − Y)² */
export const squaredErrorRule: LossRule = {
  sum(options, a, y, from, to, into) {
    const step = unitStep(options, a);
    let total = 0;
    for (let k = from; k < to; k++) {
      let i = k * exampleStep(options, a);
      for (let unit = unitCount(options, a); unit > 0; unit--, i += step) {
        const error = a.data[i]! - y.data[i]!;
        total += error * error;
      }
    }
    into[0] = total;
  },
  /** dA += 2 c (A − Y) */
  addToPrediction(options, a, y, g, into) {
    const c = 2 * g.data[0]! * coefficient(options, a);
    for (let i = 0; i < into.data.length; i++) into.data[i]! += c * (a.data[i]! - y.data[i]!);
  },
  addToTarget(options, a, y, g, into) {
    const c = 2 * g.data[0]! * coefficient(options, a);
    for (let i = 0; i < into.data.length; i++) into.data[i]! += c * (y.data[i]! - a.data[i]!);
  },
};
