import * as v from 'valibot';
import { schemaFault } from '../faults';
import { type Fields, fieldsOf, readJson } from '../file';
import { LIBRARY } from '../library/entries';
import { grouped } from '../limits';
import { didYouMean } from '../nearest';
import { parseProblem } from '../parse';
import { FORMAT, type Problem } from '../problem';
import { isRecord } from '../record';
import { fail, ok, type Result } from '../result';
import { quote } from '../show';
import { numbersIn, tooManyNumbers } from '../tensors';
import {
  LECTURE_FORMAT,
  LECTURE_VERSION,
  type Lecture,
  type LectureStop,
  PROBLEM_NAME,
} from './lecture';
import { LECTURE_LIMITS } from './limits';
import { type LectureFile, lectureFile } from './schema';

/** Lengths alone, before any stop or number is looked at, so that a huge file is refused at once. */
function checkSize({ stops, problems }: Fields): Result<null> {
  if (Array.isArray(stops) && stops.length > LECTURE_LIMITS.stops) {
    return fail(
      `The lecture has ${grouped(stops.length)} stops; the limit is ${LECTURE_LIMITS.stops}. Split it into several`,
      'stops',
    );
  }
  if (!isRecord(problems)) return ok(null);
  const files = Object.values(problems);
  if (files.length > LECTURE_LIMITS.problems) {
    return fail(
      `The lecture has ${grouped(files.length)} problems of its own; the limit is ${LECTURE_LIMITS.problems}`,
      'problems',
    );
  }
  const numbers = numbersIn(...files.flatMap((f) => (isRecord(f) ? [f.data, f.parameters] : [])));
  return numbers > LECTURE_LIMITS.numbers ? fail(tooManyNumbers(numbers), 'problems') : ok(null);
}

function readProblems(files: Fields): Result<Lecture['problems']> {
  const read: [string, Problem][] = [];
  for (const [name, file] of Object.entries(files)) {
    if (!PROBLEM_NAME.test(name)) {
      return fail(
        `${quote(name)} cannot name a problem: use a letter, then up to 63 letters, digits, ".", "_" or "-"`,
        'problems',
      );
    }
    const problem = parseProblem(file);
    if (!problem.ok) {
      const { error, where } = problem.fault;
      const place = where === 'file' ? `problems.${name}` : `problems.${name}.${where}`;
      return fail(`The problem ${quote(name)} cannot be read: ${error}`, place);
    }
    read.push([name, problem.value]);
  }
  // Not assignment: `__proto__` would be a setter there. Here it is refused above besides.
  return ok(Object.fromEntries(read));
}

/** Every stop names a problem of the lecture or of the library. */
function checkNames(stops: readonly LectureStop[], own: Lecture['problems']): Result<null> {
  const known = new Set([...Object.keys(own), ...LIBRARY.map(({ id }) => id)]);
  const index = stops.findIndex(({ problem }) => !known.has(problem));
  const name = stops[index]?.problem;
  if (name === undefined) return ok(null);
  return fail(
    `${quote(name)} is neither in the lecture's "problems" nor in the library.${didYouMean(name, [...known])}`,
    `stops[${index}].problem`,
  );
}

function readFile(file: Fields): Result<LectureFile> {
  const read = v.safeParse(lectureFile, file, { abortEarly: true });
  return read.success ? ok(read.output) : schemaFault(read.issues[0]);
}

const KIND = {
  format: LECTURE_FORMAT,
  version: LECTURE_VERSION,
  thing: 'lecture',
  subject: 'This lecture',
} as const;

/** A parsed JSON value becomes a lecture with every default filled in. */
export function parseLecture(data: unknown): Result<Lecture> {
  if (isRecord(data) && data.format === FORMAT) {
    return fail('This is a problem, not a lecture; open it as a problem file', 'format');
  }
  const fields = fieldsOf(data, KIND);
  if (!fields.ok) return fields;
  const size = checkSize(fields.value);
  if (!size.ok) return size;
  const file = readFile(fields.value);
  if (!file.ok) return file;
  const { format: _f, version: _v, problems: files, ...rest } = file.value;
  const problems = readProblems(files);
  if (!problems.ok) return problems;
  const names = checkNames(rest.stops, problems.value);
  return names.ok ? ok({ ...rest, problems: problems.value }) : names;
}

/** The text of a lecture file. */
export function readLecture(text: string): Result<Lecture> {
  const json = readJson(text, LECTURE_LIMITS.characters);
  return json.ok ? parseLecture(json.value) : json;
}
