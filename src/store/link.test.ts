import { expect, test, vi } from 'vitest';
import { stepsOf } from '../derive';
import type { Problem } from '../problem';
import type { EngineEvent } from '../worker';
import { FRAME } from './link';
import { pageForEach, settle } from './page.testing';
import { isReceived, matrixOf, stepsIn } from './selectors';

const page = pageForEach();
const { actions, state, numbers } = page;

test('while a problem is being opened its numbers come part by part, gathered for a frame', async () => {
  const dW1: boolean[] = [];
  page.engine().hold();
  await page.openLibrary('s3-mlp-bce-batch');
  page.store.subscribe((now) => {
    dW1.push(isReceived(now, 'dW1'));
    expect(isReceived(now, 'W3')).toBe(true);
  });
  page.engine().release(FRAME / 2);
  await vi.advanceTimersByTimeAsync(20 * FRAME);
  expect(dW1.length).toBeGreaterThan(2);
  expect(dW1.length).toBeLessThan(5);
  expect([dW1[0], dW1.at(-1)]).toEqual([false, true]);
  expect(state().shown?.filled).toBe(state().shown?.snapshot.layout.length);
});

test('an edit moves everything after it, swaps in whole, and keeps the cursor', async () => {
  actions.goTo('backward:W2');
  const before = state();
  const [old1, old2] = [numbers('Z1'), numbers('dW2')];
  const steps = stepsIn(before);

  expect(actions.editEntry('W1', 0, 0, 3).ok).toBe(true);
  expect(state().problem).not.toBe(before.problem);
  expect(state().shown).toBe(before.shown);
  await settle();

  expect(state().shown?.problem).toBe(state().problem);
  expect(numbers('W1')?.[0]?.[0]).toBe(3);
  expect(numbers('Z1')).not.toEqual(old1);
  expect(numbers('dW2')).not.toEqual(old2);
  expect(state().cursor).toBe(before.cursor);
  expect(stepsIn(state())).toBe(steps);
  expect(page.engine().asked.filter((kind) => kind === 'load')).toHaveLength(1);
  // What was shown before can still be read: a view may be comparing.
  expect(matrixOf(before.shown, 'Z1')?.data.length).toBeGreaterThan(0);
});

test('the numbers after an edit are those of the edited problem opened afresh', async () => {
  actions.editEntry('W2', 1, 1, -0.5);
  actions.editEntry('X', 0, 2, 0.125);
  await settle();
  const edited = state().shown?.snapshot.memory;
  await actions.openProblem(state().problem as Problem);
  await settle();
  expect(state().shown?.snapshot.memory).toEqual(edited);
  expect(stepsIn(state())).toEqual(
    stepsOf(state().shown?.compiled ?? expect.fail(), state().settings.detail),
  );
});

test('a result of an older problem is never shown', async () => {
  const shown: (number | undefined)[] = [];
  page.store.subscribe((now) => shown.push(now.shown?.revision));
  page.engine().hold();
  for (const value of [1, 2, 3]) actions.editEntry('b1', 0, 0, value);
  await settle();
  page.engine().release();
  await settle();
  expect(new Set(shown)).toEqual(new Set([1, 4]));
  expect(numbers('b1')?.[0]?.[0]).toBe(3);
});

test('what the worker cannot calculate is taken back, and the page goes on', async () => {
  const before = state();
  page.engine().hold();
  actions.editEntry('W1', 0, 0, 3);
  const fault = { error: 'The calculation broke off: no memory', where: 'engine' };
  const data: EngineEvent = { kind: 'failed', revision: 2, fault };
  page.engine().dispatchEvent(new MessageEvent('message', { data }));
  expect(state()).toEqual({ ...before, fault });
  await settle();
  page.engine().release();
  await settle();
  actions.editEntry('W1', 0, 0, 4);
  await settle();
  expect(state().fault).toBe(null);
  expect(numbers('W1')?.[0]?.[0]).toBe(4);
});

test('the worker dies and the learner loses nothing', async () => {
  actions.goTo('backward:W2');
  actions.editEntry('W1', 0, 0, 3);
  await settle();
  const before = state();
  page.engine().dispatchEvent(new Event('error'));
  expect(state().engine).toBe('restarting');
  await settle();
  expect(page.engines).toHaveLength(2);
  expect(state()).toEqual(before);

  // Killed without a word: the next edit finds out.
  page.engine().terminate();
  actions.editEntry('W1', 0, 0, 4);
  await vi.advanceTimersByTimeAsync(2_100);
  expect(page.engines).toHaveLength(3);
  expect(numbers('W1')?.[0]?.[0]).toBe(4);
  expect(state().cursor.step).toBe('backward:W2');
  actions.undo();
  await settle();
  expect(numbers('W1')?.[0]?.[0]).toBe(3);
});
