import { fail, ok, type Problem, type Result } from '../problem';
import type { Compiled } from './compiled';
import { compileNetwork } from './network';

type Compiler = typeof import('./program');

/** Grammar and compiler of programs come with the first program that is opened. */
let programs: Compiler | undefined;

const NOT_LOADED =
  'The part of the page that reads programs could not be loaded; check the connection and try again';

async function loadPrograms(): Promise<void> {
  programs ??= await import('./program');
}

/** One may be chosen next: what compiles it is there by then. */
export function expectProgram(): void {
  loadPrograms().catch(() => {});
}

/** The problem, as soon as what compiles it is at hand. */
export async function withCompiler(problem: Problem): Promise<Result<Problem>> {
  try {
    if (problem.kind === 'program') await loadPrograms();
    return ok(problem);
  } catch {
    return fail(NOT_LOADED, 'page');
  }
}

/** `compile`, of a problem whose compiler is at hand. */
export function compileAtHand(problem: Problem): Result<Compiled> {
  if (problem.kind === 'network') return compileNetwork(problem);
  return programs ? programs.compileProgram(problem) : fail(NOT_LOADED, 'page');
}
