import fc from 'fast-check';
import { everyProblem } from '../../compile/testing/cases';
import { LIBRARY, NOTATIONS, type Problem } from '../../problem';
import {
  HIDEABLE,
  type Lecture,
  type LectureStop,
  STOP_DEPTHS,
  STOP_DETAILS,
  STOP_VIEWS,
} from '../../problem/lecture';

// Lectures as anybody could write them; their steps need not exist.

const problems = everyProblem();
export const problemOf = (id: string) => problems.get(id) as Problem;

const small = ['s0-p1-y1', 's2-single-expr', 's3-gd-eta0.1', 's4-p1-collapse'];
const names = ['own', 'constructor', 'hasOwnProperty', 's2-single', 'a.b-c_d'];

const anyLine = fc
  .string({ unit: 'grapheme', maxLength: 25 })
  .filter((s) => !/[\p{Cc}\p{Cs}]/u.test(s));

/** As JSON makes them, with the usual prototype. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { noNullPrototype: true });

const optional = {
  detail: fc.constantFrom(...STOP_DETAILS),
  notation: fc.constantFrom(...NOTATIONS),
  decimals: fc.nat(12),
  entry: fc.tuple(anyLine, fc.nat(50), fc.nat(50)),
};

function anyStop(own: readonly string[]): fc.Arbitrary<LectureStop> {
  return fc
    .tuple(
      record({
        problem: fc.constantFrom(...own, ...LIBRARY.map(({ id }) => id)),
        step: anyLine,
        example: fc.nat(100),
        alone: fc.boolean(),
        depth: fc.constantFrom(...STOP_DEPTHS),
        view: fc.constantFrom(...STOP_VIEWS),
        hidden: fc.subarray([...HIDEABLE]),
        title: anyLine,
        note: fc.array(anyLine, { maxLength: 3 }).map((lines) => lines.join('\n')),
      }),
      fc.record(optional, { requiredKeys: [], noNullPrototype: true }),
    )
    .map(([required, extra]) => ({ ...required, ...extra }));
}

const anyOwn = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...small)), {
    selector: ([name]) => name,
    maxLength: 3,
  })
  .map((pairs) => pairs.map(([name, id]) => [name, problemOf(id)] as const));

export const anyLecture: fc.Arbitrary<Lecture> = anyOwn.chain((own) =>
  fc
    .tuple(
      record({
        title: anyLine,
        problems: fc.constant(Object.fromEntries(own)),
        stops: fc.array(anyStop(own.map(([name]) => name)), { maxLength: 12 }),
      }),
      fc.record(
        {
          source: fc.record(
            { document: anyLine, section: anyLine },
            { requiredKeys: ['document'], noNullPrototype: true },
          ),
          description: anyLine,
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
    )
    .map(([required, extra]) => ({ ...required, ...extra })),
);
