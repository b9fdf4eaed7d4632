/** How a sum or mean folds a matrix: to 1×1, to rows×1, or to 1×cols. */
export type Per = 'all' | 'row' | 'column';

/** Where the examples of a batch lie: each a column of X, or each a row. */
export type Examples = 'columns' | 'rows';

export interface LossOptions {
  /** 1, or ½ for the squared error of the handouts. */
  readonly factor: number;
  /** Sum over all entries; then divided by the examples m, or by m × units. */
  readonly over: 'sum' | 'mean' | 'mean-all';
  readonly examples: Examples;
}

/**
 * What a cross-entropy takes: the probabilities A, the logits Z, or both. `fused` has the arguments
 * [A, Y, Z]: the value and ∂J/∂Z come from Z (exact where A saturates), ∂J/∂A from A (to be shown).
 */
export interface CrossEntropyOptions extends LossOptions {
  readonly from: 'probabilities' | 'logits' | 'fused';
}

type Plain = Record<never, never>;

/** Every operation with its attributes. Each table over it is a mapped type, so none can be forgotten. */
export interface Ops {
  /** A leaf: data or a parameter, set from outside. */
  input: Plain;
  constant: { readonly value: number };

  /** Elementwise; an argument with one row or one column is broadcast. */
  add: Plain;
  subtract: Plain;
  multiply: Plain;
  divide: Plain;
  power: Plain;

  /** op(A) op(B), where op transposes if asked to. */
  matmul: { readonly transposeLeft: boolean; readonly transposeRight: boolean };
  transpose: Plain;
  sum: { readonly per: Per };
  mean: { readonly per: Per };
  /** √Σx² over all entries. */
  norm: Plain;
  /** Σx² over all entries. */
  squaredNorm: Plain;

  negate: Plain;
  exp: Plain;
  log: Plain;
  sqrt: Plain;
  sin: Plain;
  cos: Plain;
  abs: Plain;

  identity: Plain;
  sigmoid: Plain;
  tanh: Plain;
  relu: Plain;
  leakyRelu: Plain;
  elu: Plain;
  softplus: Plain;
  gelu: Plain;
  /** Each column, or each row, becomes a distribution. */
  softmax: { readonly per: 'row' | 'column' };

  squaredError: LossOptions;
  binaryCrossEntropy: CrossEntropyOptions;
  categoricalCrossEntropy: CrossEntropyOptions;
}

export type OpKind = keyof Ops;
export type OpOf<K extends OpKind> = { readonly kind: K } & Ops[K];
export type Op = { [K in OpKind]: OpOf<K> }[OpKind];

/** The slope of the leaky ReLU for z ≤ 0, and the scale of the ELU, as in the handouts and PyTorch. */
export const LEAKY_SLOPE = 0.01;
