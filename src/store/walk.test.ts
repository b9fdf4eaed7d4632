import { expect, test, vi } from 'vitest';
import { DETAILS } from '../derive';
import { quantitiesOf } from '../engine';
import { LIBRARY } from '../problem';
import { pageForEach } from './page.testing';
import { currentStep, exampleOf, isAtEnd, isKnown, readsOf, stepIndex } from './selectors';
import { PACE } from './walk-actions';

const page = pageForEach();
const { actions, state } = page;

test('another detail keeps the step, or goes to the nearest later one', () => {
  actions.goTo('backward:A1');
  actions.setDetail('layers');
  expect(state().cursor.step).toBe('backward:Z1');
  actions.setDetail('operations');
  expect(state().cursor.step).toBe('backward:Z1');
  actions.first();
  expect(page.stepIds().indexOf('forward:Z1')).toBeGreaterThan(0);
  actions.setDetail('quantities');
  expect(state().cursor.step).toBe('forward:Z1');
});

test('a quantity is known from its step on, or from the first that needs it', () => {
  const known = (...names: string[]) => names.map((id) => isKnown(state(), id));
  expect(known('X', 'Y', 'W1', 'Z1', 'A1')).toEqual([true, true, true, true, false]);
  expect(currentStep(state())).toMatchObject({ phase: 'forward', writes: 'Z1' });
  expect(readsOf(state())).toEqual(expect.arrayContaining(['W1', 'X', 'b1']));
  actions.setDetail('layers');
  actions.goTo('backward:Z2');
  expect(known('J', 'delta3', 'delta2', 'dA2', 'dA1', 'delta1')).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  actions.last();
  const quantities = [...(state().shown?.compiled.graph.nodes ?? [])].map(({ id }) => id);
  expect(known(...quantities, 'delta1', 'W1_new', 'b3_new')).not.toContain(false);
  expect(known('nothing')).toEqual([false]);
});

test('playing goes on at its pace, stops at the end, and then starts over', async () => {
  const [first, second, third] = page.stepIds();
  actions.play();
  await vi.advanceTimersByTimeAsync(PACE - 1);
  expect(state().cursor.step).toBe(first);
  await vi.advanceTimersByTimeAsync(1);
  expect(state().cursor.step).toBe(second);
  actions.setSpeed(4);
  await vi.advanceTimersByTimeAsync(PACE / 4);
  expect(state().cursor.step).toBe(third);
  actions.pause();
  await vi.advanceTimersByTimeAsync(PACE * 3);
  expect(state().cursor.step).toBe(third);

  actions.play();
  await vi.advanceTimersByTimeAsync(PACE * 100);
  expect(isAtEnd(state())).toBe(true);
  expect(state().playing).toBe(false);
  actions.play();
  expect(state()).toMatchObject({ playing: true, cursor: { step: first } });
});

test('steps end where they end, and an unknown one is not gone to', () => {
  actions.previous();
  expect(stepIndex(state())).toBe(0);
  actions.last();
  actions.next();
  expect(isAtEnd(state())).toBe(true);
  actions.goTo('forward:nothing');
  expect(isAtEnd(state())).toBe(true);
});

test('the example looked at is one that the problem has', async () => {
  actions.setExample(3);
  expect(exampleOf(state())).toBe(3);
  actions.setExample(99);
  expect(exampleOf(state())).toBe(3);
  await page.openLibrary('s3-mlp-mse-single');
  expect(exampleOf(state())).toBe(0);
});

test.each(LIBRARY.map(({ id }) => id))(
  'all of %s is known at the end, and leaves before',
  async (id) => {
    await page.openLibrary(id);
    const { graph } = state().shown?.compiled ?? expect.fail();
    const quantities = [...quantitiesOf(graph).values()];
    for (const detail of DETAILS) {
      actions.setDetail(detail);
      actions.first();
      const early = quantities.filter((quantity) => isKnown(state(), quantity.id));
      expect(early.filter(({ aspect }) => aspect !== 'value')).toEqual([]);
      expect(early.length).toBeGreaterThan(1);
      actions.last();
      const unknown = quantities.filter((quantity) => !isKnown(state(), quantity.id));
      expect(unknown.map((quantity) => quantity.id)).toEqual([]);
    }
  },
);
