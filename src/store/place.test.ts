import { expect, test } from 'vitest';
import type { Problem } from '../problem';
import { pageForEach, settle } from './page.testing';
import type { SharedState } from './share';

const page = pageForEach();

function shared(change: Partial<SharedState>): SharedState {
  const { problem, library } = page.state();
  if (!problem) throw new Error('No problem is open.');
  return {
    problem,
    library,
    step: 'backward:Z2',
    detail: 'operations',
    example: 2,
    decimals: null,
    alone: true,
    depth: 'entry',
    entry: ['dW2', 1, 2],
    ...change,
  };
}

test('a state that was kept opens at its own step, detail, example and entry', async () => {
  const state = shared({});
  await page.openLibrary('s2-single');
  expect(await page.actions.openState(state)).toEqual({ ok: true, value: null });
  await settle();
  expect(page.state()).toMatchObject({
    problem: state.problem,
    library: 's3-mlp-mse-batch',
    cursor: { step: 'backward:Z2' },
    depth: 'entry',
    selection: { quantity: 'dW2', row: 1, col: 2, step: 'backward:Z2' },
  });
  expect(page.state().settings).toMatchObject({ detail: 'operations', example: 2, alone: true });
});

test('an entry that was chosen at another step is followed from there', async () => {
  await page.actions.openState(shared({ chosen: ['W1', 0, 1, 'update:W1'] }));
  await settle();
  const selection = { quantity: 'W1', row: 0, col: 1, step: 'update:W1' };
  expect(page.state()).toMatchObject({ cursor: { step: 'backward:Z2' }, selection });
});

test('an entry chosen at one example and followed at another stays at that', async () => {
  const chosen = ['Z1', 2, 0, 'forward:Z1'] as const;
  await page.actions.openState(
    shared({ step: 'forward:Z2', entry: ['Z2', 1, 0], chosen, example: 1 }),
  );
  await settle();
  expect(page.state().settings.example).toBe(1);
});

test('an entry and another example: that of the entry counts', async () => {
  await page.actions.openState(shared({ step: 'forward:Z2', entry: ['Z2', 2, 0], example: 1 }));
  await settle();
  expect(page.state().settings.example).toBe(2);
});

test('a step or an entry that the problem does not have is its beginning, or none', async () => {
  await page.actions.openState(shared({ step: 'backward:nothing', entry: ['dW2', 99, 0] }));
  await settle();
  expect(page.state().cursor.step).toBe(page.stepIds()[0]);
  expect(page.state().selection).toBe(null);
  await page.actions.openState(shared({ entry: ['__proto__', 0, 0] }));
  await settle();
  expect(page.state().selection).toBe(null);
});

test('an edit that overtakes the opening keeps the place', async () => {
  const state = shared({});
  page.engine().hold();
  await page.actions.openState(state);
  page.actions.editEntry('W1', 0, 0, 3);
  page.engine().release();
  await settle();
  expect(page.state().cursor.step).toBe('backward:Z2');
  expect(page.numbers('W1')?.[0]?.[0]).toBe(3);
});

test('each problem that is opened is counted once, and nothing else is', async () => {
  const { openings } = page.state();
  page.engine().hold();
  await page.actions.openState(shared({}));
  page.actions.editEntry('W1', 0, 0, 3);
  page.engine().release();
  await settle();
  expect(page.state().openings).toBe(openings + 1);
  page.actions.editEntry('W1', 0, 0, 4);
  page.actions.setNotation('brackets-columns');
  await settle();
  page.actions.undo();
  await settle();
  expect(page.state().openings).toBe(openings + 1);
  await page.openLibrary('s2-single');
  expect(page.state().openings).toBe(openings + 2);
});

test('an opening is undone with step, entry and losses, and redo leads to it again', async () => {
  await page.openLibrary('s1-relu2-softmax-cce');
  page.actions.applyUpdate();
  await settle();
  page.actions.editEntry('W1', 0, 0, 3);
  page.actions.goTo('backward:W2');
  await settle();
  const { problem, library, losses } = page.state();
  const left = shared({ problem: problem as Problem, library, step: 'backward:W2' });
  const steps = page.history().pastStates.length;
  await page.openLibrary('s3-mlp-mse-batch');
  expect(await page.actions.reopen(left, losses)).toEqual({ ok: true, value: null });
  await settle();
  expect(page.state()).toMatchObject({ library, losses, cursor: { step: 'backward:W2' } });
  expect(page.state().problem).toBe(problem);
  expect(page.history().pastStates).toHaveLength(steps);
  page.actions.redo();
  await settle();
  expect(page.state().library).toBe('s3-mlp-mse-batch');
  // After an edit of the other problem that edit is not lost either.
  page.actions.editEntry('W1', 0, 0, 3);
  const edited = page.state().problem;
  await page.actions.reopen(left, losses);
  await settle();
  expect(page.state().problem).toBe(problem);
  page.actions.undo();
  expect(page.state().problem).toBe(edited);
});
