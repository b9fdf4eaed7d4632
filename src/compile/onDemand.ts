import { fail, ok, once, type Problem, type Result } from '../problem';
import type { Compiled } from './compiled';
import { compileNetwork } from './network';

/** Grammar and compiler of programs come with the first program that is opened. */
const programs = once(() => import('./program'));

const NOT_LOADED =
  'The part of the page that reads programs could not be loaded; check the connection and try again';

/** One may be chosen next: what compiles it is there by then. */
export function expectProgram(): void {
  programs.load().catch(() => {});
}

/** The problem, as soon as what compiles it is at hand. */
export async function withCompiler(problem: Problem): Promise<Result<Problem>> {
  try {
    if (problem.kind === 'program') await programs.load();
    return ok(problem);
  } catch {
    return fail(NOT_LOADED, 'page');
  }
}

/** `compile`, of a problem whose compiler is at hand. */
export function compileAtHand(problem: Problem): Result<Compiled> {
  if (problem.kind === 'network') return compileNetwork(problem);
  return programs.loaded()?.compileProgram(problem) ?? fail(NOT_LOADED, 'page');
}
