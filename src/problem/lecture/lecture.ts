import type { Notation, Problem, Source } from '../problem';

/** The lecture file, version 1, after it was read and its defaults filled in. */

export const LECTURE_FORMAT = 'backstep-lecture';
export const LECTURE_VERSION = 1;

// The same names as in the walk and on the page, which this folder does not know; a test holds them together.
export const STOP_DETAILS = ['layers', 'quantities', 'operations'] as const;
export type StopDetail = (typeof STOP_DETAILS)[number];

export const STOP_DEPTHS = ['layer', 'entry', 'path', 'derivation'] as const;
export type StopDepth = (typeof STOP_DEPTHS)[number];

/** What stands large in front; `auto` leaves it to the step. */
export const STOP_VIEWS = ['auto', 'diagram', 'equation', 'numbers'] as const;
export type StopView = (typeof STOP_VIEWS)[number];

/** What the audience does not see until the lecturer shows it. */
export const HIDEABLE = ['result', 'numbers', 'rule', 'chain', 'words', 'diagram'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** Row and column count from 0. */
export type StopEntry = readonly [quantity: string, row: number, col: number];

/** One place that the lecturer goes to. */
export interface LectureStop {
  /** A name in the lecture's own `problems`; else an id of the library. */
  readonly problem: string;
  /** `backward:W2` */
  readonly step: string;
  /** How fine the walk is; absent: as the notation has it. */
  readonly detail?: StopDetail;
  /** How the problem is written; absent: as its file says. */
  readonly notation?: Notation;
  /** From 0. */
  readonly example: number;
  /** Only that example is looked at. */
  readonly alone: boolean;
  /** Digits after the point; absent: the notation's own. */
  readonly decimals?: number;
  readonly depth: StopDepth;
  readonly entry?: StopEntry;
  readonly view: StopView;
  /** Each once, in the order of `HIDEABLE`. */
  readonly hidden: readonly Hideable[];
  /** For the audience: plain text, never TeX or HTML. */
  readonly title: string;
  /** For the lecturer: plain text, in which `fillNote` puts numbers for `{dW2[0,1]}`. */
  readonly note: string;
}

export interface Lecture {
  readonly title: string;
  readonly source?: Source;
  readonly description?: string;
  /** Problems that are not in the library, or were changed; own keys only. */
  readonly problems: Readonly<Record<string, Problem>>;
  readonly stops: readonly LectureStop[];
}

/** Names of the lecture's own problems; ids of the library look the same. */
export const PROBLEM_NAME = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;

/** The lecture's own problem of that name; undefined for one of the library. */
export function ownProblem({ problems }: Lecture, name: string): Problem | undefined {
  return Object.hasOwn(problems, name) ? problems[name] : undefined;
}
