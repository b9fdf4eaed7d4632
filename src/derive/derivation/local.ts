import { type GraphNode, isScalar } from '../../engine';
import { number } from '../build';
import type { Formula } from '../formula';
import { contribution, total } from '../vjp';
import { gradientLeaf, node, usesOf, valueFormula, type Walk } from '../walk';
import type { Passed } from './line';

/** The operations that a quantity's formula is made of and that have no name of their own, and its own. */
function inside(walk: Walk, of: GraphNode): ReadonlySet<number> {
  const found = new Set([of.index]);
  const visit = (n: GraphNode): void => {
    for (const a of n.args) {
      const arg = node(walk, a);
      if (walk.showsValue(arg) || found.has(a)) continue;
      found.add(a);
      visit(arg);
    }
  };
  visit(of);
  return found;
}

/**
 * The gradient that `of` sends to `by` through its own formula, written with that of `of`: `Wᵀδ`. One factor of a
 * chain, applied.
 */
export function sentThrough(walk: Walk, of: GraphNode, by: GraphNode): Formula {
  const within = inside(walk, of);
  const known = new Map([[of.index, of.index === walk.graph.root ? number(1) : gradientLeaf(of)]]);
  const arriving = (n: GraphNode): Formula => {
    const found = known.get(n.index) ?? arrivingAnew(n);
    known.set(n.index, found);
    return found;
  };
  const arrivingAnew = (n: GraphNode): Formula =>
    total(
      usesOf(walk, n)
        .filter(({ consumer }) => within.has(consumer.index))
        .map(({ consumer, index }) =>
          contribution(
            {
              op: consumer.op,
              args: consumer.args.map((a) => valueFormula(walk, node(walk, a))),
              out: valueFormula(walk, consumer),
              gradient: arriving(consumer),
              targetsSumToOne: walk.targetsSumToOne,
            },
            index,
          ),
        ),
    );
  return arriving(by);
}

/** The operations between the two, from `of` down, each once. */
export function opsBetween(walk: Walk, of: GraphNode, by: GraphNode): readonly Passed[] {
  const within = inside(walk, of);
  const found = new Map<string, Passed>();
  const known = new Map([[by.index, true]]);
  const leads = (index: number): boolean => {
    const answer = known.get(index) ?? (within.has(index) && node(walk, index).args.some(leads));
    known.set(index, answer);
    return answer;
  };
  const visited = new Set([by.index]);
  const visit = (n: GraphNode): void => {
    if (visited.has(n.index)) return;
    visited.add(n.index);
    n.args.forEach((a, argument) => {
      if (!leads(a)) return;
      const { kind } = n.op;
      const scalar = n.args.every((x) => isScalar(node(walk, x).shape));
      found.set(`${kind} ${argument}`, { kind, argument, scalar });
      visit(node(walk, a));
    });
  };
  visit(of);
  return [...found.values()];
}

/** The formula with `part` in place of the quantity `id`; the rest of the tree is kept as it is. */
export function substitute(formula: Formula, id: string, part: Formula): Formula {
  if (formula.kind === 'quantity') return formula.id === id ? part : formula;
  if (formula.kind !== 'apply') return formula;
  const args = formula.args.map((a) => substitute(a, id, part));
  return args.every((a, i) => a === formula.args[i]) ? formula : { ...formula, args };
}

export function sizeOfFormula(formula: Formula): number {
  if (formula.kind === 'derivative') return 1 + sizeOfFormula(formula.at);
  if (formula.kind !== 'apply') return 1;
  return formula.args.reduce((sum, a) => sum + sizeOfFormula(a), 1);
}
