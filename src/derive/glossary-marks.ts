/** What a mark of an equation is: its name, and what it means in a sentence or two. */
export interface Mark {
  /** As it is shown in the glossary. */
  readonly tex: string;
  readonly name: string;
  readonly definition: string;
}

const mark = (tex: string, name: string, definition: string): Mark => ({ tex, name, definition });

const slope = (tex: string, name: string, definition: string): Mark =>
  mark(tex, `the slope of ${name}`, definition);

/** Whatever a sum runs over; over the examples of a batch, too. */
const RUNNING = Object.fromEntries(
  ['i', 'j', 'k', 'l', 'p', 'r', 't'].map((letter) => [
    letter,
    mark(
      letter,
      'running index',
      'Counts what a sum runs over, from 1 to the number above Σ: units, or the examples of the batch.',
    ),
  ]),
);

/** By what stands in the TeX: a command, a word in upright letters, or a single letter. */
export const MARKS: Readonly<Record<string, Mark>> = {
  '\\partial': mark(
    '\\partial',
    'partial derivative',
    '∂J/∂w is how fast J changes when w alone is moved a little. For a matrix it is taken entry by entry, so it has the shape of the matrix.',
  ),
  '\\mathrm d': mark(
    '\\mathrm{d}W',
    'derivative, in short',
    'Short for the derivative of the loss with respect to what follows the d, as programs name it.',
  ),
  '\\delta': mark(
    '\\delta',
    'error of a layer',
    'δ is short for the derivative of the loss with respect to a layer’s pre-activations Z. Everything before that layer is reached through it.',
  ),
  '\\odot': mark(
    '\\odot',
    'elementwise product',
    'Two matrices of one shape, multiplied entry by entry; also called the Hadamard product. It is not the matrix product.',
  ),
  '\\circ': mark(
    '\\circ',
    'elementwise product',
    'Two matrices of one shape, multiplied entry by entry; also called the Hadamard product. It is not the matrix product.',
  ),
  '\\oslash': mark(
    '\\oslash',
    'elementwise quotient',
    'Entry by entry, the left divided by the right.',
  ),
  '\\sum': mark(
    '\\textstyle\\sum',
    'sum',
    'All that follows is added up: over all entries, or over the index that is written below.',
  ),
  '\\mathsf T': mark(
    'A^{\\mathsf T}',
    'transpose',
    'Rows become columns: entry (i, j) of a matrix is entry (j, i) of its transpose. In a backward pass it sends errors back along the same weights.',
  ),
  '\\alpha': mark(
    '\\alpha',
    'learning rate',
    'How far one update goes against the gradient. Too small learns slowly, too large overshoots.',
  ),
  '\\leftarrow': mark(
    '\\leftarrow',
    'becomes',
    'The quantity on the left takes the value on the right.',
  ),
  '\\underbrace': mark(
    '\\underbrace{\\;\\cdots\\;}',
    'known already',
    'These factors of the chain were multiplied in an earlier step; their product has the name under the brace.',
  ),
  '\\lVert': mark(
    '\\lVert A\\rVert',
    'norm',
    'The length of a vector or matrix: the square root of the sum of its squared entries. With a 2 above, without the root.',
  ),
  '\\left|': mark('|a|', 'absolute value', 'The number without its sign.'),
  '\\sqrt': mark('\\sqrt{a}', 'square root', 'The number whose square this is.'),
  '\\frac': mark(
    '\\frac{a}{b}',
    'quotient',
    'The upper divided by the lower, or a derivative where both have a ∂.',
  ),
  '\\mathbf 1': mark(
    '\\mathbf{1}',
    'ones',
    'A vector or matrix of ones. A product with it adds up rows or columns, or spreads one number over a whole matrix.',
  ),
  '\\dot': mark(
    '\\dot z',
    'tangent',
    'How fast a quantity moves when one number before it is moved: what forward mode carries along, where reverse mode carries gradients back.',
  ),
  '\\sigma': mark(
    '\\sigma(z)',
    'sigmoid',
    'σ(z) = 1/(1 + e⁻ᶻ) squeezes any number to between 0 and 1. Its slope is σ(z)(1 − σ(z)), at most ¼.',
  ),
  '\\tanh': mark(
    '\\tanh(z)',
    'hyperbolic tangent',
    'Squeezes any number to between −1 and 1. Its slope is 1 − tanh²(z).',
  ),
  relu: mark('\\mathrm{relu}(z)', 'ReLU', 'max(0, z): what is negative becomes 0, the rest stays.'),
  leakyrelu: mark(
    '\\mathrm{leakyrelu}(z)',
    'leaky ReLU',
    'As ReLU, but what is negative is multiplied by 0.01 and so keeps a small slope.',
  ),
  elu: mark(
    '\\mathrm{elu}(z)',
    'ELU',
    'z where it is positive, else eᶻ − 1, which runs smoothly to −1.',
  ),
  gelu: mark(
    '\\mathrm{gelu}(z)',
    'GELU',
    'z times the probability that a standard normal number is below z: a smooth ReLU.',
  ),
  softplus: mark(
    '\\mathrm{softplus}(z)',
    'softplus',
    'log(1 + eᶻ): a smooth ReLU. Its slope is the sigmoid.',
  ),
  softmax: mark(
    '\\mathrm{softmax}(z)',
    'softmax',
    'eᶻ of each class divided by the sum over the classes: positive numbers that add up to 1 for each example.',
  ),
  "relu'": slope(
    "\\mathrm{relu}'(z)",
    'ReLU',
    '1 where z is positive, else 0: it lets the error through or stops it.',
  ),
  "leakyrelu'": slope("\\mathrm{leakyrelu}'(z)", 'leaky ReLU', '1 where z is positive, else 0.01.'),
  "elu'": slope("\\mathrm{elu}'(z)", 'ELU', '1 where z is positive, else eᶻ.'),
  "gelu'": slope(
    "\\mathrm{gelu}'(z)",
    'GELU',
    'How fast GELU changes at z; close to 0 far left, to 1 far right.',
  ),
  sign: mark(
    '\\operatorname{sign}(a)',
    'sign',
    '1 for a positive number, −1 for a negative, 0 for 0.',
  ),
  mean: mark(
    '\\operatorname{mean}(A)',
    'mean',
    'The sum of the entries divided by how many there are.',
  ),
  new: mark(
    'W_{\\text{new}}',
    'after the update',
    'The parameter after one step of gradient descent.',
  ),
  '\\log': mark('\\log a', 'natural logarithm', 'The number to which e must be raised to give a.'),
  '\\exp': mark('\\exp(a)', 'exponential', 'e = 2.718… raised to a, entry by entry.'),
  e: mark('e', 'Euler’s number', '2.718…; eᵃ is its own derivative.'),
  '\\sin': mark('\\sin a', 'sine', 'The sine of an angle in radians. Its slope is the cosine.'),
  '\\cos': mark(
    '\\cos a',
    'cosine',
    'The cosine of an angle in radians. Its slope is minus the sine.',
  ),
  f: mark(
    'f',
    'some function',
    'What is on the left depends on what is in the brackets; the rule below says how.',
  ),
  g: mark(
    'g',
    'activation function',
    'The function that a layer applies to its pre-activations, entry by entry or example by example.',
  ),
  m: mark(
    'm',
    'number of examples',
    'How many examples the batch has. The mean over them divides by it.',
  ),
  N: mark(
    'N',
    'number of examples',
    'How many examples the batch has. The mean over them divides by it.',
  ),
  ...RUNNING,
  n: mark(
    'n^{[l]}',
    'number of units',
    'How many units a layer has; of the input, how many features.',
  ),
  '^{[l]}': mark(
    'A^{[l]}',
    'layer number',
    'The number in square brackets is the layer’s, from 1 for the first after the input; it is no power.',
  ),
  '^{(l)}': mark(
    'A^{(l)}',
    'layer number',
    'The number in round brackets is the layer’s, from 1 for the first after the input; it is no power.',
  ),
};
