import { passOnce, type Shape } from '../../engine';
import { newData, type ProgramProblem, type Tensor } from '../../problem';
import { compileProgram } from '../program';

/** The proposals of a seed whose pass holds only numbers are taken; a logarithm of a negative one is none. */
export const SEEDS = [3, 1, 2, 4, 5, 6];
/** Stands for numbers without a sign. */
export const ALL_POSITIVE = 0;

export function numbersFor(name: string, [rows, cols]: Shape, seed: number): Tensor {
  const fresh = newData(seed, name, rows, cols);
  const numbers = seed === ALL_POSITIVE ? fresh.map((row) => row.map(Math.abs)) : fresh;
  return rows === 1 && cols === 1 ? (numbers[0]?.[0] as number) : numbers;
}

function isAllNumbers({ problem }: { readonly problem: ProgramProblem }): boolean {
  const compiled = compileProgram(problem);
  if (!compiled.ok) return true;
  const { graph, values } = compiled.value;
  const { layout, memory } = passOnce(graph, values, problem.optimizer);
  return memory.subarray(0, layout.length).every(Number.isFinite);
}

export function firstFinite<T extends { readonly problem: ProgramProblem }>(
  seeds: readonly number[],
  make: (seed: number) => T,
): T | undefined {
  for (const seed of seeds) {
    const made = make(seed);
    if (isAllNumbers(made)) return made;
  }
  return undefined;
}
