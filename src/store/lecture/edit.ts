import { fail, grouped, ok, type Problem, type Result } from '../../problem';
import {
  HIDEABLE,
  type Hideable,
  LECTURE_LIMITS,
  type Lecture,
  type LectureStop,
  type StopView,
  writeLecture,
} from '../../problem/lecture';
import type { SharedState } from '../share';
import { captureStop } from './capture';

// Each gives another lecture; one that changes nothing gives the same. Indices count from 0.

/** A lecture, and the stop to stand at in it. */
export interface At {
  readonly lecture: Lecture;
  readonly at: number;
}

export function emptyLecture(title = 'Untitled'): Lecture {
  return { title, problems: {}, stops: [] };
}

/** A problem that no stop needs is dropped with its last one. */
function withStops(lecture: Lecture, stops: readonly LectureStop[]): Lecture {
  const used = new Set(stops.map(({ problem }) => problem));
  const own = Object.entries(lecture.problems);
  const kept = own.filter(([name]) => used.has(name));
  const problems = kept.length === own.length ? lecture.problems : Object.fromEntries(kept);
  return { ...lecture, problems, stops };
}

const within = (index: number, length: number) => Math.max(0, Math.min(index, length - 1));

/** The page's place as a new stop after the current one. */
export function addStop(
  { lecture, at }: At,
  state: SharedState,
  base: Problem | undefined,
): Result<At> {
  if (lecture.stops.length >= LECTURE_LIMITS.stops) {
    return fail(
      `A lecture may have ${LECTURE_LIMITS.stops} stops; remove one, or start another lecture`,
      'stops',
    );
  }
  const { problems, stop } = captureStop(lecture, state, base);
  const after = lecture.stops.length === 0 ? 0 : within(at, lecture.stops.length) + 1;
  const stops = lecture.stops.toSpliced(after, 0, stop);
  return withinLimits({ lecture: withStops({ ...lecture, problems }, stops), at: after }, lecture);
}

/** The page's place in place of the current stop's, whose title, note and hidden parts stay. */
export function replaceStop(
  { lecture, at }: At,
  state: SharedState,
  base: Problem | undefined,
): Result<At> {
  const old = lecture.stops[at];
  if (!old) return addStop({ lecture, at }, state, base);
  const { view, hidden, title, note } = old;
  const { problems, stop } = captureStop(lecture, state, base, { view, hidden, title, note });
  const stops = lecture.stops.with(at, stop);
  return withinLimits({ lecture: withStops({ ...lecture, problems }, stops), at }, lecture);
}

/** What could not be opened again is refused now. Looked at only where a problem has come in. */
function withinLimits(next: At, before: Lecture): Result<At> {
  const { problems } = next.lecture;
  const isNew = Object.keys(problems).some((name) => !Object.hasOwn(before.problems, name));
  if (!isNew) return ok(next);
  if (Object.keys(problems).length > LECTURE_LIMITS.problems) {
    return fail(
      `A lecture may have ${LECTURE_LIMITS.problems} problems of its own; remove the stops of one first`,
      'problems',
    );
  }
  return writeLecture(next.lecture).length > LECTURE_LIMITS.characters
    ? fail(
        `With this problem the lecture would be longer than ${grouped(LECTURE_LIMITS.characters)} characters; start another lecture for it`,
        'problems',
      )
    : ok(next);
}

/** The one after it is stood at then, or the last. */
export function removeStop({ lecture, at }: At, index: number): At {
  if (!lecture.stops[index]) return { lecture, at };
  const stops = lecture.stops.toSpliced(index, 1);
  const moved = index < at ? at - 1 : at;
  return { lecture: withStops(lecture, stops), at: within(moved, stops.length) };
}

/** Whoever stands at a stop stays at that stop. Beyond the ends is at the end. */
export function moveStop({ lecture, at }: At, from: number, to: number): At {
  const { stops } = lecture;
  const stop = stops[from];
  const target = within(to, stops.length);
  if (!stop || target === from) return { lecture, at };
  const moved = stops.toSpliced(from, 1).toSpliced(target, 0, stop);
  const current = stops
    .map((_, i) => i)
    .toSpliced(from, 1)
    .toSpliced(target, 0, from);
  return { lecture: { ...lecture, stops: moved }, at: current.indexOf(at) };
}

function changeStop(lecture: Lecture, index: number, change: Partial<LectureStop>): Lecture {
  const old = lecture.stops[index];
  return old ? { ...lecture, stops: lecture.stops.with(index, { ...old, ...change }) } : lecture;
}

/** What the file would refuse is taken out, and what is too long is cut: a text field must not fail. */
function plain(text: string, longest: number, isLine: boolean): string {
  const clean = isLine
    ? text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    : text.replace(/[^\P{Cc}\n\r\t]|\p{Cs}/gu, '');
  // Not through the middle of a character of two units.
  return clean.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}

export function renameLecture(lecture: Lecture, title: string): Lecture {
  return { ...lecture, title: plain(title, LECTURE_LIMITS.title, true) };
}

export function renameStop(lecture: Lecture, index: number, title: string): Lecture {
  return changeStop(lecture, index, { title: plain(title, LECTURE_LIMITS.stopTitle, true) });
}

export function setNote(lecture: Lecture, index: number, note: string): Lecture {
  return changeStop(lecture, index, { note: plain(note, LECTURE_LIMITS.note, false) });
}

export function setHidden(lecture: Lecture, index: number, hidden: readonly Hideable[]): Lecture {
  return changeStop(lecture, index, { hidden: HIDEABLE.filter((each) => hidden.includes(each)) });
}

export function setView(lecture: Lecture, index: number, view: StopView): Lecture {
  return changeStop(lecture, index, { view });
}
