import { entryName, type Graph, type GraphNode, rootOf, type Snapshot } from '../engine';
import { axesOf } from './axes';
import { dependsOn } from './chain';
import { differentiate } from './differentiate';
import { type Cell, entryOf } from './entry';
import { entriesIn } from './reads';
import { type EntryLeaf, evaluateScalar, type Scalar } from './scalar';
import { expressionOf, type Source, walkOf } from './walk';

/** One entry of a named value: one unit of one example, one weight. */
export interface Stop extends Cell {
  readonly of: string;
}

/** ∂of/∂by between two neighbours on a path. */
export interface LocalDerivative {
  readonly of: Stop;
  readonly by: Stop;
  readonly formula: Scalar;
}

/** Every entry of a graph with those that are computed from it directly. */
export interface LocalGraph {
  readonly graph: Graph;
  readonly loss: Stop;
  readonly next: (stop: Stop) => readonly LocalDerivative[];
  /** Works out, in turns, what `next` answers for the entries of a quantity. */
  readonly prepare: (id: string) => Turns<void>;
  /** The quantities that are computed from it directly. */
  readonly usersOf: (id: string) => readonly string[];
  /** Of which example an entry is; undefined where it serves all of them. */
  readonly exampleOf: (stop: Stop) => number | undefined;
}

export interface Path {
  /** From where it starts up to the loss. */
  readonly stops: readonly Stop[];
  /** From the loss down, as the chain rule is written. */
  readonly factors: readonly (LocalDerivative & { readonly value: number })[];
  readonly product: number;
}

export interface Paths {
  /** How many there are; only the first of them may be listed. */
  readonly count: number;
  readonly listed: readonly Path[];
  /** Of all of them, the ones that are not listed too. */
  readonly sum: number;
}

/** A calculation in short turns, so that a page can do other things between them. */
export type Turns<T> = Generator<void, T, void>;

