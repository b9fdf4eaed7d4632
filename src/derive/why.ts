import { type GraphNode, isScalar, type OpKind, type Phase, rootOf } from '../engine';
import { exampleCount } from './notation';
import { layerName } from './title';
import { node, usesOf, type Walk } from './walk';

/** Why a forward value is computed as it is, by its operation. */
const forwardReasons: { readonly [K in OpKind]: string } = {
  input: '',
  constant: '',
  add: 'Add, entry by entry; a vector is added to every example.',
  subtract: 'Subtract, entry by entry.',
  multiply: 'Multiply entry by entry; a scalar scales every entry.',
  divide: 'Divide entry by entry.',
  power: 'Raise every entry to the power.',
  matmul: 'Each entry is a row of the left factor times a column of the right one, added up.',
  transpose: 'Rows become columns.',
  sum: 'Add up the entries.',
  mean: 'Take the average of the entries.',
  norm: 'The length of the vector: the root of the sum of its squares.',
  squaredNorm: 'The sum of the squares of all entries.',
  negate: 'Change the sign.',
  exp: 'Apply the exponential to every entry.',
  log: 'Take the natural logarithm of every entry.',
  sqrt: 'Take the square root of every entry.',
  sin: 'Apply the sine to every entry.',
  cos: 'Apply the cosine to every entry.',
  abs: 'Drop the sign of every entry.',
  identity: 'The identity passes every value on unchanged.',
  sigmoid: 'The sigmoid squeezes every value into the range from 0 to 1.',
  tanh: 'The hyperbolic tangent squeezes every value into the range from −1 to 1.',
  relu: 'The ReLU keeps what is positive and sets the rest to 0: those units are off.',
  leakyRelu: 'The leaky ReLU keeps what is positive and shrinks the rest to a hundredth.',
  elu: 'The ELU keeps what is positive and bends the rest towards −1.',
  softplus: 'The softplus is a smooth ReLU: ln(1 + e to the z).',
  gelu: 'The GELU weighs every value by the normal probability of lying below it.',
  softmax:
    'The softmax exponentiates the values of each example and divides by their sum, so that they become probabilities.',
  squaredError: 'The squared distance between prediction and target.',
  binaryCrossEntropy:
    'Each output pays minus the logarithm of the probability that it gave to its target.',
  categoricalCrossEntropy:
    'Each example pays minus the logarithm of the probability that it gave to its class.',
};

/** The same of single numbers, which have no entries. */
const scalarReasons: { readonly [K in OpKind]?: string } = {
  add: 'Add the two terms.',
  subtract: 'Subtract the second term from the first.',
  multiply: 'Multiply the two factors.',
  divide: 'Divide the numerator by the denominator.',
  power: 'Raise the base to the power.',
  exp: 'Apply the exponential.',
  log: 'Take the natural logarithm.',
  sqrt: 'Take the square root.',
  sin: 'Apply the sine.',
  cos: 'Apply the cosine.',
  abs: 'Drop the sign.',
  squaredNorm: 'Square it.',
};

/** Sums over entries give a single number too, but not of single numbers. */
const isOfScalars = (walk: Walk, { args, shape }: GraphNode) =>
  isScalar(shape) && args.every((arg) => isScalar(node(walk, arg).shape));

