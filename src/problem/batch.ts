import { checkSize, fromCanonical, toCanonical } from './canonical';
import { newData } from './initialise';
import type { NetworkProblem, Problem } from './problem';
import { fail, ok, type Result } from './result';
import { columnOf, fromColumns, type Rows } from './rows';
import { newTarget } from './targets';

/** One change to the batch; examples count from 0. */
export type BatchEdit =
  | { readonly kind: 'add' }
  | { readonly kind: 'remove'; readonly example: number }
  | { readonly kind: 'duplicate'; readonly example: number };

type Columns = readonly (readonly number[])[];
interface Batch {
  readonly X: Columns;
  readonly Y: Columns;
}
type Handler<K> = (
  batch: Batch,
  edit: Extract<BatchEdit, { readonly kind: K }>,
  problem: NetworkProblem,
  seed: number,
) => Result<Batch>;

const NO_EXAMPLE = 'There is no such example';

const HANDLERS: { readonly [K in BatchEdit['kind']]: Handler<K> } = {
  add: ({ X, Y }, _, { network }, seed) => {
    const k = X.length;
    const units = network.layers.at(-1)?.units ?? 1;
    const x = columnOf(newData(seed, `X:${k}`, network.inputs, 1), 0);
    return ok({ X: [...X, x], Y: [...Y, newTarget(network.loss, units, k, seed)] });
  },
  remove: ({ X, Y }, { example }) => {
    if (!X[example]) return fail(NO_EXAMPLE, 'data.X');
    if (X.length === 1) return fail('A batch has at least one example; change this one', 'data.X');
    return ok({ X: X.toSpliced(example, 1), Y: Y.toSpliced(example, 1) });
  },
  duplicate: ({ X, Y }, { example }) => {
    const [x, y] = [X[example], Y[example]];
    if (!x || !y) return fail(NO_EXAMPLE, 'data.X');
    return ok({ X: X.toSpliced(example + 1, 0, x), Y: Y.toSpliced(example + 1, 0, y) });
  },
};

const columns = (rows: Rows): Columns => (rows[0] ?? []).map((_, k) => columnOf(rows, k));

/** An example more or less, the layout as it was. */
export function changeBatch(problem: Problem, edit: BatchEdit, seed: number): Result<Problem> {
  if (problem.kind !== 'network') {
    return fail('This problem is a program; its data are changed number by number', 'program');
  }
  const canonical = toCanonical(problem);
  const before = { X: columns(canonical.X), Y: columns(canonical.Y) };
  const handler = HANDLERS[edit.kind] as Handler<BatchEdit['kind']>;
  const after = handler(before, edit as never, problem, seed);
  if (!after.ok) return after;
  const size = checkSize(problem, after.value.X.length);
  if (!size.ok) return size;
  const [X, Y] = [fromColumns(after.value.X), fromColumns(after.value.Y)];
  return ok(fromCanonical({ ...canonical, X, Y }, problem));
}