function finish<T>(turns: Turns<T>): T {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

/** So many entries or paths are a turn: a few milliseconds. */
const TURN = 24;

export const MOST_PATHS = 2000;

export const stopName = ({ of, row, col }: Stop) => entryName(of, row, col);

const leafOf = ({ of, row, col }: Stop): EntryLeaf => ({
  kind: 'entry',
  id: of,
  of,
  aspect: 'value',
  row,
  col,
});

/** Named values as they are computed from each other, entry by entry. */
export function localGraph(source: Source): LocalGraph {
  const walk = walkOf(source, 'quantities');
  const { graph } = source;
  const axes = axesOf(graph);
  const shown = graph.nodes.filter((n) => n.args.length > 0 && walk.showsValue(n));
  const users = (id: string) => shown.filter((n) => dependsOn(walk, n).some((d) => d.id === id));
  /** By the name of an entry, for each quantity once. */
  const known = new Map<string, ReadonlyMap<string, readonly LocalDerivative[]>>();

  function* collect(id: string): Turns<void> {
    if (known.has(id)) return;
    const found = new Map<string, LocalDerivative[]>();
    let done = 0;
    for (const user of users(id)) {
      for (const { stop, formula } of entriesOf(user)) {
        done += 1;
        if (done % TURN === 0) yield;
        for (const leaf of entriesIn(formula)) {
          if (leaf.of !== id || leaf.aspect !== 'value') continue;
          const by = { of: id, row: leaf.row as number, col: leaf.col as number };
          const local = lazily(() => differentiate(formula, by, leafOf(stop)));
          const list = found.get(stopName(by)) ?? [];
          list.push({
            of: stop,
            by,
            get formula() {
              return local();
            },
          });
          found.set(stopName(by), list);
        }
      }
    }
    known.set(id, found);
  }

  function* entriesOf(node: GraphNode) {
    const [rows, cols] = node.shape;
    const rule = expressionOf(walk, node);
    for (let i = 0; i < rows * cols; i += 1) {
      const stop = { of: node.id, row: Math.floor(i / cols), col: i % cols };
      yield { stop, formula: entryOf(rule, stop, graph) };
    }
  }

  return {
    graph,
    loss: { of: rootOf(graph).id, row: 0, col: 0 },
    next(stop) {
      finish(collect(stop.of));
      return known.get(stop.of)?.get(stopName(stop)) ?? [];
    },
    prepare: collect,
    usersOf: (id) => users(id).map((user) => user.id),
    exampleOf(stop) {
      const [rows, cols] = axes.get(stop.of) ?? ['none', 'none'];
      if (rows === 'example') return stop.row;
      return cols === 'example' ? stop.col : undefined;
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface Rest {
  readonly count: number;
  readonly sum: number;
}

interface Asked {
  readonly example?: number | undefined;
  readonly most?: number;
}

/** All ways from an entry to the loss; of one example only, if asked to. */
export function pathsFrom(local: LocalGraph, snapshot: Snapshot, start: Stop, asked: Asked = {}) {
  return finish(pathsInTurns(local, snapshot, start, asked));
}

/** The same, in turns. */
export function* pathsInTurns(
  local: LocalGraph,
  snapshot: Snapshot,
  start: Stop,
  { example, most = MOST_PATHS }: Asked = {},
): Turns<Paths> {
  const rests = new Map<string, Rest>();
  const values = new Map<LocalDerivative, number>();
  const slopeOf = (d: LocalDerivative) => {
    const value = values.get(d) ?? evaluateScalar(d.formula, snapshot);
    values.set(d, value);
    return value;
  };
  const isLoss = (stop: Stop) => stop.of === local.loss.of;
  const next = (stop: Stop) =>
    local.next(stop).filter(({ of }) => {
      const own = local.exampleOf(of);
      return example === undefined || own === undefined || own === example;
    });

  /** From here to the loss, over all ways at once. */
  function restOf(stop: Stop): Rest {
    if (isLoss(stop)) return { count: 1, sum: 1 };
    const name = stopName(stop);
    const found = rests.get(name);
    if (found) return found;
    const rest = next(stop).reduce<Rest>(
      (all, d) => {
        const { count, sum } = restOf(d.of);
        const slope = slopeOf(d);
        // What is stopped stays stopped, even where the way beyond is infinite.
        return { count: all.count + count, sum: all.sum + (slope === 0 ? 0 : slope * sum) };
      },
      { count: 0, sum: 0 },
    );
    rests.set(name, rest);
    return rest;
  }

  /** What lies some stops further first, so that no turn counts much. */
  function* countTo(stop: Stop, depth: number): Turns<void> {
    for (const { of } of next(stop)) {
      if (depth > 0) yield* countTo(of, depth - 1);
      restOf(of);
      yield;
    }
  }

  const listed: Path[] = [];
  function* list(stop: Stop, stops: readonly Stop[], factors: Path['factors']): Turns<void> {
    if (listed.length >= most) return;
    if (isLoss(stop)) {
      const product = factors.reduce((p, { value }) => (value === 0 ? 0 : p * value), 1);
      listed.push({ stops, factors, product });
      if (listed.length % TURN === 0) yield;
      return;
    }
    for (const d of next(stop)) {
      const { of, by, formula } = d;
      if (restOf(of).count === 0) continue;
      yield* list(of, [...stops, of], [{ of, by, formula, value: slopeOf(d) }, ...factors]);
    }
  }

  // Values that are computed from the start, in the order of the graph.
  const reached = new Set([start.of]);
  for (const { id } of local.graph.nodes) {
    if (!reached.has(id)) continue;
    yield* local.prepare(id);
    for (const user of local.usersOf(id)) reached.add(user);
  }
  yield* countTo(start, 2);
  const { count, sum } = restOf(start);
  yield* list(start, [start], []);
  return { count, listed, sum };
}
