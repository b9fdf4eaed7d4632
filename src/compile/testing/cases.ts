import { readdirSync, readFileSync } from 'node:fs';
import { type Matrix, passOnce, type Snapshot } from '../../engine';
import { type Problem, parseProblem } from '../../problem';
import { type Compiled, compile } from '../index';

/** What PyTorch computes for a problem; see golden/README.md. */
export interface Golden {
  readonly id: string;
  readonly loss: Entry;
  readonly perExample?: readonly Entry[];
  readonly values: Readonly<Record<string, Tensor>>;
  readonly gradients: Readonly<Record<string, Tensor>>;
  readonly updated: Readonly<Record<string, Tensor>>;
  readonly lossAfterUpdate: Entry;
  readonly fused?: Omit<Golden, 'id' | 'fused' | 'perExample'>;
  readonly nodes?: readonly { text: string; value: Tensor; gradient: Tensor | null }[];
}
export type Entry = number | string;
export type Tensor = Entry | readonly (readonly Entry[])[];

const root = new URL('../../../', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

function parsed(data: unknown): Problem {
  const result = parseProblem(data);
  if (!result.ok) throw new Error(`${result.fault.where}: ${result.fault.error}`);
  return result.value;
}

function readProblems(): ReadonlyMap<string, Problem> {
  const library = readdirSync(new URL('src/problem/library/', root))
    .filter((file) => file.endsWith('.json'))
    .map((file): [string, Problem] => [
      file.replace(/\.json$/, ''),
      parsed(json(`src/problem/library/${file}`)),
    ]);
  const inputs = ['networks', 'programs'].flatMap((set) => {
    const cases = json(`golden/inputs/${set}.json`) as { id: string; problem: unknown }[];
    return cases
      .filter((c) => c.problem !== undefined)
      .map((c): [string, Problem] => [c.id, parsed(c.problem)]);
  });
  return new Map([...library, ...inputs]);
}

let problems: ReadonlyMap<string, Problem> | undefined;

/** Every problem of the library and every random golden case, by id. */
export function everyProblem(): ReadonlyMap<string, Problem> {
  problems ??= readProblems();
  return problems;
}

export function problemOf(id: string): Problem {
  const problem = everyProblem().get(id);
  if (!problem) throw new Error(`No problem is called ${id}.`);
  return problem;
}

export function goldens(): readonly Golden[] {
  return ['networks', 'programs'].flatMap((set) => json(`golden/${set}.json`) as Golden[]);
}

export function compiled(problem: Problem): Compiled {
  const result = compile(problem);
  if (!result.ok) throw new Error(`${result.fault.where}: ${result.fault.error}`);
  return result.value;
}

/** One whole pass: forward, backward, update. */
export function passOf(source: Compiled): Snapshot {
  return passOnce(source.graph, source.values, source.problem.optimizer);
}

export function numbersOf(tensor: Tensor): readonly number[] {
  return (typeof tensor === 'object' ? tensor.flat() : [tensor]).map(Number);
}

/**
 * The largest distance as a part of what is allowed, `relative · max|expected| + absolute`; at most 1 where two
 * tensors agree. Infinities and NaN must be equal.
 */
export function excess(
  actual: Matrix | undefined,
  expected: readonly number[],
  relative: number,
  absolute: number,
): number {
  if (!actual || actual.data.length !== expected.length) return Number.POSITIVE_INFINITY;
  const finite = expected.filter(Number.isFinite).map(Math.abs);
  const allowed = relative * Math.max(0, ...finite) + absolute;
  return Math.max(
    0,
    ...expected.map((e, i) => {
      const a = actual.data[i] as number;
      if (!Number.isFinite(e)) return Object.is(a, e) ? 0 : Number.POSITIVE_INFINITY;
      return Number.isNaN(a) ? Number.POSITIVE_INFINITY : Math.abs(a - e) / allowed;
    }),
  );
}
