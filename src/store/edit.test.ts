import { expect, test } from 'vitest';
import { changeArchitecture, changeBatch, setEntry } from '../problem';
import { lossesOf, lossIndex } from './losses';
import { pageForEach, settle } from './page.testing';
import { aloneOf, beforeOf, matrixOf } from './selectors';

const page = pageForEach();
const { actions, state, numbers } = page;
const entries = () => page.history().pastStates.length;
const loss = () => numbers('J')?.[0]?.[0] as number;

test('a drag is one entry of the history, however far it went', async () => {
  const before = state().problem;
  actions.beginGesture();
  for (const value of [0.6, 0.7, 0.8, 0.9]) actions.editEntry('W1', 0, 0, value);
  actions.endGesture();
  expect(entries()).toBe(1);
  actions.editEntry('W1', 0, 0, 2);
  expect(entries()).toBe(2);
  actions.undo();
  await settle();
  expect(numbers('W1')?.[0]?.[0]).toBe(0.9);
  actions.undo();
  expect(state().problem).toBe(before);
});

test('an edit and a paste are taken, and a paste that is refused changes nothing', async () => {
  actions.editEntry('W1', 0, 0, 0.3);
  await actions.paste('b1', 0, 0, '9');
  await settle();
  expect(numbers('W1')?.[0]?.[0]).toBe(0.3);
  expect(numbers('b1')?.[0]?.[0]).toBe(9);
  const refused = await actions.paste('W1', 0, 0, '[[1, 2], [3]]');
  expect(refused.ok || refused.fault.error).toMatch(/Row 2 .* has 1 number/);
  expect(entries()).toBe(2);
});

test('what an edit changed stays readable until the next step', async () => {
  actions.last();
  const [w, j] = [numbers('W1')?.[0]?.[0], loss()];
  actions.editEntry('W1', 0, 0, 3);
  await settle();
  actions.editEntry('W1', 0, 1, 3);
  await settle();
  const before = beforeOf(state());
  expect(matrixOf(before, 'W1')?.data[0]).toBe(w);
  expect(matrixOf(before, 'J')?.data[0]).toBe(j);
  actions.previous();
  expect(beforeOf(state())).toBe(null);
});

test('what was before an edit is gone with its step, by another detail too', async () => {
  actions.goTo('backward:A1');
  actions.editEntry('W1', 0, 0, 3);
  await settle();
  actions.setDetail('operations');
  expect(state().cursor.step).toBe('backward:A1');
  expect(beforeOf(state())).not.toBe(null);
  actions.setDetail('layers');
  expect(state().cursor.step).not.toBe('backward:A1');
  expect(beforeOf(state())).toBe(null);
});

test('in another network the first edit of a step has a before again', async () => {
  actions.editEntry('W1', 0, 0, 3);
  await settle();
  actions.change((problem) =>
    changeArchitecture(problem, { kind: 'add-layer', before: 1 }, { kind: 'readable', seed: 4 }),
  );
  await settle();
  expect(beforeOf(state())).toBe(null);
  const w = numbers('W1')?.[0]?.[0];
  actions.editEntry('W1', 0, 0, 5);
  await settle();
  expect(matrixOf(beforeOf(state()), 'W1')?.data[0]).toBe(w);
});

test('an update is applied again and again, each loss the one that was foretold', async () => {
  for (let i = 0; i < 3; i++) {
    expect(actions.applyUpdate().ok).toBe(true);
    await settle();
    expect(loss()).toBeCloseTo(state().losses.at(-1)?.loss ?? Number.NaN, 12);
  }
  expect(state().losses).toHaveLength(4);
  expect(entries()).toBe(3);
  expect(lossIndex(state())).toBe(3);
});

test('the new parameters are those of the update step', async () => {
  const updated = [numbers('W1_new'), numbers('b3_new')];
  actions.applyUpdate();
  await settle();
  expect([numbers('W1'), numbers('b3')]).toEqual(updated);
});

