import { compile } from '../../compile';
import { notationFor, notationOf, numbersTex, printingOf, stepsOf } from '../../derive';
import { passOnce } from '../../engine';
import { DEFAULT_PROBLEM, loadLibraryProblem } from '../../problem';
import { linesOf } from './lines';

async function firstTexs(): Promise<readonly string[]> {
  const read = await loadLibraryProblem(DEFAULT_PROBLEM);
  if (!read.ok) throw new Error(read.fault.error);
  const problem = read.value;
  const compiled = compile(problem);
  if (!compiled.ok) throw new Error(compiled.fault.error);
  const { graph, values } = compiled.value;
  const { detail, decimals } = notationOf(problem.notation);
  const [step] = stepsOf(compiled.value, detail);
  if (!step) throw new Error(`"${DEFAULT_PROBLEM}" has no steps`);
  const printing = printingOf(graph, notationFor(problem), true);
  const snapshot = passOnce(graph, values, problem.optimizer);
  const { put, result } = numbersTex(step, printing, snapshot, { decimals, copies: true });
  return [...Object.values(linesOf(step, printing)), put, result];
}

/** What the page writes of the first step of the problem that it opens with; run by the build alone. */
export const FIRST_TEXS = await firstTexs();
