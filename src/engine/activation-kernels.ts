import { type ActivationKind, elu, GELU_TAIL, relu, sigmoid, softplus, tanh } from './activations';
import { type BackwardTable, dataOf, type ForwardTable } from './kernel';
import { normalDensity, writeNormalCdf } from './normal';
import { LEAKY_SLOPE } from './op';

/** Room for Φ at one point. */
const cdf = new Float64Array(1);

/** A = g(Z), elementwise. */
export const activationForward: ForwardTable<ActivationKind> = {
  identity(_, args, { data: a }) {
    a.set(dataOf(args, 0));
  },
  sigmoid(_, args, { data: a }) {
    const z = dataOf(args, 0);
    for (let i = 0; i < a.length; i++) a[i] = sigmoid(z[i]!);
  },
  tanh(_, args, { data: a }) {
    const z = dataOf(args, 0);
    for (let i = 0; i < a.length; i++) a[i] = tanh(z[i]!);
  },
  relu(_, args, { data: a }) {
    const z = dataOf(args, 0);
    for (let i = 0; i < a.length; i++) a[i] = relu(z[i]!);
  },
  leakyRelu(_, args, { data: a }) {
    const z = dataOf(args, 0);
    for (let i = 0; i < a.length; i++) a[i] = z[i]! > 0 ? z[i]! : LEAKY_SLOPE * z[i]!;
  },
  elu(_, args, { data: a }) {
    const z = dataOf(args, 0);
    for (let i = 0; i < a.length; i++) a[i] = elu(z[i]!);
  },
  softplus(_, args, { data: a }) {
    const z = dataOf(args, 0);
    for (let i = 0; i < a.length; i++) a[i] = softplus(z[i]!);
  },
  gelu(_, args, { data: a }) {
    const z = dataOf(args, 0);
    for (let i = 0; i < a.length; i++) {
      writeNormalCdf(z, i, a, i);
      a[i]! *= Math.max(z[i]!, -GELU_TAIL);
    }
  },
};

/** dZ += G ⊙ g′(Z) */
export const activationBackward: BackwardTable<ActivationKind> = {
  identity(_op, _args, _out, { data: g }, gradients) {
    const dz = dataOf(gradients, 0);
    for (let i = 0; i < dz.length; i++) dz[i]! += g[i]!;
  },
  sigmoid(_op, _args, { data: a }, { data: g }, gradients) {
    const dz = dataOf(gradients, 0);
    for (let i = 0; i < dz.length; i++) dz[i]! += g[i]! * (a[i]! * (1 - a[i]!));
  },
  tanh(_op, _args, { data: a }, { data: g }, gradients) {
    const dz = dataOf(gradients, 0);
    for (let i = 0; i < dz.length; i++) dz[i]! += g[i]! * (1 - a[i]! * a[i]!);
  },
  relu(_op, args, _out, { data: g }, gradients) {
    const z = dataOf(args, 0);
    const dz = dataOf(gradients, 0);
    // Selects and does not multiply: a dead unit stops even an infinite gradient.
    for (let i = 0; i < dz.length; i++) dz[i]! += z[i]! > 0 ? g[i]! : 0;
  },
  leakyRelu(_op, args, _out, { data: g }, gradients) {
    const z = dataOf(args, 0);
    const dz = dataOf(gradients, 0);
    for (let i = 0; i < dz.length; i++) dz[i]! += z[i]! > 0 ? g[i]! : LEAKY_SLOPE * g[i]!;
  },
  elu(_op, args, _out, { data: g }, gradients) {
    const z = dataOf(args, 0);
    const dz = dataOf(gradients, 0);
    for (let i = 0; i < dz.length; i++) dz[i]! += z[i]! > 0 ? g[i]! : g[i]! * Math.exp(z[i]!);
  },
  softplus(_op, args, _out, { data: g }, gradients) {
    const z = dataOf(args, 0);
    const dz = dataOf(gradients, 0);
    for (let i = 0; i < dz.length; i++) dz[i]! += g[i]! * sigmoid(z[i]!);
  },
  gelu(_op, args, _out, { data: g }, gradients) {
    const z = dataOf(args, 0);
    const dz = dataOf(gradients, 0);
    for (let i = 0; i < dz.length; i++) {
      writeNormalCdf(z, i, cdf, 0);
      const held = Math.max(-GELU_TAIL, Math.min(z[i]!, GELU_TAIL));
      dz[i]! += g[i]! * (cdf[0]! + held * normalDensity(held));
    }
  },
};
