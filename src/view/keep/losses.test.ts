import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { everyProblem } from '../../compile/testing/cases';
import { type Problem, setEntry } from '../../problem';
import { createStore, type LossPoint } from '../../store';
import { keepLosses, restoreLosses } from './losses';
import { LOSSES } from './storage';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('window', {
    sessionStorage: { setItem: (key: string, text: string) => kept.set(key, text) },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const PROBLEM = everyProblem().get('s1-relu2-softmax-cce') as Problem;

/** States of a training, told apart by one weight. */
function states(count: number, problem = PROBLEM): readonly LossPoint[] {
  return Array.from({ length: count }, (_, i) => {
    const at = setEntry(problem, 'W1', 0, 0, i / 8 - 1);
    if (!at.ok) throw new Error(at.fault.error);
    return { problem: at.value, loss: 1 / (i + 1) };
  });
}

/** Its worker never says anything. */
const page = () =>
  createStore({
    spawn: () => ({
      postMessage: () => undefined,
      addEventListener: () => undefined,
      terminate: () => undefined,
    }),
  });
const text = () => kept.get(LOSSES) ?? '';

it('gives back every loss with its state, also one without a value', async () => {
  const [first, second, ...rest] = states(5);
  if (!first || !second) throw new Error('There are five.');
  const broken = [
    { ...first, loss: Number.NaN },
    { ...second, loss: Number.POSITIVE_INFINITY },
  ];
  const losses = [...broken, ...rest];
  keepLosses(losses);
  const backstep = page();
  await restoreLosses(backstep, text());
  expect(backstep.store.getState().losses).toEqual(losses);
});

it('keeps the newest where there is no room for all', async () => {
  const many = states(1000, { ...PROBLEM, description: 'a'.repeat(1900) });
  keepLosses(many);
  expect(text().length).toBeLessThan(2_000_000);
  const backstep = page();
  await restoreLosses(backstep, text());
  const { losses } = backstep.store.getState();
  expect(losses.length).toBeGreaterThan(100);
  expect(losses).toEqual(many.slice(-losses.length));
});

it('says nothing of another problem that was opened meanwhile', async () => {
  keepLosses(states(3));
  const backstep = page();
  const restored = restoreLosses(backstep, text());
  await backstep.actions.openProblem(PROBLEM);
  await restored;
  expect(backstep.store.getState().losses).toEqual([]);
});

it('leaves alone what was applied meanwhile, and what is no list', async () => {
  const backstep = page();
  for (const other of ['', '{}', '[3]', '[{"text":"[]","loss":1}]']) {
    await restoreLosses(backstep, other);
    expect(backstep.store.getState().losses).toEqual([]);
  }
  const own = states(2);
  keepLosses(states(4));
  const restored = restoreLosses(backstep, text());
  backstep.store.setState({ losses: own });
  await restored;
  expect(backstep.store.getState().losses).toBe(own);
});
