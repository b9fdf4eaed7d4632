import { beforeEach, expect, test } from 'vitest';
import { fromRows, layoutOf, rootOf, toRows, view } from '../engine';
import { LIBRARY, loadLibraryProblem, type Problem } from '../problem';
import type { Calculation, EngineEvent } from './protocol';
import { createSession } from './session';
import { calculationOf } from './testing/calculation';

const problemOf = async (id: string): Promise<Problem> => {
  const read = await loadLibraryProblem(id);
  if (!read.ok) throw new Error(read.fault.error);
  return read.value;
};

function open(yieldToHost: () => Promise<void> = async () => {}) {
  const events: EngineEvent[] = [];
  const transfers: Transferable[][] = [];
  const session = createSession((event, transfer) => {
    events.push(event);
    transfers.push(transfer);
  }, yieldToHost);
  const take = () => events.splice(0);
  return { session, take, transfers };
}

const partsOf = (events: readonly EngineEvent[]) => events.filter((e) => e.kind === 'part');
const bufferOf = (event: EngineEvent | undefined) => {
  if (event?.kind !== 'snapshot') throw new Error(`no snapshot: ${JSON.stringify(event)}`);
  return event.buffer;
};
const numbersOf = (event: EngineEvent | undefined) => [...new Float64Array(bufferOf(event))];

let problem: Problem;
let calculation: Calculation;
beforeEach(async () => {
  problem = await problemOf('s1-relu2-softmax-cce');
  calculation = calculationOf(problem);
});

test('a streamed pass comes layer by layer, forward and then back, and makes up the snapshot', async () => {
  const { session, take, transfers } = open();
  await session.handle({ kind: 'load', revision: 1, calculation, stream: true });
  const events = take();
  const parts = partsOf(events);
  expect(parts).toHaveLength(events.length);
  expect(transfers.map(([buffer]) => buffer)).toEqual(parts.map(({ buffer }) => buffer));

  const layers = problem.kind === 'network' ? problem.network.layers.length : 0;
  expect(parts.map(({ phase }) => phase)).toEqual([
    ...Array(layers).fill('forward'),
    'loss',
    ...Array(layers + 1).fill('backward'),
    'update',
  ]);
  expect(parts.map(({ start }) => start)).toEqual([0, ...parts.slice(0, -1).map((p) => p.end)]);
  expect(parts.map(({ last }) => last)).toEqual(parts.map((_, i) => i === parts.length - 1));

  await session.handle({ kind: 'load', revision: 2, calculation, stream: false });
  const assembled = parts.flatMap(({ buffer }) => [...new Float64Array(buffer)]);
  expect(assembled).toEqual(numbersOf(take()[0]));
});

test('the last number is the loss that the updated parameters give', async () => {
  const { session, take } = open();
  let revision = 0;
  const compute = async (each: Problem) => {
    revision += 1;
    const calculation = calculationOf(each);
    await session.handle({ kind: 'load', revision, calculation, stream: false });
    return new Float64Array(bufferOf(take()[0]));
  };
  // The log of a dead ReLU is infinite.
  const finite = LIBRARY.filter(({ id }) => id !== 's0-p3-3-relu-log-dead');
  for (const { id } of finite) {
    const each = await problemOf(id);
    const memory = await compute(each);
    expect(memory.every(Number.isFinite), id).toBe(true);

    const { graph } = calculationOf(each);
    const layout = layoutOf(graph);
    const parameters = Object.fromEntries(
      [...layout.updated].map(([name, slot]) => [name, toRows(view(memory, slot))]),
    );
    const after = await compute({ ...each, parameters });
    expect(memory.at(-1), id).toBeCloseTo(
      after[layout.value.get(rootOf(graph).id)?.offset ?? -1] ?? NaN,
      12,
    );
  }
});

