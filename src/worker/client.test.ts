import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Client, createClient, type EngineState } from './client';
import type { Calculation, EngineEvent, EngineRequest, WorkerLike } from './protocol';

class FakeWorker extends EventTarget implements WorkerLike {
  readonly asked: EngineRequest[] = [];
  alive = true;

  postMessage(message: EngineRequest) {
    if (this.alive) this.asked.push(message);
  }

  terminate() {
    this.alive = false;
  }

  say(data: EngineEvent) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const patience = { start: 10_000, answer: 2_000 };
const calculation = (learningRate: number): Calculation => ({
  graph: { nodes: [], root: 0, byId: new Map(), parameters: [], examples: 'columns' },
  values: new Map(),
  optimizer: { kind: 'sgd', learningRate },
});
const first = calculation(0.1);
const edited = calculation(0.2);
const buffer = () => new ArrayBuffer(8);
const snapshot = (revision: number): EngineEvent => ({
  kind: 'snapshot',
  revision,
  buffer: buffer(),
});
const part = (revision: number, last: boolean): EngineEvent => ({
  kind: 'part',
  revision,
  phase: 'forward',
  start: 0,
  end: 1,
  last,
  buffer: buffer(),
});

let workers: FakeWorker[];
let states: EngineState[];
let seen: (readonly [string, number])[];
let client: Client;

const worker = () => workers.at(-1) as FakeWorker;

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  states = [];
  seen = [];
  client = createClient({
    spawn: () => {
      const born = new FakeWorker();
      workers.push(born);
      return born;
    },
    onEvent: ({ kind, revision }) => seen.push([kind, revision]),
    onState: (state) => states.push(state),
    patience,
  });
});

afterEach(() => {
  client.dispose();
  vi.useRealTimers();
});

test('events of older revisions are dropped, and snapshots give their buffers back', () => {
  worker().say({ kind: 'ready' });
  client.load(1, first, true);
  worker().say(part(1, false));
  client.edit(2, edited, []);
  worker().say(part(1, false));
  worker().say(snapshot(1));
  worker().say(snapshot(2));
  expect(seen).toEqual([
    ['part', 1],
    ['snapshot', 2],
  ]);
  expect(worker().asked.map(({ kind }) => kind)).toEqual(['load', 'edit', 'recycle', 'recycle']);
  expect(states.at(-1)).toBe('ready');
});

test.each(['error', 'messageerror'])('after %s another worker computes the same', (type) => {
  worker().say({ kind: 'ready' });
  client.load(1, first, false);
  worker().say(snapshot(1));
  client.edit(2, edited, []);
  const [old] = workers;
  old?.dispatchEvent(new Event(type));
  expect(old?.alive).toBe(false);
  expect(states.at(-1)).toBe('restarting');
  expect(worker().asked).toEqual([
    { kind: 'load', revision: 2, calculation: edited, stream: false },
  ]);

  old?.say(snapshot(2));
  expect(seen).toEqual([['snapshot', 1]]);
  worker().say({ kind: 'ready' });
  worker().say(snapshot(2));
  expect(seen).toEqual([
    ['snapshot', 1],
    ['snapshot', 2],
  ]);
  expect(states.at(-1)).toBe('ready');
});

test('a worker that was killed is missed when an answer is due, not before', () => {
  worker().say({ kind: 'ready' });
  client.load(1, first, false);
  worker().say(snapshot(1));
  worker().terminate();
  vi.advanceTimersByTime(60_000);
  expect(workers).toHaveLength(1);

  client.edit(2, edited, []);
  vi.advanceTimersByTime(patience.answer - 1);
  expect(workers).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(workers).toHaveLength(2);
  worker().say({ kind: 'ready' });
  worker().say(snapshot(2));
  expect(seen.at(-1)).toEqual(['snapshot', 2]);
  expect(states.at(-1)).toBe('ready');
});

test('a worker that goes on with its parts is not missed', () => {
  worker().say({ kind: 'ready' });
  client.load(1, first, true);
  for (let i = 0; i < 5; i++) {
    vi.advanceTimersByTime(patience.answer - 1);
    worker().say(part(1, i === 4));
  }
  vi.advanceTimersByTime(60_000);
  expect(workers).toHaveLength(1);
});

test('a script that loads slowly is given more time than one that runs', () => {
  client.load(1, first, true);
  vi.advanceTimersByTime(patience.start - 1);
  expect(workers).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(workers).toHaveLength(2);
});

test('after three restarts in a row it gives up and says so, and can be started by hand', () => {
  client.load(1, first, true);
  for (let i = 0; i < 4; i++) worker().dispatchEvent(new Event('error'));
  expect(workers).toHaveLength(4);
  expect(states.at(-1)).toEqual({ failed: expect.stringMatching(/^[A-Z].*\.$/) });
  client.edit(2, edited, []);
  vi.advanceTimersByTime(60_000);
  expect(workers).toHaveLength(4);

  client.restart();
  expect(worker().asked).toEqual([
    { kind: 'load', revision: 2, calculation: edited, stream: false },
  ]);
  worker().say({ kind: 'ready' });
  worker().say(snapshot(2));
  expect(seen).toEqual([['snapshot', 2]]);
  expect(states.at(-1)).toBe('ready');
});

test('an answer ends the row of restarts', () => {
  client.load(1, first, true);
  for (let i = 0; i < 10; i++) {
    worker().dispatchEvent(new Event('error'));
    worker().say({ kind: 'ready' });
    worker().say(snapshot(1));
  }
  expect(workers).toHaveLength(11);
  expect(states.at(-1)).toBe('ready');
});

test('a worker that cannot be made at all counts as dead', () => {
  const seenStates: EngineState[] = [];
  const spawn = vi.fn(() => {
    throw new Error('refused by policy');
  });
  createClient({ spawn, onEvent: () => {}, onState: (state) => seenStates.push(state) });
  expect(spawn).toHaveBeenCalledTimes(4);
  expect(seenStates.at(-1)).toHaveProperty('failed');
});