test('any state of the list can be gone back to, which can be undone', async () => {
  const first = loss();
  actions.applyUpdate();
  await settle();
  actions.applyUpdate();
  await settle();
  const last = loss();
  actions.returnTo(0);
  await settle();
  expect(loss()).toBe(first);
  expect(lossIndex(state())).toBe(0);
  actions.undo();
  await settle();
  expect(loss()).toBe(last);
  // In another notation it is the same state, and an earlier one comes back as one would write it there.
  const at = lossIndex(state());
  expect(at).toBeGreaterThan(0);
  actions.setNotation('brackets-columns');
  await settle();
  expect(lossIndex(state())).toBe(at);
  actions.returnTo(0);
  await settle();
  expect(loss()).toBeCloseTo(first, 12);
  expect(state().problem?.notation).toBe('brackets-columns');
  await page.openLibrary('s3-mlp-bce-batch');
  expect(state().losses).toEqual([]);
});

test('losses of another network, or of another loss, are a list of their own', async () => {
  actions.applyUpdate();
  await settle();
  const list = lossesOf(state());
  expect(list).toHaveLength(2);
  actions.editEntry('X', 0, 0, 0.25);
  expect(lossesOf(state())).toBe(list);
  actions.setNotation('brackets-columns');
  expect(lossesOf(state())).toBe(list);
  actions.undo();
  actions.undo();
  for (const change of [
    { kind: 'add-layer', before: 1 },
    { kind: 'loss', loss: { over: 'sum' } },
  ] as const) {
    actions.change((problem) => changeArchitecture(problem, change, { kind: 'readable', seed: 4 }));
    await settle();
    expect(lossesOf(state())).toEqual([]);
    expect(actions.returnTo(0).ok).toBe(false);
    actions.undo();
    await settle();
    expect(lossesOf(state())).toBe(list);
  }
  actions.change((problem) =>
    changeArchitecture(problem, { kind: 'add-layer', before: 1 }, { kind: 'readable', seed: 4 }),
  );
  await settle();
  const [first, own] = [loss(), state().problem];
  actions.applyUpdate();
  await settle();
  expect(lossesOf(state()).map((point) => point.loss)).toEqual([first, expect.closeTo(loss(), 12)]);
  actions.returnTo(0);
  expect(state().problem).toBe(own);
});

test('an update that is not calculated yet, or overflows, is refused with a sentence', async () => {
  actions.editEntry('W1', 0, 0, 3);
  const early = actions.applyUpdate();
  expect(early.ok || early.fault.error).toMatch(/still being calculated/);
  await settle();
  actions.change((problem) =>
    changeArchitecture(problem, { kind: 'learning-rate', rate: 1e308 }, { kind: 'zeros', seed: 1 }),
  );
  await settle();
  actions.editEntry('X', 0, 0, 1e200);
  await settle();
  const large = actions.applyUpdate();
  expect(large.ok || large.fault.error).toMatch(/smaller learning rate/);
});

test('another network is calculated at once, and one undo brings the old one back', async () => {
  const before = state().problem;
  actions.change((problem) =>
    changeArchitecture(problem, { kind: 'add-layer', before: 1 }, { kind: 'readable', seed: 4 }),
  );
  actions.change((problem) => changeBatch(problem, { kind: 'add' }, 4));
  await settle();
  expect(page.stepIds()).toContain('backward:W4');
  expect(state().shown?.problem).toBe(state().problem);
  expect(beforeOf(state())).toBe(null);
  actions.undo();
  actions.undo();
  await settle();
  expect(state().problem).toBe(before);
  expect(page.stepIds()).not.toContain('backward:W4');
});

test('one example is looked at alone only where there are several', async () => {
  expect(aloneOf(state())).toBe(undefined);
  actions.setAlone(true);
  actions.setExample(2);
  expect(aloneOf(state())).toBe(2);
  await page.openLibrary('s3-mlp-mse-single');
  expect(aloneOf(state())).toBe(undefined);
  // Three points, but nothing says which numbers belong to one.
  await page.openLibrary('s2-dataset-expr');
  expect(aloneOf(state())).toBe(undefined);
});

test('an edit through the actions is the pure one', () => {
  const problem = state().problem ?? expect.fail();
  actions.editEntry('b2', 0, 0, 5);
  const pure = setEntry(problem, 'b2', 0, 0, 5);
  expect(pure.ok && state().problem).toEqual(pure.ok && pure.value);
});
