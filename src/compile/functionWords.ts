/** A function as the editor offers it and its reference lists it. */
export interface FunctionWords {
  readonly signature: string;
  /** One line. */
  readonly words: string;
}

/** The same for each entry. */
const entrywise = (name: string, formula: string): [string, FunctionWords] => [
  name,
  { signature: `${name}(z)`, words: formula },
];

/** A test holds the names against those of the language. */
export const FUNCTION_WORDS: ReadonlyMap<string, FunctionWords> = new Map<string, FunctionWords>([
  entrywise('exp', 'e to the power of z'),
  entrywise('log', 'natural logarithm of z'),
  entrywise('sqrt', 'square root of z'),
  entrywise('sin', 'sine of z'),
  entrywise('cos', 'cosine of z'),
  entrywise('abs', 'z without its sign'),
  entrywise('tanh', 'hyperbolic tangent of z'),
  entrywise('sigmoid', '1/(1 + exp(-z))'),
  entrywise('relu', 'z where it is positive, else 0'),
  entrywise('leakyrelu', 'z where it is positive, else 0.01 z'),
  entrywise('elu', 'z where it is positive, else exp(z) - 1'),
  entrywise('softplus', 'log(1 + exp(z))'),
  entrywise('gelu', 'z times the normal distribution function at z'),
  ['softmax', { signature: 'softmax(Z)', words: 'each example becomes a distribution' }],
  ['sum', { signature: 'sum(Z)', words: 'all entries added up, a single number' }],
  ['mean', { signature: 'mean(Z)', words: 'the mean of all entries, a single number' }],
  ['norm2', { signature: 'norm2(v)', words: 'length of a vector, sqrt of the sum of its squares' }],
  ['sqnorm', { signature: 'sqnorm(Z)', words: 'all entries squared and added up' }],
]);
