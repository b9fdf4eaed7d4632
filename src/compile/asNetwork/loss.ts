import { type GraphNode, isScalar } from '../../engine';
import type { LossKind } from '../../problem';
import { type Atom, atomsOf, type NodeOf } from './terms';

/** Which loss of layers a program's is, of what, and the number before its sum. */
export interface FoundLoss {
  readonly kind: LossKind;
  readonly fromLogits: boolean;
  readonly factor: number;
  readonly prediction: GraphNode;
  readonly target: GraphNode;
}

const isData = (node: GraphNode) => node.op.kind === 'input' && node.role === 'input';

/** A − Y or Y − A, of whose two one is data that nothing was computed from. */
function difference(node: GraphNode, of: NodeOf): readonly [GraphNode, GraphNode] | undefined {
  const at = throughAliases(node, of);
  const [left, right] = at.args.map(of);
  if (!left || !right) return undefined;
  const isNegated = at.op.kind === 'add' && right.op.kind === 'negate';
  if (at.op.kind !== 'subtract' && !isNegated) return undefined;
  const other = isNegated ? of(right.args[0] as number) : right;
  if (isData(other) && !isData(left)) return [left, other];
  return isData(left) && !isData(other) ? [other, left] : undefined;
}

/** 1 − x: x. */
function complementOf(node: GraphNode, of: NodeOf): GraphNode | undefined {
  const at = throughAliases(node, of);
  const [left, right] = at.args.map(of);
  const isOne = left?.op.kind === 'constant' && left.op.value === 1;
  return at.op.kind === 'subtract' && isOne ? right : undefined;
}

function throughAliases(node: GraphNode, of: NodeOf): GraphNode {
  let at = node;
  while (at.op.kind === 'identity') at = of(at.args[0] as number);
  return at;
}

/** The argument of log. */
function logged(node: GraphNode, of: NodeOf): GraphNode | undefined {
  const at = throughAliases(node, of);
  return at.op.kind === 'log' ? of(at.args[0] as number) : undefined;
}

interface Weighted {
  readonly weight: GraphNode;
  readonly argument: GraphNode;
  readonly factor: number;
}

/** y .* log(p), either way round. */
function weightedLog(atom: Atom, of: NodeOf): Weighted | undefined {
  if (atom.kind !== 'product') return undefined;
  const { left, right, factor } = atom;
  const [fromRight, fromLeft] = [logged(right, of), logged(left, of)];
  if (fromRight) return { weight: left, argument: fromRight, factor };
  return fromLeft && { weight: right, argument: fromLeft, factor };
}

function squared(atoms: readonly Atom[], of: NodeOf): FoundLoss | undefined {
  const [atom] = atoms;
  if (atoms.length !== 1 || atom?.kind !== 'square') return undefined;
  const found = difference(atom.of, of);
  if (!found) return undefined;
  const [prediction, target] = found;
  return { kind: 'squared-error', fromLogits: false, factor: atom.factor, prediction, target };
}

function categorical(atoms: readonly Atom[], of: NodeOf): FoundLoss | undefined {
  const [atom] = atoms;
  const found = atom && atoms.length === 1 ? weightedLog(atom, of) : undefined;
  if (!found || !isData(found.weight)) return undefined;
  const { argument } = found;
  const common = {
    kind: 'categorical-cross-entropy',
    factor: -found.factor,
    target: found.weight,
  } as const;
  // A softmax without a name of its own is part of the loss.
  return argument.op.kind === 'softmax' && !argument.named
    ? { ...common, fromLogits: true, prediction: of(argument.args[0] as number) }
    : { ...common, fromLogits: false, prediction: argument };
}

function binary(atoms: readonly Atom[], of: NodeOf): FoundLoss | undefined {
  const [a, b] = atoms.map((atom) => weightedLog(atom, of));
  if (atoms.length !== 2 || !a || !b || a.factor !== b.factor) return undefined;
  const plain = [a, b].find(({ weight }) => isData(weight));
  const other = plain === a ? b : a;
  if (!plain) return undefined;
  const target = complementOf(other.weight, of);
  const prediction = complementOf(other.argument, of);
  const same =
    target === plain.weight &&
    prediction !== undefined &&
    throughAliases(prediction, of) === throughAliases(plain.argument, of);
  if (!same) return undefined;
  return {
    kind: 'binary-cross-entropy',
    fromLogits: false,
    factor: -plain.factor,
    prediction: plain.argument,
    target: plain.weight,
  };
}

/** softplus(z) − y z, which is the binary cross-entropy of σ(z). */
function binaryFromLogits(atoms: readonly Atom[], of: NodeOf): FoundLoss | undefined {
  const plus = atoms.find((atom) => atom.kind === 'single' && atom.of.op.kind === 'softplus');
  const product = atoms.find((atom) => atom.kind === 'product');
  if (atoms.length !== 2 || plus?.kind !== 'single' || product?.kind !== 'product')
    return undefined;
  const logits = throughAliases(of(plus.of.args[0] as number), of);
  const [left, right] = [throughAliases(product.left, of), throughAliases(product.right, of)];
  const target = left === logits ? right : right === logits ? left : undefined;
  if (!target || !isData(target) || plus.factor !== -product.factor) return undefined;
  return {
    kind: 'binary-cross-entropy',
    fromLogits: true,
    factor: plus.factor,
    prediction: logits,
    target,
  };
}

const KINDS = [squared, categorical, binary, binaryFromLogits];

export function lossIn(root: GraphNode, of: NodeOf): FoundLoss | undefined {
  const atoms = atomsOf(root, of);
  for (const find of KINDS) {
    const found = find(atoms, of);
    if (!found) continue;
    const { prediction, target } = found;
    const [p, t] = [prediction.shape, target.shape];
    const sameSize = p[0] === t[0] && p[1] === t[1];
    return sameSize || (isScalar(p) && isScalar(t)) ? found : undefined;
  }
  return undefined;
}
