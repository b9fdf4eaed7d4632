import type { Activation, LossKind, Network, NetworkProblem } from './problem';
import { rowsOf } from './rows';

/** What is said of a choice: that it is the usual one, or what to expect of an unusual one. */
export interface Advice {
  readonly usual: boolean;
  readonly text: string;
}

const usual = (text: string): Advice => ({ usual: true, text });
const unusual = (text: string): Advice => ({ usual: false, text });

const FOR_NUMBERS = 'For numbers of any size, identity is the usual output.';
const FOR_BINARY = 'The usual output here is sigmoid, which stays between 0 and 1.';
const FOR_CLASSES = 'The usual output here is softmax, whose units add up to 1.';

const bentForNumbers = (what: string) =>
  unusual(
    `${what} with the squared error: the output is bent, and so is its gradient. ${FOR_NUMBERS}`,
  );
const outsideOfLog = (what: string) =>
  unusual(
    `${what} with binary cross-entropy: outside of 0 to 1 the logarithms of a and 1 − a have no value, and the loss is NaN. ${FOR_BINARY}`,
  );
const negativeLog = (what: string) =>
  unusual(
    `${what} with cross-entropy: where it is 0 or below, log a is infinite or has no value; above 1 the loss is negative. ${FOR_CLASSES}`,
  );

/** What the output's activation and the loss do to each other. */
const PAIRS: Readonly<Record<LossKind, Readonly<Record<Activation, Advice>>>> = {
  'squared-error': {
    identity: usual(
      'Identity with the squared error: the usual pair for numbers. The gradient at the pre-activation is a multiple of output − target.',
    ),
    sigmoid: unusual(
      'Sigmoid with the squared error: the gradient at the pre-activation has the factor a(1 − a), nearly 0 where the unit saturates, so a confident mistake is learned from slowly. For 0 and 1, take binary cross-entropy.',
    ),
    tanh: unusual(
      'Tanh with the squared error: the gradient at the pre-activation has the factor 1 − a², nearly 0 where the unit saturates, and only targets from −1 to 1 can be reached.',
    ),
    softmax: unusual(
      'Softmax with the squared error: each unit’s error passes through the whole Jacobian of the softmax, and is small where it saturates. For classes, take categorical cross-entropy.',
    ),
    relu: unusual(
      `ReLU with the squared error: the output is never negative, and where z < 0 no gradient comes back. ${FOR_NUMBERS}`,
    ),
    'leaky-relu': bentForNumbers('Leaky ReLU'),
    softplus: unusual(
      `Softplus with the squared error: the output is always positive. ${FOR_NUMBERS}`,
    ),
    elu: bentForNumbers('ELU'),
    gelu: bentForNumbers('GELU'),
  },
  'binary-cross-entropy': {
    sigmoid: usual(
      'Sigmoid with binary cross-entropy: the usual pair for 0 and 1. The factor a(1 − a) cancels: the gradient at the pre-activation is output − target, scaled as the loss is.',
    ),
    softmax: unusual(
      `Softmax with binary cross-entropy: each unit is judged by itself, yet they share one total of 1. ${FOR_BINARY}`,
    ),
    relu: outsideOfLog('ReLU output'),
    identity: outsideOfLog('Identity output'),
    tanh: outsideOfLog('Tanh output'),
    'leaky-relu': outsideOfLog('Leaky ReLU output'),
    softplus: outsideOfLog('Softplus output'),
    elu: outsideOfLog('ELU output'),
    gelu: outsideOfLog('GELU output'),
  },
  'categorical-cross-entropy': {
    softmax: usual(
      'Softmax with categorical cross-entropy: the usual pair for classes. The Jacobian of the softmax cancels: the gradient at the pre-activation is output − target, scaled as the loss is.',
    ),
    sigmoid: unusual(
      `Sigmoid with categorical cross-entropy: only the unit of the true class counts, and nothing pushes the others down. ${FOR_CLASSES}`,
    ),
    relu: unusual(
      `ReLU output with cross-entropy can give a negative loss: above 1, −log a is below 0; at 0 it is infinite. ${FOR_CLASSES}`,
    ),
    identity: negativeLog('Identity output'),
    tanh: negativeLog('Tanh output'),
    'leaky-relu': negativeLog('Leaky ReLU output'),
    softplus: unusual(
      `Softplus output with cross-entropy can give a negative loss: above 1, −log a is below 0. ${FOR_CLASSES}`,
    ),
    elu: negativeLog('ELU output'),
    gelu: negativeLog('GELU output'),
  },
};

function ofPair({ layers, loss }: Network): Advice {
  const output = layers.at(-1)?.activation ?? 'identity';
  if (!loss.fromLogits) return PAIRS[loss.kind][output];
  const inside = loss.kind === 'binary-cross-entropy' ? 'sigmoid' : 'softmax';
  return usual(
    `The loss takes logits: its ${inside} is part of it. As in the usual pair, the gradient at the pre-activation is output − target, scaled as the loss is.`,
  );
}

function ofHidden({ layers }: Network): readonly Advice[] {
  const hidden = layers.slice(0, -1);
  return hidden.flatMap(({ activation }, i) => {
    if (activation === 'identity') {
      return [
        unusual(
          `Layer ${i + 1} is linear: together with layer ${i + 2} it can be written as one layer, W${i + 2} W${i + 1}.`,
        ),
      ];
    }
    if (activation === 'softmax') {
      return [
        unusual(`Softmax in layer ${i + 1}: it is made for an output; hidden, its units compete.`),
      ];
    }
    return [];
  });
}

function ofSizes({ layers }: Network): readonly Advice[] {
  const alone = layers.findIndex(
    ({ activation, units }) => activation === 'softmax' && units === 1,
  );
  if (alone < 0) return [];
  return [
    unusual(
      `Softmax over one unit in layer ${alone + 1} is always 1, and nothing is learned. Give it two units, or take sigmoid.`,
    ),
  ];
}

function ofNumbers({ network, data, parameters }: NetworkProblem): readonly Advice[] {
  const targets = rowsOf(data.Y).flat();
  const outside =
    network.loss.kind !== 'squared-error' && targets.some((y) => y < 0 || y > 1)
      ? [unusual('Some targets are not between 0 and 1, so they are no probabilities.')]
      : [];
  const same = network.layers.slice(0, -1).flatMap(({ units }, i) => {
    const rows = rowsOf(parameters[`W${i + 1}`]);
    const flat = rows.flat();
    return units > 1 && flat.every((w) => w === flat[0])
      ? [
          unusual(
            `All weights of layer ${i + 1} are equal, so its units compute the same and learn the same. Different ones break the symmetry.`,
          ),
        ]
      : [];
  });
  return [...outside, ...same];
}

/** What there is to say of a network's choices: first of its output and loss together. */
export function adviceFor(problem: NetworkProblem): readonly Advice[] {
  const { network } = problem;
  const output = network.layers.at(-1);
  // Nothing is usual about a pair that cannot learn.
  const isMoot = output?.activation === 'softmax' && output.units === 1;
  return [
    ...(isMoot ? [] : [ofPair(network)]),
    ...ofSizes(network),
    ...ofHidden(network),
    ...ofNumbers(problem),
  ];
}