/** How a gradient passes an operation on its way back to an argument. */
const backwardReasons: { readonly [K in OpKind]: string } = {
  input: '',
  constant: '',
  add: 'A sum passes the gradient on unchanged to each of its terms.',
  subtract:
    'A difference passes the gradient on: as it is to the first, with the other sign to the second.',
  multiply: 'Each factor of a product receives the gradient times the other factor.',
  divide: 'In a quotient the numerator receives the gradient divided by the denominator.',
  power: 'The power rule: the exponent comes to the front and goes down by one.',
  matmul: 'Each factor of a matrix product receives the gradient times the transpose of the other.',
  transpose: 'A transpose sends the gradient back transposed.',
  sum: 'Every term of a sum receives the same gradient.',
  mean: 'Every entry has an equal share in the average.',
  norm: 'The length grows along the vector itself, one for one.',
  squaredNorm: 'A square has the slope twice its base.',
  negate: 'A minus sign turns the gradient around.',
  exp: 'The exponential is its own slope.',
  log: 'The logarithm has the slope 1/x, so the gradient is divided by its argument.',
  sqrt: 'The root has the slope 1 over twice the root.',
  sin: 'The slope of the sine is the cosine.',
  cos: 'The slope of the cosine is minus the sine.',
  abs: 'The slope of the absolute value is the sign.',
  identity: 'the identity has the slope 1, so nothing changes',
  sigmoid: 'scale it by the slope of the sigmoid, its value times 1 minus its value',
  tanh: 'scale it by the slope of the tanh, 1 minus the square of its value',
  relu: 'let it pass only where the unit was on',
  leakyRelu: 'let it pass whole where z is positive and a hundredth of it elsewhere',
  elu: 'scale it by the slope of the ELU: 1 where z is positive, e to the z elsewhere',
  softplus: 'scale it by the slope of the softplus, which is the sigmoid of z',
  gelu: 'scale it by the slope of the GELU at z',
  softmax:
    'subtract from each gradient its average under the softmax, and weigh by the probability: every output moves all others',
  squaredError: 'The slope of a square is twice its base: prediction minus target.',
  binaryCrossEntropy: 'The slope of the logarithm divides by the probability that was given.',
  categoricalCrossEntropy:
    'The slope of the logarithm divides by the probability; classes with target 0 do not count.',
};

const activations: ReadonlySet<OpKind> = new Set([
  'identity',
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'elu',
  'softplus',
  'gelu',
  'softmax',
]);

function sentence(reason: string): string {
  const text = reason.charAt(0).toUpperCase() + reason.slice(1);
  return text.endsWith('.') ? text : `${text}.`;
}

/** How an operation computes its value. */
function valueWords(walk: Walk, n: GraphNode): string {
  const reason = isOfScalars(walk, n) ? scalarReasons[n.op.kind] : undefined;
  return sentence(reason ?? forwardReasons[n.op.kind]);
}

function forwardWords(walk: Walk, n: GraphNode): string {
  if (n.role === 'pre-activation' && n.layer !== undefined) {
    const bias = n.op.kind === 'add';
    const many = exampleCount(walk.graph) > 1;
    const shared = bias && many ? ' The same bias is added for every example.' : '';
    return `Each unit adds up its inputs times their weights${bias ? ', and its bias' : ''}.${shared}`;
  }
  return valueWords(walk, n);
}

const averaged = {
  sum: '',
  mean: ', shared among the examples',
  'mean-all': ', shared among all outputs',
};

function lossWords(walk: Walk): string {
  const root = rootOf(walk.graph);
  const { op } = root;
  const how = 'over' in op && exampleCount(walk.graph) > 1 ? tally[op.over] : '';
  const exact =
    'from' in op && op.from === 'fused'
      ? ' It is computed from the pre-activations, so it stays exact where the output saturates.'
      : '';
  return `${valueWords(walk, root)}${how}${exact}`;
}

const tally = {
  sum: ' The loss adds that up over the examples.',
  mean: ' The loss is the average over the examples.',
  'mean-all': ' The loss is the average over all outputs of all examples.',
};

/** The output's δ where the loss takes the logits and the activation's slope cancels. */
function fusedWords(walk: Walk): string {
  const { op } = rootOf(walk.graph);
  const share = 'over' in op && exampleCount(walk.graph) > 1 ? averaged[op.over] : '';
  const name = op.kind === 'binaryCrossEntropy' ? 'sigmoid' : 'softmax';
  const unnormalised =
    op.kind === 'categoricalCrossEntropy' && !walk.targetsSumToOne
      ? ' The targets do not add up to 1, so their sum weighs the prediction.'
      : '';
  return `The slope of the ${name} and the 1/a of the cross-entropy cancel: what is left is prediction minus target${share}.${unnormalised}`;
}

