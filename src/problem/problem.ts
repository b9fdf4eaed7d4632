/** The problem file, version 1, after it was read and its defaults filled in. */

export const FORMAT = 'backstep-problem';
export const VERSION = 1;

/** Matrices are arrays of rows; a scalar may be a bare number. */
export type Tensor = number | readonly (readonly number[])[];
export type Tensors = Readonly<Record<string, Tensor>>;

export const ACTIVATIONS = [
  'identity',
  'sigmoid',
  'tanh',
  'relu',
  'leaky-relu',
  'softplus',
  'elu',
  'gelu',
  'softmax',
] as const;
export type Activation = (typeof ACTIVATIONS)[number];

export const LOSSES = [
  'squared-error',
  'binary-cross-entropy',
  'categorical-cross-entropy',
] as const;
export type LossKind = (typeof LOSSES)[number];

/** The notation profiles of the page, one a handout. */
export const NOTATIONS = [
  'logistic-columns',
  'brackets-columns',
  'named-columns',
  'parentheses-rows',
  'brackets-in-out',
] as const;
export type Notation = (typeof NOTATIONS)[number];

/** Parts of a notation that a learner has mixed; they stand over those of the profile. */
export const MIXTURE = {
  letters: ['capitals', 'lower'],
  layers: ['brackets', 'parentheses', 'subscript'],
  error: ['delta', 'partial', 'differential'],
  hadamard: ['dot', 'circle'],
  loss: ['J', 'L', 'script-L'],
  count: ['m', 'N'],
  biasSum: ['sigma', 'ones'],
} as const;
export type Mixture = { readonly [K in keyof typeof MIXTURE]: (typeof MIXTURE)[K][number] };

export interface Layer {
  readonly units: number;
  readonly activation: Activation;
  readonly bias: boolean;
}

export interface Loss {
  readonly kind: LossKind;
  /** The output layer gives logits; its sigmoid or softmax is part of the loss. */
  readonly fromLogits: boolean;
  readonly scale: 1 | 0.5;
  readonly over: 'sum' | 'mean' | 'mean-all';
}

export type ExamplesAs = 'columns' | 'rows';
/** W is units × inputs, or inputs × units. */
export type WeightsAs = 'out-in' | 'in-out';

export interface Network {
  readonly examples: ExamplesAs;
  readonly weights: WeightsAs;
  readonly inputs: number;
  /** The layers after the input. */
  readonly layers: readonly Layer[];
  readonly loss: Loss;
}

export interface Optimizer {
  readonly kind: 'sgd';
  readonly learningRate: number;
}

export interface Source {
  readonly document: string;
  readonly section?: string;
}

interface Common {
  readonly title: string;
  readonly source?: Source;
  /** What the problem is about and what to look for, one short paragraph. */
  readonly description?: string;
  readonly notation?: Notation;
  readonly mixture?: Mixture;
  readonly data: Tensors;
  readonly parameters: Tensors;
  readonly optimizer: Optimizer;
}

export interface NetworkProblem extends Common {
  readonly kind: 'network';
  readonly network: Network;
}

export interface ProgramProblem extends Common {
  readonly kind: 'program';
  readonly program: string;
  /** The name to minimise; if absent, that of the last line. */
  readonly minimise?: string;
  readonly examples: ExamplesAs;
}

export type Problem = NetworkProblem | ProgramProblem;

/** Names of data, parameters and program lines. */
export const NAME = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;

/** By own keys only: a program may well call something `constructor`. */
export function tensorOf(tensors: Tensors, name: string): Tensor | undefined {
  return Object.hasOwn(tensors, name) ? tensors[name] : undefined;
}
