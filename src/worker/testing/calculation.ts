import { compiled } from '../../compile/testing/cases';
import type { Problem } from '../../problem';
import type { Calculation } from '../protocol';

/** What the page sends of a problem. */
export function calculationOf(problem: Problem): Calculation {
  const { graph, values } = compiled(problem);
  return { graph, values, optimizer: problem.optimizer };
}
