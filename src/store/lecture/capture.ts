import { notationOf } from '../../derive';
import { type Problem, toFile } from '../../problem';
import {
  type Lecture,
  type LectureStop,
  PROBLEM_NAME,
  STOP_DEPTHS,
  STOP_DETAILS,
} from '../../problem/lecture';
import { inNotation } from '../notation';
import type { SharedState } from '../share';
import { compact, type Json } from '../share/text';

const textOf = (problem: Problem) => compact(toFile(problem) as Json);

interface Named {
  readonly problems: Lecture['problems'];
  readonly name: string;
  /** What the stop says of how the problem is written; undefined where the problem says it. */
  readonly notation: LectureStop['notation'];
}

/** The library's problem as it stands there, or written in another notation. */
function ofLibrary(state: SharedState, base: Problem | undefined): Omit<Named, 'problems'> | null {
  const { problem, library } = state;
  if (library === null || !base) return null;
  const text = textOf(problem);
  if (textOf(base) === text) return { name: library, notation: undefined };
  const { notation } = problem;
  const turned = notation && textOf(inNotation(base, notation)) === text;
  return turned ? { name: library, notation } : null;
}

function freeName(state: SharedState, { problems }: Lecture): string {
  const wanted = state.library === null ? 'own' : `${state.library}-changed`;
  const stem = PROBLEM_NAME.test(wanted) ? wanted.slice(0, 56) : 'own';
  let name = stem;
  for (let n = 2; Object.hasOwn(problems, name); n++) name = `${stem}-${n}`;
  return name;
}

/** Equal problems share a name; one that the library has is its id. */
function named(lecture: Lecture, state: SharedState, base: Problem | undefined): Named {
  const { problems } = lecture;
  const known = ofLibrary(state, base);
  // A problem of one's own by that name would stand in the library's place.
  if (known && !Object.hasOwn(problems, known.name)) return { problems, ...known };
  const text = textOf(state.problem);
  const same = Object.entries(problems).find(
    ([, problem]) => problem === state.problem || textOf(problem) === text,
  );
  if (same) return { problems, name: same[0], notation: undefined };
  const name = freeName(state, lecture);
  const all = Object.entries(problems).concat([[name, state.problem]]);
  return { problems: Object.fromEntries(all), name, notation: undefined };
}

/** What a stop says besides the place. */
export type StopTexts = Pick<LectureStop, 'view' | 'hidden' | 'title' | 'note'>;

const NO_TEXTS: StopTexts = { view: 'auto', hidden: [], title: '', note: '' };

/**
 * The page's place as a stop, and the lecture's problems with the one that it needs. `base` is the problem of
 * `state.library` as the library has it.
 */
export function captureStop(
  lecture: Lecture,
  state: SharedState,
  base: Problem | undefined,
  texts: StopTexts = NO_TEXTS,
): { readonly problems: Lecture['problems']; readonly stop: LectureStop } {
  const { problems, name, notation } = named(lecture, state, base);
  const { step, example, alone, decimals, entry } = state;
  const detail = STOP_DETAILS.find((each) => each === state.detail) ?? 'layers';
  const isUsual = detail === notationOf(state.problem.notation).detail;
  const stop: LectureStop = {
    problem: name,
    step,
    ...(!isUsual && { detail }),
    ...(notation && { notation }),
    example,
    alone,
    ...(decimals !== null && { decimals }),
    depth: STOP_DEPTHS.find((each) => each === state.depth) ?? 'layer',
    ...(entry && { entry }),
    ...texts,
  };
  return { problems, stop };
}
