import { expect, test, vi } from 'vitest';
import { pageForEach, settle } from './page.testing';
import { canRedo, canUndo, stepIndex } from './selectors';
import { PACE } from './walk-actions';

const page = pageForEach();
const { actions, state, numbers } = page;

test('opening shows the problem at its first step, in its own notation and detail', async () => {
  expect(state().engine).toBe('ready');
  expect(state().library).toBe('s3-mlp-mse-batch');
  expect(state().problem?.notation).toBe('parentheses-rows');
  expect(state().settings.detail).toBe('quantities');
  expect(state().cursor.step).toBe('forward:Z1');
  expect(state().shown?.problem).toBe(state().problem);
  expect(canUndo(page.history())).toBe(false);

  actions.last();
  await page.openLibrary('s1-relu2-softmax-cce');
  expect(state().settings.detail).toBe('layers');
  expect(stepIndex(state())).toBe(0);
});

test('what an edit cannot be is said by its result, and nothing moves', () => {
  const before = state();
  expect(actions.editEntry('W1', 99, 0, 1)).toMatchObject({ ok: false });
  expect(actions.editEntry('W1', 0, 0, Number.NaN)).toMatchObject({ ok: false });
  expect(state()).toBe(before);
});

test('undo and redo bring back the problem with its numbers, in mid-play too', async () => {
  const before = numbers('dW1');
  actions.editEntry('W1', 0, 0, 3);
  await settle();
  const after = numbers('dW1');
  actions.play();
  await vi.advanceTimersByTimeAsync(PACE);
  const step = state().cursor.step;
  actions.undo();
  await settle();
  expect(numbers('dW1')).toEqual(before);
  expect(state().cursor.step).toBe(step);
  expect(state().playing).toBe(true);
  expect([canUndo(page.history()), canRedo(page.history())]).toEqual([false, true]);

  actions.undo();
  expect(state().problem).not.toBe(null);
  actions.redo();
  await settle();
  expect(numbers('dW1')).toEqual(after);
});

test('undo leads back over an opening, edits and all', async () => {
  actions.editEntry('W1', 0, 0, 3);
  const edited = state().problem;
  await page.openLibrary('s1-relu2-softmax-cce');
  actions.undo();
  await settle();
  expect(state().problem).toBe(edited);
  expect(state().library).toBe('s3-mlp-mse-batch');
  expect(state().shown?.problem).toBe(edited);
  expect(page.stepIds()).toContain(state().cursor.step);
});

test.each([
  ['no JSON', '{', 'line 1, column 2'],
  ['no problem', '{}', 'format'],
])('a text that is %s leaves all as it was, and says why', async (_, text, where) => {
  actions.last();
  const { fault: _fault, ...before } = state();
  expect((await actions.openText(text)).ok).toBe(false);
  await settle();
  expect(state()).toEqual({ ...before, fault: { error: expect.any(String), where } });
  expect(canUndo(page.history())).toBe(false);
  actions.dismissFault();
  expect(state().fault).toBe(null);
});

test('a problem that the library does not have, or that is overtaken, changes nothing', async () => {
  const { problem } = state();
  expect((await actions.openLibrary('nothing')).ok).toBe(false);
  expect(state().fault?.error).toContain('nothing');
  expect(state().problem).toBe(problem);
  await Promise.all([actions.openLibrary('s0-p2-batch'), actions.openLibrary('s2-dataset')]);
  expect(state().library).toBe('s2-dataset');
});

test('another notation turns the matrices, keeps the step, and is one entry to undo', async () => {
  actions.goTo('backward:W2');
  const [x, dW2] = [numbers('X'), numbers('dW2')];
  actions.setNotation('brackets-columns');
  await settle();
  expect(state().cursor.step).toBe('backward:W2');
  expect(numbers('X')?.[0]).toEqual(x?.map(([first]) => first));
  expect(state().settings.detail).toBe('quantities');
  const turned = numbers('dW2') as number[][];
  dW2?.forEach((row, r) => {
    row.forEach((value, c) => {
      expect(turned[r]?.[c]).toBeCloseTo(value, 12);
    });
  });
  actions.undo();
  await settle();
  expect(state().problem?.notation).toBe('parentheses-rows');
  expect(numbers('X')).toEqual(x);
});
