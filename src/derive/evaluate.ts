import { applyOp, type Matrix, read, type Snapshot, scalar, zeros } from '../engine';
import { type Apply, coefficientValue, type Derivative, type Formula } from './formula';
import { slopes } from './slopes';

/** Computes a formula from the numbers of a pass. It uses forward operations only, never the engine's backward. */
export function evaluate(formula: Formula, snapshot: Snapshot): Matrix {
  switch (formula.kind) {
    case 'quantity': {
      const found = read(snapshot, formula.aspect, formula.of);
      if (!found) throw new Error(`The snapshot has no ${formula.aspect} of ${formula.of}.`);
      return found;
    }
    case 'number':
    case 'rate':
      return scalar(formula.value);
    case 'coefficient':
      return scalar(coefficientValue(formula));
    case 'ones': {
      const m = zeros(...formula.shape);
      m.data.fill(1);
      return m;
    }
    case 'derivative':
      return slopeOf(formula, snapshot);
    case 'apply':
      return applied(formula, snapshot);
  }
}

function slopeOf({ fn, at }: Derivative, snapshot: Snapshot): Matrix {
  const z = evaluate(at, snapshot);
  return { ...z, data: z.data.map((v) => slopes[fn](v)) };
}

function applied(formula: Apply, snapshot: Snapshot): Matrix {
  const args = formula.args.map((a) => evaluate(a, snapshot));
  const result = applyOp(formula.op, args);
  if (formula.op.kind !== 'multiply') return result;
  const slope = args[formula.args.findIndex((a) => a.kind === 'derivative')];
  if (!slope || slope.data.length !== result.data.length) return result;
  // A slope of 0 stops a gradient, even an infinite one: 0 · ∞ is not NaN here.
  return { ...result, data: result.data.map((v, i) => (slope.data[i] === 0 ? 0 : v)) };
}
