import { type Graph, type GraphNode, read, type Snapshot, updatedId } from '../engine';
import {
  argsAt,
  calculated,
  type Found,
  firstIn,
  isLoss,
  parameterOf,
  unnamedBefore,
} from './calculated';
import { type Printing, quantityText } from './print/context';

/** Where in a pass a number first is none: the quantity, its entry, and why. */
export interface Broken {
  /** The quantity: `Z2`, `dW1`, `W1_new`. */
  readonly id: string;
  readonly row: number;
  readonly col: number;
  /** Too large; a logarithm or quotient at 0; or without a value, as 0/0 and ∞ − ∞. */
  readonly kind: 'overflow' | 'pole' | 'undefined';
  /** What happened, as a whole sentence. */
  readonly sentence: string;
  /** What to do. */
  readonly wayOut: string;
}

const LARGEST = 'the largest number, about 1.8e308';

const AFTER = 'Everything after it is not meaningful.';

function explained(printing: Printing, snapshot: Snapshot, found: Found): Omit<Broken, 'id'> {
  const { graph } = printing;
  const { node, row, col, value } = found;
  // A named sum is often a product with its bias: the product is what is too large.
  const inner = unnamedBefore(graph, snapshot, node);
  const at = inner ?? found;
  const name = quantityText(printing, node.id);
  const what = calculated(graph, snapshot, at);
  const parameter = parameterOf(graph, at.node) ?? parameterOf(graph, node);
  const smaller = parameter ? quantityText(printing, parameter.id) : 'its numbers';
  const place = { row, col };
  const args = at.node.op;
  const zeroAt = argsAt(graph, snapshot, at.node);
  const atZero =
    (args.kind === 'log' && zeroAt(0, at.row, at.col) === 0) ||
    (args.kind === 'divide' &&
      zeroAt(1, at.row, at.col) === 0 &&
      zeroAt(0, at.row, at.col) !== 0) ||
    (isLoss(args) && !Number.isNaN(value));
  if (atZero) {
    const why = isLoss(args)
      ? 'it takes the logarithm of a probability that is exactly 0'
      : `${what} has no finite value`;
    return {
      ...place,
      kind: 'pole',
      sentence: `${name} is infinite: ${why}. ${AFTER}`,
      wayOut: 'Undo, or move what goes into it away from 0.',
    };
  }
  if (Number.isNaN(value)) {
    const why = what === '' ? 'its numbers have no result' : `${what} has no value`;
    return {
      ...place,
      kind: 'undefined',
      sentence: `${name} is undefined: ${why}. ${AFTER}`,
      wayOut: `Undo, or change ${smaller}.`,
    };
  }
  const why = what === '' ? 'it is' : `${what} is`;
  return {
    ...place,
    kind: 'overflow',
    sentence: `${name} overflows: ${why} beyond ${LARGEST}. ${AFTER}`,
    wayOut: `Undo, or make ${smaller} smaller.`,
  };
}

/**
 * The first quantity of the pass, forward and then back and the update, that is not finite; undefined where all is
 * well.
 */
export function firstBroken(printing: Printing, snapshot: Snapshot): Broken | undefined {
  const { graph } = printing;
  for (const node of graph.nodes) {
    if (!node.named && node.index !== graph.root) continue;
    const found = firstIn(node, read(snapshot, 'value', node.id)?.data);
    if (found) return { id: node.id, ...explained(printing, snapshot, found) };
  }
  const gradients = graph.nodes.toReversed().filter((n) => n.differentiable && n.named);
  // What is not sent on comes last: the rest of the pass does not depend on it.
  for (const node of [
    ...gradients.filter((n) => !n.bypassed),
    ...gradients.filter((n) => n.bypassed),
  ]) {
    const found = firstIn(node, read(snapshot, 'gradient', node.id)?.data);
    if (found) return brokenLater(printing, node.gradientId, found);
  }
  for (const index of graph.parameters) {
    const node = graph.nodes[index];
    const found = node && firstIn(node, read(snapshot, 'updated', node.id)?.data);
    if (found) return brokenLater(printing, updatedId(found.node.id), found);
  }
  return undefined;
}

/** In the backward pass or the update, where every value of the forward pass is finite. */
function brokenLater(printing: Printing, id: string, { node, row, col, value }: Found): Broken {
  const name = quantityText(printing, id);
  const kind = Number.isNaN(value) ? 'undefined' : 'overflow';
  const place = { id, row, col };
  if (id !== node.gradientId)
    return {
      ...place,
      kind,
      sentence: `${name} overflows: the step is beyond ${LARGEST}. Its gradient is finite.`,
      wayOut: 'Undo, or take a smaller learning rate.',
    };
  if (node.bypassed) {
    const z = printing.graph.nodes[node.args[0] ?? -1];
    const error = z ? quantityText(printing, z.gradientId) : 'the error';
    return {
      ...place,
      kind: 'pole',
      sentence: `${name} is infinite: it divides by an output that is exactly 0 or 1. No other gradient is: ${error} is computed from ${z ? quantityText(printing, z.id) : 'the logits'}, where nothing is lost.`,
      wayOut: `To see it finite, undo, or move the output away from 0 and 1.`,
    };
  }
  const why =
    kind === 'undefined'
      ? `${name} is undefined: it takes 0 · ∞, 0 / 0 or ∞ − ∞`
      : `${name} is infinite: a slope is infinite there, as 1 / 0 is, or a product is beyond ${LARGEST}`;
  return {
    ...place,
    kind,
    sentence: `${why}. Every value of the forward pass is finite, but the gradients after it are not meaningful.`,
    wayOut: 'Undo, or make the weights smaller.',
  };
}

const WHICH: Readonly<Record<Broken['kind'], string>> = {
  overflow: 'overflows',
  pole: 'is infinite',
  undefined: 'is undefined',
};

/** Whether a value is computed from another one. */
function comesFrom({ nodes }: Graph, node: GraphNode, of: GraphNode): boolean {
  const reached = new Set([of.index]);
  // Nodes stand after all that they are computed from.
  for (const { index, args } of nodes) if (args.some((a) => reached.has(a))) reached.add(index);
  return reached.has(node.index);
}

/** Why numbers of a quantity are none, in few words; undefined where that is not what broke. */
export function whyBroken(
  printing: Printing,
  broken: Broken | undefined,
  id: string,
): string | undefined {
  if (!broken) return undefined;
  const { graph, quantities } = printing;
  if (broken.id === id) return broken.sentence.split('. ')[0];
  const [own, first] = [quantities.get(id), quantities.get(broken.id)];
  if (!own || !first) return undefined;
  // Gradients and updates come after all values.
  const follows = own.aspect !== 'value' || comesFrom(graph, own.node, first.node);
  if (!follows || (own.aspect === 'value' && first.aspect !== 'value')) return undefined;
  const name = quantityText(printing, broken.id);
  return `it follows from ${name}, which ${WHICH[broken.kind]}`;
}
