import type { Problem, Result } from '../problem';
import type { Compiled } from './compiled';
import { compileNetwork } from './network';
import { compileProgram } from './program';

/** A problem becomes a graph with the value of each leaf, or one sentence about why it cannot. */
export function compile(problem: Problem): Result<Compiled> {
  return problem.kind === 'network' ? compileNetwork(problem) : compileProgram(problem);
}
