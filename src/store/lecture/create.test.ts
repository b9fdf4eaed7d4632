import { describe, expect, test } from 'vitest';
import { DETAILS } from '../../derive';
import { loadLibraryProblem, ok } from '../../problem';
import { STOP_DEPTHS, STOP_DETAILS } from '../../problem/lecture';
import { loadLibraryLecture } from '../../problem/library/lectures';
import { DEPTHS } from '../state';
import { problemOf } from './any.testing';
import { checkStop } from './check';
import { createLecture, libraryOf } from './create';
import { emptyLecture, removeStop, renameLecture } from './edit';
import { createOpenStop, stateOfStop } from './open';

async function slides() {
  const read = await loadLibraryLecture('slides');
  return read.ok ? read.value : expect.fail();
}

test('the file’s details and depths are those of the walk and of the page', () => {
  expect(STOP_DETAILS).toEqual(DETAILS);
  expect(STOP_DEPTHS).toEqual(expect.arrayContaining([...DEPTHS]));
});

describe('the store', () => {
  test('one walks from stop to stop and no further', async () => {
    const { store, actions } = createLecture();
    actions.next();
    expect(store.getState()).toEqual({ lecture: null, at: 0, source: null });
    const lecture = await slides();
    actions.open(lecture, 99, 'slides');
    expect(store.getState().at).toBe(lecture.stops.length - 1);
    actions.next();
    expect(store.getState().at).toBe(lecture.stops.length - 1);
    actions.first();
    actions.previous();
    actions.next();
    actions.goTo(-1);
    actions.goTo(0.5);
    expect(store.getState().at).toBe(1);
  });

  test('an edit is undone by itself, and what is as it was loaded is the library’s again', async () => {
    const { store, actions } = createLecture();
    const lecture = await slides();
    actions.open(lecture, 3, 'slides');
    actions.next();
    actions.edit((place) => removeStop(place, 0));
    actions.edit(({ lecture: before, at }) => ({ lecture: renameLecture(before, 'Mine'), at }));
    expect(store.getState()).toMatchObject({ at: 3, lecture: { title: 'Mine' } });
    expect(libraryOf(store.getState())).toBe(null);
    actions.undo();
    actions.undo();
    expect(store.getState().lecture).toBe(lecture);
    expect(store.getState().at).toBe(4);
    expect(libraryOf(store.getState())).toBe('slides');
    actions.undo();
    expect(store.getState().lecture).toBe(lecture);
    actions.redo();
    expect(store.getState().lecture?.stops.length).toBe(lecture.stops.length - 1);
  });

  test('another lecture cannot be undone into the one before', async () => {
    const { store, actions } = createLecture();
    actions.open(await slides(), 0, 'slides');
    actions.start('Mine');
    actions.undo();
    expect(store.getState()).toEqual({ lecture: emptyLecture('Mine'), at: 0, source: null });
    actions.close();
    actions.edit((place) => place);
    expect(store.getState().lecture).toBe(null);
  });
});

describe('opening a stop', () => {
  test('stops of one problem have one and the same, loaded once; a notation is turned once', async () => {
    const asked: string[] = [];
    const openStop = createOpenStop(async (id) => {
      asked.push(id);
      return loadLibraryProblem(id);
    });
    const lecture = await slides();
    const [first] = lecture.stops;
    const twice = first
      ? [first, first].map((s) => ({ ...s, notation: 'brackets-columns' as const }))
      : [];
    const all = { ...lecture, stops: [...lecture.stops.slice(0, 2), ...twice] };
    const states = await Promise.all([0, 1, 2, 3].map((i) => openStop(all, i)));
    const [a, b, c, d] = states.map((s) => (s.ok ? s.value.problem : expect.fail()));
    const again = await openStop(all, 0);
    expect(again.ok && again.value.problem).toBe(a);
    expect([b === a, c === a, d === c]).toEqual([true, false, true]);
    expect(c?.kind === 'network' && c.network.examples).toBe('columns');
    expect(new Set(asked).size).toBe(1);
  });

  test('what cannot be loaded is said with the stop, and tried again the next time', async () => {
    let down = true;
    const openStop = createOpenStop(async (id) =>
      down ? loadLibraryProblem('nothing') : loadLibraryProblem(id),
    );
    const lecture = await slides();
    expect(await openStop(lecture, 4)).toMatchObject({
      ok: false,
      fault: {
        error: expect.stringMatching(/^Stop 5 cannot be opened: /),
        where: 'stops[4].problem',
      },
    });
    expect(await openStop(lecture, 99)).toMatchObject({ ok: false });
    down = false;
    expect((await openStop(lecture, 4)).ok).toBe(true);
  });
});

describe('a stop that does not fit its problem', () => {
  const state = {
    ...{ problem: problemOf('s2-single'), library: null, step: 'backward:W1', alone: false },
    ...{ detail: 'quantities' as const, example: 0, decimals: null, depth: 'entry' as const },
  };
  const faultOf = (change: object) => {
    const result = checkStop({ ...state, entry: null, ...change }, 3);
    return result.ok ? 'fits' : `${result.fault.where}: ${result.fault.error}`;
  };
  test('is told by its step or its entry', () => {
    expect(faultOf({})).toBe('fits');
    expect(faultOf({ entry: ['dW1', 2, 1] })).toBe('fits');
    expect(faultOf({ step: 'backward:W9' })).toMatch(
      /^stops\[3\]\.step: .* no step "backward:W9" .* mean/,
    );
    expect(faultOf({ step: 'backward:A1', detail: 'layers' })).toMatch(
      /no step "backward:A1" at the detail "layers"/,
    );
    expect(faultOf({ entry: ['dW9', 0, 0] })).toMatch(/^stops\[3\]\.entry: .*no quantity "dW9"/);
    expect(faultOf({ entry: ['dW1', 3, 0] })).toMatch(/dW1 is 3×2; .* no entry \[3,0\]$/);
  });
});

test('a depth that the page does not have is the whole layer', async () => {
  const [stop] = (await slides()).stops;
  const problem = problemOf('s3-demo-single');
  expect(ok(stop && stateOfStop({ ...stop, depth: 'path' }, problem, null))).toMatchObject({
    value: { depth: 'path', detail: 'quantities', decimals: null },
  });
  const gone = stop && stateOfStop({ ...stop, depth: 'x' as 'path' }, problem, null);
  expect(gone?.depth).toBe('layer');
});
