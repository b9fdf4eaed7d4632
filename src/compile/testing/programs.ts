import {
  backward,
  createPlan,
  formatShape,
  forward,
  type Graph,
  type Snapshot,
  setLeaf,
  snapshotOf,
} from '../../engine';
import type { ProgramProblem, Result, Tensors } from '../../problem';
import { compile } from '../compile';
import type { Compiled } from '../compiled';

const A = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const GIVEN: Tensors = {
  A,
  B: [
    [1, 2],
    [3, 5],
  ],
  x: [[1], [2], [3]],
  v: [[1], [2]],
  s: 2,
  t: 3,
  u: 5,
};

/** A program with those of the given values that it names. */
export function programOf(program: string, more: Partial<ProgramProblem> = {}): ProgramProblem {
  const used = Object.entries(GIVEN).filter(([name]) => new RegExp(`\\b${name}\\b`).test(program));
  return {
    kind: 'program',
    title: 'Test',
    program,
    examples: 'columns',
    data: {},
    parameters: Object.fromEntries(used),
    optimizer: { kind: 'sgd', learningRate: 0.1 },
    ...more,
  };
}

export function compiledOf(program: string, more: Partial<ProgramProblem> = {}): Compiled {
  const compiled = compile(programOf(program, more));
  if (!compiled.ok) throw new Error(`${compiled.fault.error} (${compiled.fault.where})`);
  return compiled.value;
}

/** Forward and backward. */
export function pass({ graph, values }: Pick<Compiled, 'graph' | 'values'>): Snapshot {
  const plan = createPlan(graph);
  for (const [id, value] of values) setLeaf(plan, id, value);
  forward(plan);
  backward(plan);
  return snapshotOf(plan);
}

export function describeNodes(graph: Graph): string[] {
  return graph.nodes.map(({ id, role, op, args, shape }) => {
    const from = args.map((arg) => graph.nodes[arg]?.id).join(' ');
    return `${id} ${role} ${op.kind}(${from}) ${formatShape(shape)}`;
  });
}

export function faultOf(result: Result<Compiled>): [string, string] {
  if (result.ok) throw new Error('expected a fault');
  return [result.fault.error, result.fault.where.replace(/^program, /, '')];
}
