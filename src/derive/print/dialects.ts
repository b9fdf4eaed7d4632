import type { Dialect } from './code-ops';
import { atom } from './piece';

/** What NumPy has no function for. Each is printed at the head of a program that uses it. */
export const numpyHelpers: Readonly<Record<string, string>> = {
  sigmoid: 'def sigmoid(z):\n    return 1 / (1 + np.exp(-z))',
  softmax:
    'def softmax(z, axis):\n    e = np.exp(z - z.max(axis=axis, keepdims=True))\n    return e / e.sum(axis=axis, keepdims=True)',
  normal_cdf:
    'def normal_cdf(z):\n    return 0.5 * np.vectorize(math.erfc)(-np.asarray(z) / math.sqrt(2))',
  normal_pdf: 'def normal_pdf(z):\n    return np.exp(-z**2 / 2) / math.sqrt(2 * math.pi)',
};

export const numpy: Dialect = {
  name: 'numpy',
  module: 'np',
  call: {
    sigmoid: (a) => `sigmoid(${a})`,
    relu: (a) => `np.maximum(${a}, 0)`,
    leakyRelu: (a) => `np.where(${a} > 0, ${a}, 0.01 * (${a}))`,
    elu: (a) => `np.where(${a} > 0, ${a}, np.expm1(${a}))`,
    gelu: (a) => `(${a}) * normal_cdf(${a})`,
  },
  softplus: (a) => `np.logaddexp(0, ${a})`,
  reduce: (fn, a, axis) =>
    axis === 'all' ? `np.${fn}(${a})` : `np.${fn}(${a}, axis=${axis}, keepdims=True)`,
  softmax: (a, axis) => `softmax(${a}, axis=${axis})`,
  ones: ([rows, cols]) => `np.ones((${rows}, ${cols}))`,
  slopes: {
    relu: (z) => atom(`(${z} > 0)`),
    leakyRelu: (z) => atom(`np.where(${z} > 0, 1, 0.01)`),
    elu: (z) => atom(`np.where(${z} > 0, 1, np.exp(${z}))`),
    gelu: (z, a) => atom(`(normal_cdf(${a}) + ${z} * normal_pdf(${a}))`),
    abs: (_, a) => atom(`np.sign(${a})`),
  },
};

export const pytorch: Dialect = {
  name: 'pytorch',
  module: 'torch',
  call: {
    leakyRelu: (a) => `F.leaky_relu(${a}, 0.01)`,
    elu: (a) => `F.elu(${a})`,
    gelu: (a) => `F.gelu(${a})`,
  },
  softplus: (a) => `torch.logaddexp(torch.zeros(()), ${a})`,
  reduce: (fn, a, axis) =>
    axis === 'all' ? `torch.${fn}(${a})` : `torch.${fn}(${a}, dim=${axis}, keepdim=True)`,
  softmax: (a, axis) => `torch.softmax(${a}, dim=${axis})`,
  ones: ([rows, cols]) => `torch.ones(${rows}, ${cols})`,
  slopes: {
    relu: (z) => atom(`(${z} > 0)`),
    leakyRelu: (z) => atom(`torch.where(${z} > 0, 1.0, 0.01)`),
    elu: (z) => atom(`torch.where(${z} > 0, 1.0, torch.exp(${z}))`),
    gelu: (z, a) =>
      atom(
        `(torch.special.ndtr(${a}) + ${z} * torch.exp(-(${a})**2 / 2) / math.sqrt(2 * math.pi))`,
      ),
    abs: (_, a) => atom(`torch.sign(${a})`),
  },
};

export const dialects = { numpy, pytorch } as const;
