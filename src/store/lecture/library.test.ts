import { describe, expect, test } from 'vitest';
import { compiled, passOf } from '../../compile/testing/cases';
import { notationOf, stepsOf } from '../../derive';
import { evaluateScalar, localGraph, pathsFrom, stepEntry } from '../../derive/depths';
import { quantitiesOf, read } from '../../engine';
import { loadLibraryProblem } from '../../problem';
import { fillNote, quotedIn } from '../../problem/lecture';
import { LECTURES, loadLibraryLecture } from '../../problem/library/lectures';
import { checkStop } from './check';
import { noteReader } from './numbers';
import { createOpenStop } from './open';

const openStop = createOpenStop(loadLibraryProblem);

async function placesOf(id: string) {
  const lecture = await loadLibraryLecture(id);
  if (!lecture.ok) throw new Error(lecture.fault.error);
  return Promise.all(
    lecture.value.stops.map(async (stop, index) => {
      const state = await openStop(lecture.value, index);
      if (!state.ok) throw new Error(state.fault.error);
      return { stop, index, state: state.value };
    }),
  );
}

describe.each(LECTURES)('$id', ({ id }) => {
  test('every stop opens a problem that has its step and its entry', async () => {
    for (const { stop, index, state } of await placesOf(id)) {
      expect(state.library).toBe(stop.problem);
      expect(checkStop(state, index), stop.title).toEqual({ ok: true, value: null });
    }
  });

  test('an entry is of what its step computes, and its expanded formula gives its number', async () => {
    for (const { stop, state } of await placesOf(id)) {
      expect(state.entry !== null, stop.title).toBe(stop.depth !== 'layer');
      if (!state.entry) continue;
      const source = compiled(state.problem);
      const snapshot = passOf(source);
      const [quantity, row, col] = state.entry;
      const step = stepsOf(source, state.detail).find((each) => each.id === state.step);
      if (!step) throw new Error(stop.step);
      expect(quantity, stop.title).toBe(step.writes);
      const matrix = read(snapshot, step.aspect, step.of);
      const value = evaluateScalar(stepEntry(step, { row, col }, source.graph), snapshot);
      expect(value).toBeCloseTo(matrix?.data[row * (matrix?.cols ?? 0) + col] ?? Number.NaN, 12);
    }
  });

  test('an entry is one of the example that is drawn beside it', async () => {
    for (const { stop, state } of await placesOf(id)) {
      if (!state.entry || state.problem.kind === 'program') continue;
      const { graph } = compiled(state.problem);
      const [quantity, row, col] = state.entry;
      const role = quantitiesOf(graph).get(quantity)?.node.role;
      if (role !== 'pre-activation' && role !== 'activation') continue;
      expect(graph.examples === 'columns' ? col : row, stop.title).toBe(state.example);
    }
  });

  test('where ways are followed there are some, few enough to be read, and they add up', async () => {
    for (const { stop, state } of await placesOf(id)) {
      if (state.depth !== 'path' || !state.entry) continue;
      const source = compiled(state.problem);
      const snapshot = passOf(source);
      const [quantity, row, col] = state.entry;
      const of = quantitiesOf(source.graph).get(quantity)?.node.id ?? '';
      const one = state.alone ? { example: state.example } : {};
      const paths = pathsFrom(localGraph(source), snapshot, { of, row, col }, one);
      expect(paths.count, stop.title).toBeGreaterThan(0);
      expect(paths.count, stop.title).toBeLessThanOrEqual(4);
      const whole = read(snapshot, 'gradient', of);
      if (!state.alone) expect(paths.sum).toBeCloseTo(whole?.data[row * whole.cols + col] ?? 0, 12);
    }
  });

  test('every quotation in a note is filled, and with the shown digits', async () => {
    for (const { stop, state } of await placesOf(id)) {
      const { graph, problem, ...source } = compiled(state.problem);
      const snapshot = passOf({ graph, problem, ...source });
      const { decimals } = notationOf(problem.notation);
      const reader = noteReader({ graph, snapshot }, state.decimals ?? decimals);
      const filled = fillNote(stop.note, reader);
      expect(quotedIn(filled), stop.title).toEqual([]);
      expect(filled, stop.title).not.toMatch(/[{}]|undefined|NaN/);
      expect(filled, stop.title).not.toMatch(/−−|−-/);
      for (const [, digits = ''] of filled.matchAll(/\.(\d+)/g))
        expect(digits.length, filled).toBeLessThanOrEqual(state.decimals ?? decimals);
    }
  });
});

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
/** x₁² + x₁x₂ + 4x₂² after ten steps from (3, 3). */
function afterTen(eta: number): number {
  let [x, y] = [3, 3];
  for (let i = 0; i < 10; i++) [x, y] = [x - eta * (2 * x + y), y - eta * (x + 8 * y)];
  return x * x + x * y + 4 * y * y;
}
const fromPrintedDigits = 0.7576 * -8 + 0.2793 - 0.4031 * 3 + 0.7347 * 5 + 0.0293 * 2 + 0.7999;

