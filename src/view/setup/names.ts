import type { Activation, Initialiser, Loss, LossKind } from '../../problem';

export const ACTIVATION_LABELS: Readonly<Record<Activation, string>> = {
  identity: 'identity',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'ReLU',
  'leaky-relu': 'leaky ReLU',
  softplus: 'softplus',
  elu: 'ELU',
  gelu: 'GELU',
  softmax: 'softmax',
};

export const LOSS_LABELS: Readonly<Record<LossKind, string>> = {
  'squared-error': 'squared error',
  'binary-cross-entropy': 'binary cross-entropy',
  'categorical-cross-entropy': 'categorical cross-entropy',
};

export const OVER_LABELS: Readonly<Record<Loss['over'], string>> = {
  mean: 'mean over examples, 1/m',
  sum: 'sum over examples',
  'mean-all': 'mean over all entries',
};

export const INITIALISER_LABELS: Readonly<Record<Initialiser, string>> = {
  readable: 'one decimal',
  xavier: 'Xavier',
  he: 'He',
  zeros: 'zeros',
};

export const INITIALISER_WORDS: Readonly<Record<Initialiser, string>> = {
  readable: 'Numbers of one decimal up to ±0.9, easy to calculate with by hand.',
  xavier: 'Evenly from ±√(6/(inputs + units)): for tanh and sigmoid.',
  he: 'Normal with variance 2/inputs: for ReLU.',
  zeros: 'All units of a layer then learn the same.',
};

export function layerName(layer: number, layers: number): string {
  if (layer === 0) return 'Input';
  return layer === layers ? 'Output' : `Hidden ${layer}`;
}
