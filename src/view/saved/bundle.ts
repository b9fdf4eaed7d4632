import {
  fail,
  isRecord,
  ok,
  type Problem,
  parseProblem,
  type Result,
  readJson,
  readProblem,
  writeProblem,
} from '../../problem';
import { tidyName } from './names';

/** Several problems in one file, under the names that they have in the browser. */
export interface Named {
  readonly name: string;
  readonly problem: Problem;
}

const FORMAT = 'backstep-problems';
const VERSION = 1;
const MOST = 1000;

/** Each problem as `writeProblem` writes it, so that a file of many reads as well as one. */
export function writeBundle(entries: readonly Named[]): string {
  const problems = entries.map(
    ({ name, problem }) =>
      `{ "name": ${JSON.stringify(name)}, "problem": ${writeProblem(problem).trimEnd()} }`,
  );
  return `{ "format": "${FORMAT}", "version": ${VERSION}, "problems": [\n${problems.join(',\n')}\n] }\n`;
}

function bundleIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const read = readJson(text, Number.POSITIVE_INFINITY);
  if (!read.ok || !isRecord(read.value)) return undefined;
  const data = read.value;
  return Object.hasOwn(data, 'format') && data.format === FORMAT ? data : undefined;
}

/** A file of many problems or of one. If one of them is refused, none is taken. */
export function readBundle(text: string): Result<readonly Named[]> {
  const bundle = bundleIn(text);
  if (!bundle) {
    const one = readProblem(text);
    return one.ok ? ok([{ name: one.value.title, problem: one.value }]) : one;
  }
  const { version, problems } = bundle;
  if (version !== VERSION)
    return fail(
      `The file is of another version; this Backstep reads version ${VERSION}`,
      'version',
    );
  if (!Array.isArray(problems) || problems.length > MOST)
    return fail(`"problems" must be a list of at most ${MOST}`, 'problems');
  const named: Named[] = [];
  for (const [i, entry] of problems.entries()) {
    const where = `problems[${i}]`;
    if (!isRecord(entry))
      return fail('An entry must be an object with a name and a problem', where);
    const read = parseProblem(entry.problem);
    if (!read.ok) return fail(read.fault.error, `${where}.${read.fault.where}`);
    const name = tidyName(typeof entry.name === 'string' ? entry.name : read.value.title);
    named.push({ name: name || 'Untitled', problem: read.value });
  }
  return ok(named);
}
