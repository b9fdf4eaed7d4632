import { beforeEach, expect, test } from 'vitest';
import { compiled, passOf } from '../compile/testing/cases';
import { fromRows, read } from '../engine';
import { loadLibraryProblem, type Problem } from '../problem';
import type { Calculation, EngineEvent } from './protocol';
import { createSession } from './session';
import { calculationOf } from './testing/calculation';

let problem: Problem;
let calculation: Calculation;
beforeEach(async () => {
  const loaded = await loadLibraryProblem('s1-relu2-softmax-cce');
  if (!loaded.ok) throw new Error(loaded.fault.error);
  problem = loaded.value;
  calculation = calculationOf(problem);
});

function open(yieldToHost: () => Promise<void> = async () => {}) {
  const events: EngineEvent[] = [];
  const session = createSession((event) => events.push(event), yieldToHost);
  return { session, checkedIn: () => events.filter((e) => e.kind === 'checked'), events };
}

test('a gradient check sends a difference for every entry of every parameter, without a gap', async () => {
  const { session, checkedIn } = open();
  await session.handle({ kind: 'load', revision: 1, calculation, stream: false });
  await session.handle({ kind: 'check', revision: 1, epsilon: 1e-5 });
  const source = compiled(problem);
  const gradients = source.graph.parameters.flatMap((p) => [
    ...(read(passOf(source), 'gradient', source.graph.nodes[p]?.id ?? '')?.data ?? []),
  ]);
  const parts = checkedIn();
  const differences = parts.flatMap(({ difference }) => [...difference]);
  expect(parts.map(({ from }) => from)).toEqual(
    parts.map((_, i) => parts.slice(0, i).reduce((sum, p) => sum + p.difference.length, 0)),
  );
  expect(differences).toHaveLength(gradients.length);
  differences.forEach((d, i) => {
    expect(d).toBeCloseTo(gradients[i] as number, 8);
  });
});

test('an edit in between ends the check, and is answered first', async () => {
  let release = () => {};
  const rest = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  const { session, events } = open(rest);
  await session.handle({ kind: 'load', revision: 1, calculation, stream: false });
  // 4 ms at a time: what is left over when the first stretch ends is never sent.
  const check = session.handle({ kind: 'check', revision: 1, epsilon: 1e-5 });
  const before = events.length;
  const matrix = fromRows([
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  await session.handle({ kind: 'edit', revision: 2, changes: [{ id: 'W1', matrix }] });
  release();
  await check;
  expect(events.slice(before).map((e) => [e.kind, e.kind === 'ready' ? null : e.revision])).toEqual(
    [['snapshot', 2]],
  );
});

test('a check of a revision that is not the newest is not begun', async () => {
  const { session, checkedIn } = open();
  await session.handle({ kind: 'load', revision: 2, calculation, stream: false });
  await session.handle({ kind: 'check', revision: 1, epsilon: 1e-5 });
  expect(checkedIn()).toEqual([]);
});

test('the check leaves the numbers of the pass alone', async () => {
  const { session, events } = open();
  await session.handle({ kind: 'load', revision: 1, calculation, stream: false });
  await session.handle({ kind: 'check', revision: 1, epsilon: 0.1 });
  await session.handle({ kind: 'edit', revision: 2, changes: [] });
  const snapshots = events.filter((e) => e.kind === 'snapshot');
  const [a, b] = snapshots.map(({ buffer }) => [...new Float64Array(buffer)]);
  expect(a).toEqual(b);
});
