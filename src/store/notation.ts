import { notationOf } from '../derive';
import { type Notation, type Problem, relayout } from '../problem';

/** The problem as that notation writes it, matrices turned; as it is where it is written so already. */
export function inNotation(problem: Problem, id: Notation | undefined): Problem {
  if (id === undefined || (problem.notation === id && !problem.mixture)) return problem;
  const { mixture: _, ...rest } = problem;
  const plain = rest as Problem;
  const turned = plain.kind === 'network' ? relayout(plain, notationOf(id)) : plain;
  return { ...turned, notation: id };
}
