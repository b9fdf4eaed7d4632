import { compile } from '../../compile';
import { everyProblem } from '../../compile/testing/cases';
import { programOf } from '../../compile/testing/programs';
import {
  type Detail,
  notationOf,
  printingOf,
  quantityText,
  type Step,
  stepsOf,
} from '../../derive';
import { passOnce } from '../../engine';
import type { Problem } from '../../problem';
import type { GraphScene } from './scene';

/** How a graph is drawn at first, and with all its lines open. */
export const BOTH = [
  ['folded', { all: false }],
  ['open', { all: true }],
] as const;

const GIVEN = { x: 1.5, y: 0.2 };
/** One or more lines over x, y, w and perhaps b, all of them numbers. */
export const fan = (program: string, data = GIVEN): Problem =>
  programOf(program, { data, parameters: { w: 0.7, ...(program.includes('b') && { b: -0.4 }) } });

export const programs = [...everyProblem()].filter(([, { kind }]) => kind === 'program');

/** The scenes of a problem's walk with everything known, as at its end. */
function graphScenes(
  problem: Problem,
  detail: Detail,
  folding: Partial<Pick<GraphScene, 'all' | 'opened'>> = {},
): readonly GraphScene[] {
  const compiled = compile(problem);
  if (!compiled.ok) throw new Error(compiled.fault.error);
  const { graph, values } = compiled.value;
  const snapshot = passOnce(graph, values, problem.optimizer);
  const printing = printingOf(graph, notationOf(problem.notation));
  return stepsOf(compiled.value, detail).map(
    (step: Step): GraphScene => ({
      graph,
      snapshot,
      step,
      isKnown: () => true,
      decimals: 3,
      example: 0,
      symbol: (id) => quantityText(printing, id),
      source: compiled.value,
      printing,
      detail,
      all: null,
      opened: {},
      ...folding,
    }),
  );
}

export function lastScene(
  problem: Problem,
  detail: Detail,
  folding: Partial<Pick<GraphScene, 'all' | 'opened'>> = {},
): GraphScene {
  const scene = graphScenes(problem, detail, folding).at(-1);
  if (!scene) throw new Error('The problem has no step.');
  return scene;
}
