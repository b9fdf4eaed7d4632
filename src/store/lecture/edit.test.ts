import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS, loadLibraryProblem, setEntry } from '../../problem';
import { LECTURE_LIMITS, type Lecture, parseLecture, toLectureFile } from '../../problem/lecture';
import { inNotation } from '../notation';
import type { SharedState } from '../share';
import { anyLecture, problemOf } from './any.testing';
import {
  type At,
  addStop,
  emptyLecture,
  moveStop,
  removeStop,
  renameLecture,
  renameStop,
  replaceStop,
  setHidden,
  setNote,
  setView,
} from './edit';
import { createOpenStop } from './open';

const place: Omit<SharedState, 'problem' | 'library'> = {
  step: 'backward:W1',
  detail: 'quantities',
  example: 1,
  decimals: 5,
  alone: true,
  depth: 'entry',
  entry: ['dW1', 0, 1],
};
const base = problemOf('s4-p1-collapse');
const stateOf = (change: Partial<SharedState> = {}): SharedState => ({
  ...place,
  problem: base,
  library: 's4-p1-collapse',
  ...change,
});
function edited(value: number) {
  const after = setEntry(base, 'W1', 0, 0, value);
  return after.ok ? after.value : base;
}
function added(at: At, state: SharedState): At {
  const after = addStop(at, state, base);
  if (!after.ok) throw new Error(after.fault.error);
  return after.value;
}
const start: At = { lecture: emptyLecture('Mine'), at: 0 };
const titled = (titles: string): Lecture => ({
  ...emptyLecture(),
  stops: [...titles].map((title) => ({
    ...(added(start, stateOf()).lecture.stops[0] ?? expect.fail()),
    title,
  })),
});
const titlesOf = ({ stops }: Lecture) => stops.map(({ title }) => title).join('');

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });

test('what is added opens again as it was, whatever was changed in the problem', async () => {
  const openStop = createOpenStop(loadLibraryProblem);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('as it is', 'turned', 'edited', 'own'), anyNumber), {
        minLength: 1,
        maxLength: 8,
      }),
      async (choices) => {
        const states = choices.map(([choice, value]) => {
          const library = choice === 'own' ? null : 's4-p1-collapse';
          const problem =
            choice === 'as it is'
              ? base
              : choice === 'turned'
                ? inNotation(base, 'parentheses-rows')
                : edited(value);
          return stateOf({ problem, library, detail: choice === 'own' ? 'layers' : 'quantities' });
        });
        const { lecture, at } = states.reduce(added, start);
        expect(at).toBe(states.length - 1);
        for (const [i, state] of states.entries()) {
          const opened = await openStop(lecture, i);
          const isOwn =
            state.library === null ||
            Object.hasOwn(lecture.problems, lecture.stops[i]?.problem ?? '');
          expect(opened).toEqual({
            ok: true,
            value: { ...state, library: isOwn ? null : state.library },
          });
        }
        expect(parseLecture(JSON.parse(JSON.stringify(toLectureFile(lecture)))).ok).toBe(true);
      },
    ),
    { seed: 7, numRuns: 40 },
  );
});

test('a problem of the library is its id, in another notation too; equal ones share a name', () => {
  const own = edited(0.125);
  const { lecture } = [
    stateOf(),
    stateOf({ problem: inNotation(base, 'parentheses-rows') }),
    stateOf({ problem: own }),
    stateOf({ problem: { ...own } }),
    stateOf({ problem: edited(0.25) }),
    stateOf({ problem: own, library: null }),
  ].reduce(added, start);
  const names = lecture.stops.map(({ problem }) => problem);
  const changed = 's4-p1-collapse-changed';
  expect(names).toEqual([
    's4-p1-collapse',
    's4-p1-collapse',
    changed,
    changed,
    `${changed}-2`,
    changed,
  ]);
  expect(Object.keys(lecture.problems)).toEqual([changed, `${changed}-2`]);
  expect(lecture.stops.map(({ notation }) => notation)).toEqual([
    undefined,
    'parentheses-rows',
    ...Array(4).fill(undefined),
  ]);
});

test('a new stop comes after the current one, and the problem of the last stop that needs it goes with it', () => {
  const three = { lecture: titled('abc'), at: 0 };
  const after = added(three, stateOf({ problem: edited(9) }));
  expect([titlesOf(after.lecture), after.at]).toEqual(['abc', 1]);
  expect(after.lecture.stops[1]?.title).toBe('');
  expect(Object.keys(after.lecture.problems)).toHaveLength(1);
  const removed = removeStop(after, 1);
  expect(removed.lecture).toEqual(three.lecture);
});

test('a stop is replaced and keeps its texts', () => {
  const lecture = setHidden(setNote(titled('abc'), 1, 'say this'), 1, ['rule', 'result']);
  const after = replaceStop({ lecture, at: 1 }, stateOf({ step: 'loss:J', entry: null }), base);
  expect(after.ok && after.value.lecture.stops[1]).toMatchObject({
    ...{ step: 'loss:J', title: 'b', note: 'say this', hidden: ['result', 'rule'] },
  });
  expect(after.ok && after.value.lecture.stops[1]?.entry).toBe(undefined);
  const first = replaceStop(start, stateOf(), base);
  expect(first.ok && first.value.lecture.stops).toHaveLength(1);
});