function backwardWords(walk: Walk, n: GraphNode): string {
  const uses = usesOf(walk, n);
  const [use] = uses;
  if (!use) return '';
  if (n.role === 'parameter' && n.layer !== undefined) return parameterWords(walk, n);
  if ('from' in use.consumer.op && use.index === 2) return fusedWords(walk);
  if (n.role === 'pre-activation' && n.layer !== undefined && activations.has(use.consumer.op.kind))
    return errorWords(walk, use.consumer);
  if (n.role === 'activation' && n.layer !== undefined && use.consumer.index !== walk.graph.root)
    return `Send the error of the next layer back through its weights: every unit is blamed for what it passed on.`;
  if (uses.length > 1) {
    const times = uses.length === 2 ? 'twice' : `${uses.length} times`;
    return `It is used ${times}, so ${uses.length === 2 ? 'two' : uses.length} gradients arrive and add up. ${passed(walk, use.consumer)}`;
  }
  const share = use.consumer.index === walk.graph.root && 'over' in use.consumer.op;
  return `${passed(walk, use.consumer)}${share ? shareWords(walk) : ''}`;
}

/** What happens to a gradient on its way through operations without a step of their own, from the loss's side. */
function passed(walk: Walk, consumer: GraphNode): string {
  const above = usesOf(walk, consumer)[0]?.consumer;
  const own = sentence(backwardReasons[consumer.op.kind]);
  if (!above || walk.showsGradient(consumer) || consumer.index === walk.graph.root) return own;
  const before = passed(walk, above);
  return before.includes(own) ? before : `${before} ${own}`;
}

function shareWords(walk: Walk): string {
  const { op } = rootOf(walk.graph);
  if (!('over' in op) || op.over === 'sum' || exampleCount(walk.graph) === 1) return '';
  return op.over === 'mean'
    ? ' Each example has an equal share in the average.'
    : ' Each output of each example has an equal share in the average.';
}

/** δ of a layer: the gradient at its activation, then through the activation's slope. */
function errorWords(walk: Walk, activation: GraphNode): string {
  const slope = backwardReasons[activation.op.kind];
  if (walk.showsGradient(activation)) return `Take the gradient at the activation; ${slope}.`;
  const next = walk.graph.nodes.find(
    (m) => m.role === 'pre-activation' && m.layer === (activation.layer ?? 0) + 1,
  );
  const from = next ? `the error of ${layerName(walk, next)}` : 'the error of the next layer';
  return `Send ${from} back through its weights; then ${slope}.`;
}

function parameterWords(walk: Walk, n: GraphNode): string {
  const many = exampleCount(walk.graph) > 1;
  const use = usesOf(walk, n)[0];
  if (use && use.consumer.op.kind === 'matmul')
    return `The gradient of a weight is the value that went through it times the error where it arrived${many ? '; the matrix product adds that up over the examples' : ''}.`;
  return many
    ? 'The bias is added to every example, so its gradient is the error added up over the examples.'
    : 'The bias is added with slope 1, so its gradient is the error itself.';
}

function updateWords(_walk: Walk, n: GraphNode): string {
  const scalar = isScalar(n.shape) ? 'it' : 'every entry';
  return `Step against the gradient: ${scalar} moves by the learning rate times its gradient, downhill.`;
}

const reasons: { readonly [P in Phase]: (walk: Walk, n: GraphNode) => string } = {
  forward: forwardWords,
  loss: lossWords,
  backward: backwardWords,
  update: updateWords,
};

/** Why the rule of a step is what it is, in a sentence or two. */
export function wordsOf(walk: Walk, n: GraphNode, phase: Phase): string {
  const words = reasons[phase](walk, n);
  return words === '' ? `This value is ${node(walk, n.index).id}.` : words;
}
