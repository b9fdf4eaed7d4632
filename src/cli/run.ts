import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { compile } from '../compile';
import { type Fault, fail, ok, type Result, readProblem } from '../problem';
import { type Trace, traceOf } from './trace-of';

const USAGE =
  'Usage: npm run --silent trace -- FILE… (problem files), or - for one problem a line on standard input.';

/** What the command line reads and writes, so that it can be tested without a process. */
export interface Terminal {
  readonly input: Readable;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

export function trace(text: string): Result<Trace> {
  const problem = readProblem(text);
  if (!problem.ok) return problem;
  const compiled = compile(problem.value);
  return compiled.ok ? ok(traceOf(compiled.value)) : compiled;
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'This file may not be read.',
  EISDIR: 'This is a folder, not a problem file.',
};

async function textOf(file: string): Promise<Result<string>> {
  try {
    return ok(await readFile(file, 'utf8'));
  } catch (cause) {
    const code = String((cause as { code?: unknown }).code ?? '');
    return fail(FILE_FAULTS[code] ?? 'This file cannot be read.', file);
  }
}

async function* lines(input: Readable): AsyncGenerator<Result<string>> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') yield ok(line);
  }
}

async function* texts(files: readonly string[], input: Readable): AsyncGenerator<Result<string>> {
  for (const file of files) {
    if (file === '-') yield* lines(input);
    else yield await textOf(file);
  }
}

/** Prints one JSON a line for each problem, a fault in the place of one that cannot be used; the exit code. */
export async function main(files: readonly string[], terminal: Terminal): Promise<0 | 2> {
  if (files.length === 0) {
    terminal.complain(USAGE);
    return 2;
  }
  let code: 0 | 2 = 0;
  for await (const text of texts(files, terminal.input)) {
    const result = text.ok ? trace(text.value) : text;
    const printed: Trace | Fault = result.ok ? result.value : result.fault;
    if (!result.ok) code = 2;
    terminal.print(JSON.stringify(printed));
  }
  return code;
}
