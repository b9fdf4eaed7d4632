import { type GraphNode, nodeOf, read, rootOf, type Snapshot } from '../../engine';
import type { Derivation, Line } from '../derivation/line';
import { evaluate } from '../evaluate';
import { type Formula, quantitiesIn } from '../formula';
import { symbolOf } from '../notation';
import { firstBroken } from '../overflow';
import { symbolText } from '../symbol';
import { type Printing, quantityText } from './context';

const allFinite = (data: ArrayLike<number> | undefined) =>
  data === undefined || Array.prototype.every.call(data, Number.isFinite);

/** A probability of exactly 0 or 1, at which a cross-entropy that is written with it takes log 0. */
function isSaturated(node: GraphNode, snapshot: Snapshot): boolean {
  const value = read(snapshot, 'value', node.id);
  return node.bypassed && (value?.data.some((v) => v === 0 || v === 1) ?? false);
}

/** The quantities by which the loss has no finite derivative. */
function polesOf({ graph }: Printing, snapshot: Snapshot): readonly GraphNode[] {
  return graph.nodes.filter(
    (node) =>
      node.differentiable &&
      node.named &&
      node.index !== graph.root &&
      (isSaturated(node, snapshot) || !allFinite(read(snapshot, 'gradient', node.id)?.data)),
  );
}

/** Whether a formula, or any part of it, has no finite value; a slope of 0 that stops an infinite factor hides it. */
function isInfinite(f: Formula, snapshot: Snapshot): boolean {
  if (!allFinite(evaluate(f, snapshot).data)) return true;
  return f.kind === 'apply' && f.args.some((arg) => isInfinite(arg, snapshot));
}

function hasNoValue(
  line: Line,
  poles: readonly GraphNode[],
  { graph }: Printing,
  snapshot: Snapshot,
): boolean {
  const root = rootOf(graph);
  if (line.direct) return poles.length > 0 || !allFinite(read(snapshot, 'value', root.id)?.data);
  const isPole = (of: Formula) =>
    quantitiesIn(of).some((q) => poles.some(({ id }) => id === q.of)) || isInfinite(of, snapshot);
  return line.terms.some(
    ({ head, of, rest }) =>
      (head && isInfinite(head, snapshot)) ||
      (of && isPole(of)) ||
      rest.some(({ of, by }) => of === root.id && poles.some(({ id }) => id === by)),
  );
}

/** How the engine comes to a gradient all the same. */
function wayRound(pole: GraphNode | undefined, { graph, ...printing }: Printing): string {
  const logits = pole?.bypassed ? graph.nodes[pole.args[0] ?? -1] : undefined;
  if (!logits)
    return 'The engine stops at a slope that is 0, whatever it is multiplied by, and so has a gradient.';
  const text = (id: string) => quantityText({ ...printing, graph }, id);
  return `The engine does not divide: it takes the logits ${text(logits.id)}, of which ${text(logits.gradientId)} is prediction minus target, so the gradients below have values.`;
}

function symbolIn(printing: Printing, node: GraphNode): string {
  return symbolText(symbolOf(printing.notation, printing.graph, node));
}

function causeOf(pole: GraphNode | undefined, printing: Printing, snapshot: Snapshot): string {
  const loss = symbolIn(printing, rootOf(printing.graph));
  const name = pole && symbolIn(printing, pole);
  const values = pole && read(snapshot, 'value', pole.id)?.data;
  const exact = [0, 1].find((v) => values?.some((x) => x === v));
  if (pole?.bypassed)
    return `${name} is exactly ${exact} somewhere, where ${loss} takes log 0, and ∂${loss}/∂${name} is 1/0 there: a finite value is lost in 0 · ∞ or 0/0`;
  if (exact === 0)
    return `${name} is exactly 0, so that ∂${loss}/∂${name} divides by 0, and ∞ times a slope of 0 has no value`;
  const broken = firstBroken(printing, snapshot);
  const why =
    broken && !broken.sentence.startsWith(`${loss} is infinite`)
      ? broken.sentence.split('. ')[0]
      : undefined;
  return why ?? `${loss} takes log 0 or divides by 0 here, and 0 · ∞ has no value`;
}

/**
 * Why a line has no finite value as it stands on paper, and how the engine comes to one; undefined where it has.
 */
export function noValueText(
  line: Line,
  { target }: Derivation,
  printing: Printing,
  snapshot: Snapshot,
): string | undefined {
  const poles = polesOf(printing, snapshot);
  // Where all numbers of the pass are finite and no probability is lost, the lines need not be calculated.
  if (poles.length === 0 && allFinite(snapshot.memory)) return undefined;
  if (!hasNoValue(line, poles, printing, snapshot)) return undefined;
  // Where several are, the one that the loss is written with.
  const isZero = ({ id }: GraphNode) => read(snapshot, 'value', id)?.data.includes(0) ?? false;
  const pole = poles.find(({ bypassed }) => bypassed) ?? poles.find(isZero) ?? poles.at(-1);
  const own = nodeOf(printing.graph, target);
  const cause = `On paper this line has no finite value: ${causeOf(pole, printing, snapshot)}.`;
  if (!allFinite(read(snapshot, 'gradient', own?.id ?? '')?.data)) return cause;
  return `${cause} ${wayRound(pole, printing)}`;
}
