import { type Matrix, toRows } from '../../engine';
import { exampleCount, notationOf } from '../notation';
import type { Step } from '../step';
import { stepsOf } from '../steps';
import type { Source } from '../walk';
import { pythonName, stepCode } from './code';
import type { Dialect } from './code-ops';
import { type Printing, printingOf } from './context';
import { dialects, numpyHelpers } from './dialects';

function literal(m: Matrix): string {
  const rows = toRows(m).map((row) => `[${row.map(pythonNumber).join(', ')}]`);
  return `[${rows.join(',\n     ')}]`;
}

/** Doubles in full; -0 and exponents as Python reads them. */
function pythonNumber(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : `${value}`;
}

const headings = {
  forward: 'Forward pass',
  loss: 'Loss',
  backward: 'Backward pass',
  update: 'Update',
} as const;

function section(steps: readonly Step[], printing: Printing, dialect: Dialect): string[] {
  return steps.flatMap((step, i) => {
    const line = stepCode(step, printing, dialect);
    return step.phase === steps[i - 1]?.phase ? [line] : ['', `# ${headings[step.phase]}`, line];
  });
}

interface Head {
  readonly imports: (body: string) => readonly string[];
  readonly array: (rows: string) => string;
  /** What stands behind the derivation: PyTorch checks it with its own. */
  readonly tail: (parameters: readonly string[], loss: string) => readonly string[];
  readonly leaf: (name: string, isParameter: boolean) => readonly string[];
}

const heads: { readonly [D in Dialect['name']]: Head } = {
  numpy: {
    imports: (body) => {
      const used = Object.entries(numpyHelpers).filter(([name]) => body.includes(`${name}(`));
      const math = used.some(([, code]) => code.includes('math.')) ? ['import math', ''] : [];
      return [...math, 'import numpy as np', ...used.flatMap(([, code]) => ['', '', code])];
    },
    array: (rows) => `np.array(\n    ${rows})`,
    leaf: () => [],
    tail: () => [],
  },
  pytorch: {
    imports: (body) => [
      ...(body.includes('math.') ? ['import math', ''] : []),
      'import torch',
      ...(body.includes('F.') ? ['import torch.nn.functional as F'] : []),
      '',
      'torch.set_default_dtype(torch.float64)',
    ],
    array: (rows) => `torch.tensor(\n    ${rows})`,
    leaf: (name, isParameter) => (isParameter ? [`${name}.requires_grad_()`] : []),
    tail: (parameters, loss) => [
      '',
      '# The same gradients by automatic differentiation',
      `${loss}.backward()`,
      ...parameters.map((p) => `assert torch.allclose(${p}.grad, d${p})`),
    ],
  },
};

/** The whole problem as a program that can be run: data, forward, backward, update. */
export function programOf(source: Source, name: Dialect['name']): string {
  const { graph, values } = source;
  const [dialect, head] = [dialects[name], heads[name]];
  const printing = printingOf(graph, notationOf(undefined));
  const leaves = graph.nodes.filter((n) => n.op.kind === 'input');
  const nameOf = (id: string) => {
    const quantity = printing.quantities.get(id);
    return quantity ? pythonName(quantity) : id;
  };
  const data = leaves.flatMap((n) => {
    const value = values.get(n.id);
    if (!value) return [];
    const name = nameOf(n.id);
    return [
      `${name} = ${head.array(literal(value))}`,
      ...head.leaf(name, n.role === 'parameter' && n.differentiable),
    ];
  });
  const root = graph.nodes[graph.root];
  const body = [
    '# Data and parameters',
    `m = ${exampleCount(graph)}`,
    `alpha = ${source.problem.optimizer.learningRate}`,
    ...data,
    ...section(stepsOf(source, 'quantities'), printing, dialect),
    ...head.tail(
      graph.parameters.map((p) => nameOf(graph.nodes[p]?.id ?? '')),
      nameOf(root?.id ?? ''),
    ),
  ].join('\n');
  return `${[...head.imports(body), '', body].join('\n')}\n`;
}
