import { sigmoid } from './activations';
import { coefficient, exampleStep, unitCount, unitStep } from './examples';
import type { LossRule } from './loss-rule';

/** Σ −(Y log A + (1 − Y) log(1 − A)), taken literally but for 0 log 0 = 0. */
export const binaryFromProbabilities: LossRule = {
  sum(options, a, y, from, to, into) {
    const step = unitStep(options, a);
    let total = 0;
    for (let k = from; k < to; k++) {
      let i = k * exampleStep(options, a);
      for (let unit = unitCount(options, a); unit > 0; unit--, i += step) {
        const target = y.data[i]!;
        if (target !== 0) total -= target * Math.log(a.data[i]!);
        if (target !== 1) total -= (1 - target) * Math.log1p(-a.data[i]!);
      }
    }
    into[0] = total;
  },
  /** dA += c (−Y/A + (1 − Y)/(1 − A)) */
  addToPrediction(options, a, y, g, into) {
    const c = g.data[0]! * coefficient(options, a);
    for (let i = 0; i < into.data.length; i++) {
      const target = y.data[i]!;
      if (target !== 0) into.data[i]! -= (c * target) / a.data[i]!;
      if (target !== 1) into.data[i]! += (c * (1 - target)) / (1 - a.data[i]!);
    }
  },
  /** dY += c (log(1 − A) − log A) */
  addToTarget(options, a, _y, g, into) {
    const c = g.data[0]! * coefficient(options, a);
    for (let i = 0; i < into.data.length; i++) {
      into.data[i]! += c * (Math.log1p(-a.data[i]!) - Math.log(a.data[i]!));
    }
  },
};

/** The same with A = σ(Z): Σ max(z, 0) − z y + log(1 + e^−|z|), without overflow or cancellation. */
export const binaryFromLogits: LossRule = {
  sum(options, z, y, from, to, into) {
    const step = unitStep(options, z);
    let total = 0;
    for (let k = from; k < to; k++) {
      let i = k * exampleStep(options, z);
      for (let unit = unitCount(options, z); unit > 0; unit--, i += step) {
        const logit = z.data[i]!;
        const linear = logit > 0 ? logit * (1 - y.data[i]!) : -logit * y.data[i]!;
        total += linear + Math.log1p(Math.exp(-Math.abs(logit)));
      }
    }
    into[0] = total;
  },
  /** dZ += c (σ(Z) − Y) */
  addToPrediction(options, z, y, g, into) {
    const c = g.data[0]! * coefficient(options, z);
    for (let i = 0; i < into.data.length; i++) {
      into.data[i]! += c * (sigmoid(z.data[i]!) - y.data[i]!);
    }
  },
  /** dY −= c Z */
  addToTarget(options, z, _y, g, into) {
    const c = g.data[0]! * coefficient(options, z);
    for (let i = 0; i < into.data.length; i++) into.data[i]! -= c * z.data[i]!;
  },
};
