import type { GraphNode } from '../../engine';
import { apply } from '../build';
import { chainOf, pathsTo } from '../chain';
import type { Formula } from '../formula';
import type { ChainTerm, Factor } from '../step';
import { gradientLeaf, node, type Walk } from '../walk';
import { linesByRule } from './by-rule';
import type { Derivation, DirectTerm, Line, LineTerm, Why } from './line';
import { opsBetween, sentThrough, sizeOfFormula, substitute } from './local';
import { readsAlike, simplify } from './simplify';

/** Longer chains, and formulas of more parts, begin where a gradient has a name already. */
const MOST_FACTORS = 12;
const MOST_PARTS = 240;

/** Where a derivation begins: at the loss, or at the gradients that the pass has named before. */
export type Beginning = 'loss' | 'known';

const nodeNamed = (walk: Walk, id: string): GraphNode =>
  node(walk, walk.graph.byId.get(id) as number);
const NOTHING: ReadonlySet<Formula> = new Set();
const gradientOf = (walk: Walk, id: string) => gradientLeaf(nodeNamed(walk, id));

/** Each way down as factors, or by its last gradient that is known and what is left. */
function startOf(walk: Walk, target: GraphNode, beginning: Beginning): readonly Line[] {
  const chain = chainOf(walk, target);
  const known = chain.kind === 'paths' ? chain.terms : [];
  // The gradient of an activation that a cross-entropy has taken over leads nowhere.
  const isUseful = ({ factors, known: count, knownAs }: ChainTerm) =>
    knownAs !== undefined && !nodeNamed(walk, (factors[count - 1] as Factor).by).bypassed;
  const fromKnown = known.map((term): LineTerm => {
    const { factors, known: count } = term;
    if (!isUseful(term)) return { rest: factors };
    const head = gradientOf(walk, (factors[count - 1] as Factor).by);
    return { head, rest: factors.slice(count) };
  });
  const gradients = [...new Set(known.filter(isUseful).flatMap(({ knownAs }) => knownAs ?? []))];
  const named: Line = {
    terms: fromKnown,
    why: { kind: 'known', gradients },
    known: new Set(fromKnown.flatMap(({ head }) => head ?? [])),
  };
  const ways = pathsTo(walk, target)?.map((path) =>
    path.slice(1).map((n, i): Factor => ({ of: (path[i] as GraphNode).id, by: n.id })),
  );
  const isShort = ways?.every((way) => way.length <= MOST_FACTORS);
  if (!ways || (!isShort && beginning === 'loss')) return [named];
  const whole: Line = {
    terms: ways.map((rest) => ({ rest })),
    why: { kind: 'chain', ways: ways.length },
    known: NOTHING,
  };
  return beginning === 'known' && gradients.length > 0 ? [whole, named] : [whole];
}

/** The terms of a sum, with their signs. */
function addends(f: Formula, negative = false): readonly DirectTerm[] {
  if (f.kind !== 'apply' || (f.op.kind !== 'add' && f.op.kind !== 'subtract'))
    return [{ negative, of: f }];
  const [a, b] = f.args as [Formula, Formula];
  const turned = f.op.kind === 'subtract' ? !negative : negative;
  return [...addends(a, negative), ...addends(b, turned)];
}

function directLines(loss: Formula, of: string): readonly Line[] {
  const terms = addends(loss);
  const whole = [{ negative: false, of: loss }];
  const line = (direct: readonly DirectTerm[], why: Why): Line => ({
    terms: [],
    direct,
    why,
    known: NOTHING,
  });
  const one = line(whole, { kind: 'definition', of });
  return terms.length > 1 ? [one, line(terms, { kind: 'terms' })] : [one];
}

/** The next factor of all ways that have come to the same quantity, replaced. */
function replaced(walk: Walk, terms: readonly LineTerm[]): { terms: LineTerm[]; why: Why } {
  const nexts = terms.flatMap(({ rest }) => rest[0] ?? []);
  const last = Math.max(...nexts.map(({ of }) => walk.graph.byId.get(of) ?? 0));
  const { of, by } = nexts.find((f) => walk.graph.byId.get(f.of) === last) as Factor;
  const [from, to] = [nodeNamed(walk, of), nodeNamed(walk, by)];
  const after = terms.find(({ rest: [a] }) => a?.of === of && a.by === by)?.rest[1];
  const isFused = to.bypassed && after !== undefined;
  const end = isFused ? nodeNamed(walk, after.by) : to;
  const local = sentThrough(walk, from, end);
  const made = new Map<Formula | undefined, Formula>();
  const headOf = (head: Formula | undefined): Formula => {
    const known = made.get(head);
    if (known) return known;
    const next = head ? substitute(local, from.gradientId, head) : local;
    made.set(head, next);
    return next;
  };
  const why: Why = isFused
    ? { kind: 'fused', of, over: by, by: end.id }
    : { kind: 'factor', of, by, ops: opsBetween(walk, from, to) };
  const next = terms.map(({ head, rest }): LineTerm => {
    const own = rest[0];
    if (own?.of !== of || own.by !== by) return head ? { head, rest } : { rest };
    return { head: headOf(head), rest: rest.slice(isFused ? 2 : 1) };
  });
  return { terms: next, why };
}