test('whoever stands at a stop stays there while stops move and go', () => {
  fc.assert(
    fc.property(fc.nat(6), fc.nat(6), fc.integer({ min: -2, max: 9 }), (at, from, to) => {
      const lecture = titled('abcdefg');
      const here = lecture.stops[at];
      const moved = moveStop({ lecture, at }, from, to);
      expect(moved.lecture.stops[moved.at]).toBe(here);
      expect([...titlesOf(moved.lecture)].toSorted().join('')).toBe('abcdefg');
      expect(moved.lecture.stops[Math.max(0, Math.min(to, 6))]).toBe(lecture.stops[from]);
      const left = removeStop({ lecture, at }, from);
      expect(titlesOf(left.lecture)).toBe('abcdefg'.replace('abcdefg'[from] ?? '', ''));
      if (at !== from) expect(left.lecture.stops[left.at]).toBe(here);
    }),
    { seed: 8 },
  );
});

test('at the ends nothing moves, and what is not there changes nothing', () => {
  const lecture = titled('ab');
  const here = { lecture, at: 1 };
  expect(moveStop(here, 0, -1).lecture).toBe(lecture);
  expect(moveStop(here, 1, 2).lecture).toBe(lecture);
  expect(moveStop(here, 0, 1)).toMatchObject({ at: 0 });
  expect(titlesOf(moveStop(here, 1, 0).lecture)).toBe('ba');
  for (const index of [-1, 2, 0.5]) {
    expect(removeStop(here, index)).toEqual(here);
    expect(moveStop(here, index, 0)).toEqual(here);
    expect(setView(lecture, index, 'diagram')).toBe(lecture);
  }
  expect(removeStop(removeStop(here, 0), 0)).toMatchObject({ lecture: { stops: [] }, at: 0 });
});

test('no lecture is changed in place, and after any edit it can be written and read', () => {
  fc.assert(
    fc.property(
      anyLecture,
      fc.nat(12),
      fc.string({ unit: 'binary', maxLength: 200 }),
      (lecture, i, text) => {
        const before = JSON.stringify(lecture);
        const edits = [
          renameLecture(lecture, text),
          renameStop(lecture, i, text),
          setNote(lecture, i, text),
          setHidden(lecture, i, ['words', 'rule', 'words']),
          setView(lecture, i, 'numbers'),
          removeStop({ lecture, at: 0 }, i).lecture,
          moveStop({ lecture, at: 0 }, i, i + 1).lecture,
        ];
        expect(JSON.stringify(lecture)).toBe(before);
        for (const each of edits) {
          expect(parseLecture(JSON.parse(JSON.stringify(toLectureFile(each))))).toEqual({
            ok: true,
            value: each,
          });
        }
      },
    ),
    { seed: 9, numRuns: 150 },
  );
});

test('texts are cut where the file would refuse them, never through a character', () => {
  const long = `a\u0007${'😀'.repeat(LIMITS.description)}`;
  const { stops } = renameStop(setNote(titled('a'), 0, `${long}\nb`), 0, 'x\ny');
  expect(stops[0]?.title).toBe('x y');
  expect(stops[0]?.note).toMatch(/^a(😀)+$/u);
  expect(stops[0]?.note.length).toBeGreaterThan(LECTURE_LIMITS.note - 2);
});

test('a full lecture takes no more, with a sentence', () => {
  const [stop] = titled('a').stops;
  const lecture = {
    ...emptyLecture(),
    stops: Array.from({ length: 500 }, () => stop ?? expect.fail()),
  };
  expect(addStop({ lecture, at: 3 }, stateOf(), base)).toMatchObject({
    ok: false,
    fault: { error: expect.stringMatching(/may have 500 stops; remove one/), where: 'stops' },
  });
});

test('what could not be opened again is not taken in, and says so', () => {
  const fifty = Array.from({ length: 50 }, (_, i) => stateOf({ problem: edited(i) })).reduce(
    added,
    start,
  );
  expect(addStop(fifty, stateOf({ problem: edited(50) }), base)).toMatchObject({
    ok: false,
    fault: { error: expect.stringMatching(/50 problems of its own; remove/), where: 'problems' },
  });
  expect(addStop(fifty, stateOf({ problem: edited(3) }), base).ok).toBe(true);
  const row = Array.from({ length: 1000 }, (_, i) => Math.sqrt(i));
  const problem = { ...base, data: { X: Array.from({ length: 300 }, () => row) } };
  expect(addStop(start, stateOf({ problem }), base)).toMatchObject({
    ok: false,
    fault: { error: expect.stringMatching(/longer than 5\u00a0000\u00a0000 characters/) },
  });
});
