import * as v from 'valibot';
import { LIMITS } from '../limits';
import { NOTATIONS } from '../problem';
import { isRecord } from '../record';
import { flag, LINES, oneOf, record, text } from '../schema';
import {
  HIDEABLE,
  LECTURE_FORMAT,
  LECTURE_VERSION,
  STOP_DEPTHS,
  STOP_DETAILS,
  STOP_VIEWS,
} from './lecture';
import { LECTURE_LIMITS } from './limits';

/** The lecture file as it is written; the problems in it are read by `parseProblem`. */

function upTo(most: number) {
  const what = `a whole number from 0 to ${most}`;
  return v.pipe(v.number(what), v.integer(what), v.minValue(0, what), v.maxValue(most, what));
}

const entry = v.strictTuple(
  [text(LECTURE_LIMITS.step), upTo(LECTURE_LIMITS.index), upTo(LECTURE_LIMITS.index)],
  'a list of a quantity, a row and a column, as in ["W2", 0, 1]',
);

const hidden = v.pipe(
  v.array(oneOf(HIDEABLE), 'a list, as in ["result"]'),
  v.maxLength(HIDEABLE.length, `at most ${HIDEABLE.length} long`),
  // In one order, each once, so that equal lectures are written alike.
  v.transform((names) => HIDEABLE.filter((name) => names.includes(name))),
);

const stop = record({
  problem: text(LIMITS.title),
  step: text(LECTURE_LIMITS.step),
  detail: v.exactOptional(oneOf(STOP_DETAILS)),
  notation: v.exactOptional(oneOf(NOTATIONS)),
  example: v.optional(upTo(LECTURE_LIMITS.index), 0),
  alone: v.optional(flag, false),
  decimals: v.exactOptional(upTo(LECTURE_LIMITS.decimals)),
  depth: v.optional(oneOf(STOP_DEPTHS), 'layer'),
  entry: v.exactOptional(entry),
  view: v.optional(oneOf(STOP_VIEWS), 'auto'),
  hidden: v.optional(hidden, []),
  title: v.optional(text(LECTURE_LIMITS.stopTitle), ''),
  note: v.optional(text(LECTURE_LIMITS.note, LINES), ''),
});

export const lectureFile = record({
  format: v.literal(LECTURE_FORMAT, `"${LECTURE_FORMAT}"`),
  version: v.literal(LECTURE_VERSION, `${LECTURE_VERSION}`),
  title: v.optional(text(LECTURE_LIMITS.title), 'Untitled'),
  source: v.exactOptional(
    record({ document: text(LIMITS.source), section: v.exactOptional(text(LIMITS.source)) }),
  ),
  description: v.exactOptional(text(LIMITS.description, LINES)),
  problems: v.optional(
    v.custom<Record<string, unknown>>(isRecord, 'an object of names and problem files'),
    {},
  ),
  stops: v.array(stop, 'a list of stops'),
});

export type LectureFile = v.InferOutput<typeof lectureFile>;