const wayOf = ({ rest }: LineTerm) => rest.map(({ of, by }) => `${of} ${by}`).join('/');

/** Ways that have come to the same quantity and go on together are one: their gradients add up. */
function met(terms: readonly LineTerm[]): { terms: LineTerm[]; at: string; ways: number } | null {
  const groups = [...grouped(terms).values()];
  // All that come to the quantity wait for one another.
  const isAwaited = (at: string) =>
    terms.some(({ rest }) => rest.slice(1).some((f) => f.of === at));
  const together = groups.find((group) => {
    const next = group[0]?.rest[0];
    return next && group.length > 1 && group.every((t) => t.head) && !isAwaited(next.of);
  });
  const at = together?.[0]?.rest[0]?.of;
  if (!together || at === undefined) return null;
  const head = together
    .map((t) => t.head as Formula)
    .reduce((a, b) => apply({ kind: 'add' }, a, b));
  const [first] = together as [LineTerm];
  const rest = terms.filter((t) => !together.includes(t) || t === first);
  return {
    terms: rest.map((t) => (t === first ? { head, rest: t.rest } : t)),
    at,
    ways: together.length,
  };
}

function grouped(terms: readonly LineTerm[]): ReadonlyMap<string, LineTerm[]> {
  const groups = new Map<string, LineTerm[]>();
  for (const term of terms) groups.set(wayOf(term), [...(groups.get(wayOf(term)) ?? []), term]);
  return groups;
}

const headsOf = (terms: readonly LineTerm[]) => new Set(terms.flatMap(({ head }) => head ?? []));

function workedOut(walk: Walk, start: readonly Line[]): readonly Line[] {
  const lines = [...start];
  let { terms } = start.at(-1) as Line;
  for (;;) {
    const meeting = met(terms);
    if (meeting) {
      const known = headsOf(terms);
      terms = meeting.terms;
      lines.push({ terms, why: { kind: 'meet', at: meeting.at, ways: meeting.ways }, known });
    }
    if (terms.every(({ rest }) => rest.length === 0)) return lines;
    const next = replaced(walk, terms);
    lines.push({ terms: next.terms, why: next.why, known: headsOf(terms) });
    terms = next.terms;
  }
}

const lossOf = (walk: Walk) => node(walk, walk.graph.root).id;

/** ∂loss/∂target line by line: the chain rule, each factor replaced, simplified, with its numbers. */
export function derivationOf(walk: Walk, id: string, beginning: Beginning = 'loss'): Derivation {
  const target = nodeNamed(walk, id);
  const chain = chainOf(walk, target);
  const start = startOf(walk, target, beginning);
  const byRule = chain.kind === 'direct' ? linesByRule(walk, target) : undefined;
  const direct = chain.kind === 'direct' ? directLines(chain.loss, lossOf(walk)) : [];
  const worked = byRule ?? workedOut(walk, start).slice(chain.kind === 'direct' ? 1 : 0);
  const { terms } = worked.at(-1) as Line;
  const whole = terms
    .map(({ head }) => head as Formula)
    .reduce((a, b) => apply({ kind: 'add' }, a, b));
  if (beginning === 'loss' && sizeOfFormula(whole) > MOST_PARTS)
    return derivationOf(walk, id, 'known');
  const result = simplify(whole);
  const last = (why: Why): Line => ({ terms: [{ head: result, rest: [] }], why, known: NOTHING });
  const isSimpler = !readsAlike(result, whole);
  const lines = [
    ...(byRule ? direct.slice(0, 1) : direct),
    ...worked,
    ...(isSimpler ? [last({ kind: 'simplified' })] : []),
    last({ kind: 'numbers' }),
  ];
  return { target: id, lines, result };
}

/** Whether anything is added by beginning at what is known. */
export function hasKnown(walk: Walk, id: string): boolean {
  const chain = chainOf(walk, nodeNamed(walk, id));
  return chain.kind === 'paths' && chain.terms.some(({ knownAs }) => knownAs !== undefined);
}
