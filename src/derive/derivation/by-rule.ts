import { type GraphNode, isScalar } from '../../engine';
import { add, number } from '../build';
import type { Formula } from '../formula';
import { contribution } from '../vjp';
import { expressionOf, node, valueFormula, type Walk } from '../walk';
import { type Line, type LineTerm, type Passed, PLAIN } from './line';
import { sizeOfFormula } from './local';

/** Lines of more parts together are no longer read one by one. */
const MOST_IN_ALL = 960;

/** A term of the gradient: that of the node `to`, times what is left between it and the target. */
interface Part {
  readonly to: number;
  readonly head: Formula;
}

/** The nodes on some way from the loss down to the target. */
function between(walk: Walk, target: GraphNode): ReadonlySet<number> {
  const found = new Map<number, boolean>();
  const leads = (index: number): boolean => {
    const known = found.get(index);
    if (known !== undefined) return known;
    const any = index === target.index || node(walk, index).args.map(leads).some(Boolean);
    found.set(index, any);
    return any;
  };
  leads(walk.graph.root);
  return new Set([...found].flatMap(([index, does]) => (does ? [index] : [])));
}

interface Passage {
  readonly sent: readonly Part[];
  readonly ops: readonly Passed[];
}

/** One operation passed: what each of its arguments on the way receives. */
function passed(walk: Walk, n: GraphNode, gradient: Formula, way: ReadonlySet<number>): Passage {
  const args = n.args.map((a) => valueFormula(walk, node(walk, a)));
  const { targetsSumToOne } = walk;
  const use = { op: n.op, args, out: valueFormula(walk, n), gradient, targetsSumToOne };
  const entered = n.args.flatMap((to, argument) => (way.has(to) ? [{ to, argument }] : []));
  const scalar = n.args.every((a) => isScalar(node(walk, a).shape));
  return {
    sent: entered.map(({ to, argument }) => ({ to, head: contribution(use, argument) })),
    ops: entered.map(({ argument }) => ({ kind: n.op.kind, argument, scalar })),
  };
}

/** What several send to the same operation adds up, before it is passed. */
function met(parts: readonly Part[], target: number): readonly Part[] {
  const all: Part[] = [];
  for (const { to, head } of parts) {
    const at = to === target ? -1 : all.findIndex((part) => part.to === to);
    if (at < 0) all.push({ to, head });
    else all[at] = { to, head: add((all[at] as Part).head, head) };
  }
  return all;
}

const partsOf = ({ terms }: Line) =>
  terms
    .flatMap(({ head, of }) => [head, of])
    .reduce((sum, part) => sum + (part ? sizeOfFormula(part) : 0), 0);

/** A loss in which an operation leads past the activation before it has no rule for each by itself. */
const isApart = (n: GraphNode) => !n.bypassed && !('from' in n.op && n.op.from === 'fused');

/**
 * The lines of a target that the loss is a direct function of, one rule after another from the outside in; what is
 * not differentiated yet stands written out. Undefined where a single rule is all there is, or they are too long.
 */
export function linesByRule(walk: Walk, target: GraphNode): readonly Line[] | undefined {
  const way = between(walk, target);
  if (![...way].every((index) => isApart(node(walk, index)))) return undefined;
  let parts: readonly Part[] = [{ to: walk.graph.root, head: number(1) }];
  const left = () => parts.flatMap(({ to }) => (to === target.index ? [] : [to]));
  const outermost = () => node(walk, Math.max(...left()));

  const pass = (): readonly Passed[] => {
    const n = outermost();
    const from = parts.find(({ to }) => to === n.index) as Part;
    const { sent, ops } = passed(walk, n, from.head, way);
    parts = met(
      parts.flatMap((part) => (part === from ? sent : [part])),
      target.index,
    );
    return ops;
  };

  const lines: Line[] = [];
  let known: ReadonlySet<Formula> = new Set();
  while (left().length > 0) {
    const at = outermost().id;
    const ops = [...pass()];
    while (left().length > 0 && PLAIN.has(outermost().op.kind)) ops.push(...pass());
    const terms = parts.map(({ to, head }): LineTerm => {
      const isDone = to === target.index;
      return { head, rest: [], ...(!isDone && { of: expressionOf(walk, node(walk, to)) }) };
    });
    lines.push({ terms, why: { kind: 'rule', at, ops }, known });
    known = new Set(parts.map(({ head }) => head));
  }
  const size = lines.reduce((sum, line) => sum + partsOf(line), 0);
  return lines.length > 1 && size <= MOST_IN_ALL ? lines : undefined;
}