/** What a note says in digits of its own, worked out apart. */
const SAID: Readonly<Record<string, number>> = {
  '0.69': Math.log(2),
  '1.1': Math.log(3),
  '0.440': sigmoid(2) / 2,
  '0.105': sigmoid(2) * (1 - sigmoid(2)),
  '0.587': sigmoid(1) * (1 - sigmoid(1) * (1 - sigmoid(1))),
  '0.197': sigmoid(1) * (1 - sigmoid(1)),
  '−2.4588': fromPrintedDigits,
  '0.1': 0.1,
  '0.01': 0.01,
  '0.0974': afterTen(0.1),
  '0.0057': afterTen(0.2),
  // Twice the reciprocal of the larger eigenvalue of (2 1; 1 8).
  '0.245': 2 / (5 + Math.sqrt(10)),
  '−0.25': 0.7 * 0.5 - 0.4 * 1.5,
  '−1.02': 0.7 * -1 - 0.4 * 0.8,
  '0.36': 0.7 * 0.2 - 0.4 * -0.3 + 0.1,
  '−0.5': sigmoid(0) - 1,
  '0.269': sigmoid(-1),
};

test('what is said in digits is so, to the last of them', async () => {
  const found = new Set<string>();
  for (const { id } of LECTURES) {
    for (const { stop } of await placesOf(id)) {
      for (const [said] of `${stop.title} ${stop.note}`.matchAll(/−?\d+\.\d+/g)) found.add(said);
    }
  }
  expect([...found].toSorted()).toEqual(Object.keys(SAID).toSorted());
  for (const [said, value] of Object.entries(SAID)) {
    const digits = said.split('.')[1]?.length ?? 0;
    expect(value.toFixed(digits).replace('-', '−')).toBe(said);
  }
});

test('one point of the data set, looked at alone, has the gradient of that point by itself', async () => {
  const stop = (await placesOf('discussion-12')).find(({ stop: { alone } }) => alone);
  const single = compiled((await placesOf('discussion-12'))[0]?.state.problem ?? expect.fail());
  const data = stop?.state.problem.data;
  expect([data?.X, data?.Y].map((m) => (m as number[][]).map((row) => row[0]))).toEqual(
    [single.problem.data.X, single.problem.data.Y].map((m) => (m as number[][]).flat()),
  );
});

test('cat moves under the softmax as the single unit does, and the losses part', async () => {
  const last = (await placesOf('hw3')).slice(-2).map(({ state }) => {
    const source = compiled(state.problem);
    const { number } = noteReader({ graph: source.graph, snapshot: passOf(source) }, 6);
    return {
      b: number('b1_new', state.problem.title.includes('softmax') ? [1, 0] : [0, 0]),
      J: number('J_new', undefined),
    };
  });
  expect(last[0]?.b).toBe(last[1]?.b);
  expect(last[0]?.J).not.toBe(last[1]?.J);
});
