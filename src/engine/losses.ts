import { binaryFromLogits, binaryFromProbabilities } from './binary-cross-entropy';
import { categoricalFromLogits, categoricalFromProbabilities } from './categorical-cross-entropy';
import { coefficient, exampleCount } from './examples';
import {
  type Backward,
  type BackwardTable,
  type Forward,
  type ForwardTable,
  matrixAt,
} from './kernel';
import type { LossRule } from './loss-rule';
import type { Matrix } from './matrix';
import type { CrossEntropyOptions, LossOptions, OpOf } from './op';
import { squaredErrorRule } from './squared-error';

export type LossKind = 'squaredError' | 'binaryCrossEntropy' | 'categoricalCrossEntropy';
export type LossOp = { [K in LossKind]: OpOf<K> }[LossKind];
type CrossEntropyKind = Exclude<LossKind, 'squaredError'>;

interface CrossEntropyRules {
  readonly probabilities: LossRule;
  readonly logits: LossRule;
}

const crossEntropies: { readonly [K in CrossEntropyKind]: CrossEntropyRules } = {
  binaryCrossEntropy: { probabilities: binaryFromProbabilities, logits: binaryFromLogits },
  categoricalCrossEntropy: {
    probabilities: categoricalFromProbabilities,
    logits: categoricalFromLogits,
  },
};

/** J = c Σ, where Σ is the plain sum of the rule over the argument at `prediction` and the target. */
function total(
  rule: LossRule,
  options: LossOptions,
  args: readonly Matrix[],
  prediction: number,
  out: Matrix,
): void {
  const p = matrixAt(args, prediction);
  rule.sum(options, p, matrixAt(args, 1), 0, exampleCount(options, p), out.data);
  out.data[0]! *= coefficient(options, p);
}

/** Which argument the value is computed from: [A, Y], [Z, Y] or the last of [A, Y, Z]. */
function predictionIndex(options: CrossEntropyOptions): number {
  return options.from === 'fused' ? 2 : 0;
}

function valueRule(rules: CrossEntropyRules, options: CrossEntropyOptions): LossRule {
  return options.from === 'probabilities' ? rules.probabilities : rules.logits;
}

function crossEntropyForward<K extends CrossEntropyKind>(kind: K): Forward<K> {
  const rules = crossEntropies[kind];
  return (op, args, out) => total(valueRule(rules, op), op, args, predictionIndex(op), out);
}

function crossEntropyBackward<K extends CrossEntropyKind>(kind: K): Backward<K> {
  const rules = crossEntropies[kind];
  return (op, args, _out, g, gradients) => {
    const index = predictionIndex(op);
    const rule = valueRule(rules, op);
    const p = matrixAt(args, index);
    const y = matrixAt(args, 1);
    const predictionGradient = gradients[index];
    const targetGradient = gradients[1];
    if (predictionGradient) rule.addToPrediction(op, p, y, g, predictionGradient);
    if (targetGradient) rule.addToTarget(op, p, y, g, targetGradient);
    const shown = op.from === 'fused' ? gradients[0] : null;
    if (shown) rules.probabilities.addToPrediction(op, matrixAt(args, 0), y, g, shown);
  };
}

export const lossForward: ForwardTable<LossKind> = {
  squaredError: (op, args, out) => total(squaredErrorRule, op, args, 0, out),
  binaryCrossEntropy: crossEntropyForward('binaryCrossEntropy'),
  categoricalCrossEntropy: crossEntropyForward('categoricalCrossEntropy'),
};

export const lossBackward: BackwardTable<LossKind> = {
  squaredError(op, args, _out, g, [prediction, target]) {
    const a = matrixAt(args, 0);
    const y = matrixAt(args, 1);
    if (prediction) squaredErrorRule.addToPrediction(op, a, y, g, prediction);
    if (target) squaredErrorRule.addToTarget(op, a, y, g, target);
  },
  binaryCrossEntropy: crossEntropyBackward('binaryCrossEntropy'),
  categoricalCrossEntropy: crossEntropyBackward('categoricalCrossEntropy'),
};

/** The loss of each of the m examples by itself: summed over the units, with the factor, without 1/m. */
export function perExampleLoss(op: LossOp, args: readonly Matrix[]): Float64Array {
  const index = op.kind === 'squaredError' ? 0 : predictionIndex(op);
  const rule =
    op.kind === 'squaredError' ? squaredErrorRule : valueRule(crossEntropies[op.kind], op);
  const p = matrixAt(args, index);
  const y = matrixAt(args, 1);
  const losses = new Float64Array(exampleCount(op, p));
  for (let k = 0; k < losses.length; k++) rule.sum(op, p, y, k, k + 1, losses.subarray(k));
  return losses.map((loss) => op.factor * loss);
}
