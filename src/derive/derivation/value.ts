import { type Graph, nodeOf, read, type Snapshot, sizeOf } from '../../engine';
import { evaluate } from '../evaluate';
import type { Formula } from '../formula';
import { tangentRule } from '../modes/jvp';
import { expressionOf, gradientLeaf, type Walk } from '../walk';
import type { Line, LineTerm } from './line';

/** How a formula moves with a quantity in it, whose gradient's leaf stands for the quantity's own motion. */
function tangentOf(f: Formula, of: string, graph: Graph): Formula | undefined {
  if (f.kind === 'quantity') {
    const node = f.id === of ? nodeOf(graph, of) : undefined;
    return node && gradientLeaf(node);
  }
  if (f.kind !== 'apply') return undefined;
  const dots = f.args.map((a) => tangentOf(a, of, graph));
  return tangentRule({ op: f.op, args: f.args, out: f, dots });
}

/** v ∂f/∂by, each column of the Jacobian by forward mode. */
function through(v: readonly number[], f: Formula, by: string, walk: Walk, snapshot: Snapshot) {
  const tangents = { ...snapshot, memory: snapshot.memory.slice() };
  const start = read(tangents, 'gradient', by);
  const rule = tangentOf(f, by, walk.graph);
  if (!start || !rule) throw new Error(`Nothing moves with ${by}.`);
  return Array.from(start.data, (_, i) => {
    start.data.fill(0);
    start.data[i] = 1;
    const column = evaluate(rule, tangents).data;
    return v.reduce((sum, x, k) => sum + x * (column[k] as number), 0);
  });
}

function termValue(
  { head, of: left, rest }: LineTerm,
  target: string,
  walk: Walk,
  snapshot: Snapshot,
): readonly number[] {
  const start = head ? [...evaluate(head, snapshot).data] : [1];
  if (left) return through(start, left, target, walk, snapshot);
  return rest.reduce<readonly number[]>((v, { of, by }) => {
    const node = nodeOf(walk.graph, of);
    if (!node) throw new Error(`No quantity is called ${of}.`);
    return through(v, expressionOf(walk, node), by, walk, snapshot);
  }, start);
}

/** What a line of a derivation comes to, entry by entry: the same gradient for each. */
export function lineValue(
  line: Line,
  target: string,
  walk: Walk,
  snapshot: Snapshot,
): readonly number[] {
  const parts = line.direct
    ? line.direct
        .filter(({ of }) => tangentOf(of, target, walk.graph))
        .map(({ negative, of }) => through([negative ? -1 : 1], of, target, walk, snapshot))
    : line.terms.map((term) => termValue(term, target, walk, snapshot));
  const size = sizeOf(nodeOf(walk.graph, target)?.shape ?? [1, 1]);
  return parts.reduce<readonly number[]>(
    (sum, part) => sum.map((x, i) => x + (part[i] ?? Number.NaN)),
    Array.from({ length: size }, () => 0),
  );
}
