import type { Examples, Op, OpKind, Ops, Shape } from '../engine';
import { didYouMean } from '../problem';

interface FunctionRule {
  readonly op: (examples: Examples) => Op;
  /** To a single number. */
  readonly reduces?: true;
  /** What is wrong with an argument of this shape, or nothing. */
  readonly refuses?: (shape: Shape, text: string) => string | undefined;
}

/** Operations without attributes. */
type PlainKind = { [K in OpKind]: keyof Ops[K] extends never ? K : never }[OpKind];

function plain(kind: PlainKind): FunctionRule {
  return { op: () => ({ kind }) };
}

function vectorsOnly([rows, cols]: Shape, text: string): string | undefined {
  if (rows === 1 || cols === 1) return undefined;
  return `norm2 takes a vector, but ${text} is ${rows}×${cols}; write sqrt(sqnorm(…)) for a matrix`;
}

/** The functions of the language, each of one argument. A Map: `constructor` is no function. */
export const FUNCTIONS: ReadonlyMap<string, FunctionRule> = new Map<string, FunctionRule>([
  ['exp', plain('exp')],
  ['log', plain('log')],
  ['sqrt', plain('sqrt')],
  ['sin', plain('sin')],
  ['cos', plain('cos')],
  ['abs', plain('abs')],
  ['tanh', plain('tanh')],
  ['sigmoid', plain('sigmoid')],
  ['relu', plain('relu')],
  ['leakyrelu', plain('leakyRelu')],
  ['elu', plain('elu')],
  ['softplus', plain('softplus')],
  ['gelu', plain('gelu')],
  [
    'softmax',
    { op: (examples) => ({ kind: 'softmax', per: examples === 'columns' ? 'column' : 'row' }) },
  ],
  ['sum', { op: () => ({ kind: 'sum', per: 'all' }), reduces: true }],
  ['mean', { op: () => ({ kind: 'mean', per: 'all' }), reduces: true }],
  ['norm2', { ...plain('norm'), reduces: true, refuses: vectorsOnly }],
  ['sqnorm', { ...plain('squaredNorm'), reduces: true }],
]);

export const FUNCTION_NAMES: readonly string[] = [...FUNCTIONS.keys()];

/** What other languages call them. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ln', 'log'],
  ['norm', 'norm2'],
  ['leaky_relu', 'leakyrelu'],
  ['average', 'mean'],
  ['logistic', 'sigmoid'],
  ['sqr', 'sqnorm'],
]);

export function suggestFunction(name: string): string {
  const alias = ALIASES.get(name.toLowerCase());
  return alias ? ` Did you mean "${alias}"?` : didYouMean(name, FUNCTION_NAMES);
}
