import { compile } from '../../compile';
import { quantitiesOf } from '../../engine';
import { didYouMean, fail, ok, type Result } from '../../problem';
import type { SharedState } from '../share';
import { stepsFor } from '../walk';

/**
 * Whether the page can stand where a stop says; `state` is the stop as `OpenStop` gives it. The page itself goes
 * to the problem's beginning where it cannot.
 */
export function checkStop(state: SharedState, index: number): Result<null> {
  const where = `stops[${index}]`;
  const compiled = compile(state.problem);
  if (!compiled.ok) return compiled;
  const steps = stepsFor(compiled.value, state.detail).map(({ id }) => id);
  if (!steps.includes(state.step)) {
    return fail(
      `The problem has no step "${state.step}" at the detail "${state.detail}".${didYouMean(state.step, steps)}`,
      `${where}.step`,
    );
  }
  if (!state.entry) return ok(null);
  const [id, row, col] = state.entry;
  const quantities = quantitiesOf(compiled.value.graph);
  const quantity = quantities.get(id);
  if (!quantity) {
    return fail(
      `The problem has no quantity "${id}".${didYouMean(id, [...quantities.keys()])}`,
      `${where}.entry`,
    );
  }
  const [rows, cols] = quantity.node.shape;
  return row < rows && col < cols
    ? ok(null)
    : fail(
        `${id} is ${rows}×${cols}; rows and columns count from 0, so it has no entry [${row},${col}]`,
        `${where}.entry`,
      );
}