test('the parts of every library problem make up its snapshot, phase after phase', async () => {
  const { session, take } = open();
  const order = ['forward', 'loss', 'backward', 'update'];
  let revision = 0;
  for (const { id } of LIBRARY) {
    const calculation = calculationOf(await problemOf(id));
    await session.handle({ kind: 'load', revision: ++revision, calculation, stream: true });
    const parts = partsOf(take());
    const phases = parts.map(({ phase }) => order.indexOf(phase));
    expect(phases, id).toEqual(phases.toSorted());
    await session.handle({ kind: 'edit', revision: ++revision, changes: [] });
    const assembled = parts.flatMap(({ buffer }) => [...new Float64Array(buffer)]);
    expect(assembled, id).toEqual(numbersOf(take()[0]));
  }
});

test('a newer request ends a stream, and none of its parts follows', async () => {
  let resume = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      resume = resolve;
    });
  const { session, take } = open(pause);
  const streaming = session.handle({ kind: 'load', revision: 1, calculation, stream: true });
  resume();
  await Promise.resolve();
  expect(partsOf(take()).length).toBeGreaterThan(0);

  await session.handle({ kind: 'edit', revision: 2, changes: [] });
  resume();
  await streaming;
  expect(take().map((event) => event.kind)).toEqual(['snapshot']);

  // What comes late in spite of its older revision is not answered.
  await session.handle({ kind: 'edit', revision: 1, changes: [] });
  expect(take()).toEqual([]);
});

test('an edit computes the same as loading the edited problem', async () => {
  const { session, take } = open();
  await session.handle({ kind: 'load', revision: 1, calculation, stream: false });
  const before = numbersOf(take()[0]);

  const rows = (problem.parameters.W1 as readonly (readonly number[])[]).map((row) =>
    row.map((w) => w + 0.25),
  );
  const changes = [{ id: 'W1', matrix: fromRows(rows) }];
  await session.handle({ kind: 'edit', revision: 2, changes });
  const edited = numbersOf(take()[0]);
  expect(edited).not.toEqual(before);

  const whole = { ...problem, parameters: { ...problem.parameters, W1: rows } };
  const again = calculationOf(whole);
  await session.handle({ kind: 'load', revision: 3, calculation: again, stream: false });
  expect(numbersOf(take()[0])).toEqual(edited);
});

test('whatever cannot be computed is answered with a sentence, and the next request as ever', async () => {
  const { session, take } = open();
  const kinds = () =>
    take().map((e) => ('revision' in e ? [e.kind, e.revision] : [e.kind, undefined]));

  await session.handle({ kind: 'edit', revision: 1, changes: [] });
  expect(kinds()).toEqual([['failed', 1]]);

  const nonsense = JSON.parse('{"graph":{}}') as Calculation;
  await session.handle({ kind: 'load', revision: 2, calculation: nonsense, stream: true });
  const [event] = take();
  expect(event).toMatchObject({ kind: 'failed', revision: 2, fault: { where: 'engine' } });

  await session.handle({ kind: 'load', revision: 3, calculation, stream: false });
  expect(kinds()).toEqual([['snapshot', 3]]);

  const changes = [{ id: 'W1', matrix: fromRows([[1]]) }];
  await session.handle({ kind: 'edit', revision: 4, changes });
  expect(kinds()).toEqual([['failed', 4]]);
});

test('a buffer that was given back carries the next snapshot', async () => {
  const { session, take } = open();
  await session.handle({ kind: 'load', revision: 1, calculation, stream: false });
  const buffer = bufferOf(take()[0]);
  await session.handle({ kind: 'edit', revision: 2, changes: [] });
  expect(bufferOf(take()[0])).not.toBe(buffer);
  await session.handle({ kind: 'recycle', buffer });
  await session.handle({ kind: 'edit', revision: 3, changes: [] });
  expect(bufferOf(take()[0])).toBe(buffer);

  // One of another problem's size is of no use.
  await session.handle({ kind: 'recycle', buffer: new ArrayBuffer(8) });
  await session.handle({ kind: 'edit', revision: 4, changes: [] });
  expect(bufferOf(take()[0]).byteLength).toBe(buffer.byteLength);
});
