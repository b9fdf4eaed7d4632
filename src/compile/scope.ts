import { didYouMean, NAME, type ProgramProblem, type Tensor, tensorOf } from '../problem';
import type { Line } from './ast';
import { cycleInWords, cycleThrough } from './cycle';
import { FUNCTION_NAMES, FUNCTIONS } from './functions';

/** A problem of naming, without its place. */
export type Complaint = string | undefined;

/** A value given in the file, and the role that it has. */
export interface Given {
  readonly tensor: Tensor;
  readonly role: 'input' | 'parameter';
}

export function givenValue({ data, parameters }: ProgramProblem, name: string): Given | undefined {
  const input = tensorOf(data, name);
  if (input !== undefined) return { tensor: input, role: 'input' };
  const parameter = tensorOf(parameters, name);
  return parameter === undefined ? undefined : { tensor: parameter, role: 'parameter' };
}

function tooLong(name: string): string {
  return `The name ${name.slice(0, 12)}… is longer than 32 characters`;
}

/** Why the line of this index may not have its name. */
export function complainAboutName(
  problem: ProgramProblem,
  lines: readonly Line[],
  index: number,
): Complaint {
  const name = lines[index]?.name ?? '';
  if (!NAME.test(name)) return tooLong(name);
  if (FUNCTIONS.has(name)) return `${name} is a function, so no line can have that name`;
  const given = givenValue(problem, name);
  if (given) {
    const group = given.role === 'input' ? 'data' : 'parameters';
    return `${name} is given in "${group}" already; choose another name for this line`;
  }
  if (lines.findIndex((line) => line.name === name) < index) {
    return `${name} is defined twice; each name stands for one quantity`;
  }
  return undefined;
}

/** Why a name has no value on the line of this index. */
export function complainAboutUnknown(
  problem: ProgramProblem,
  lines: readonly Line[],
  index: number,
  name: string,
): string {
  if (!NAME.test(name)) return tooLong(name);
  if (FUNCTIONS.has(name)) return `${name} is a function; write ${name}(…)`;
  if (lines[index]?.name === name) return `${name} is used in its own definition`;
  if (lines.some((line) => line.name === name)) {
    const cycle = cycleThrough(lines, lines[index]?.name ?? '') ?? cycleThrough(lines, name);
    if (cycle) return `${cycleInWords(cycle)}, so none of them can be calculated first`;
    return `${name} is used before the line that defines it; move that line up`;
  }
  const known = [
    ...Object.keys(problem.data),
    ...Object.keys(problem.parameters),
    ...lines.slice(0, index).map((line) => line.name),
  ];
  const hint = didYouMean(name, known);
  return hint
    ? `${name} has no value.${hint}`
    : `${name} has no value; give it in "data" or "parameters", or define it on a line above`;
}

/** Why a function of this name cannot be called. */
export function complainAboutFunction(isName: boolean, name: string, suggestion: string): string {
  if (!NAME.test(name)) return tooLong(name);
  if (isName) return `${name} is no function; write ${name} * (…) for a product`;
  return suggestion
    ? `There is no function ${name}.${suggestion}`
    : `There is no function ${name}; there are ${FUNCTION_NAMES.join(', ')}`;
}
