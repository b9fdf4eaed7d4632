import type { Notation } from '../problem';

/** What the list of problems shows; the rest of a problem is loaded when it is opened. */
export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  readonly document: string;
  readonly section: string;
  readonly notation: Notation;
}

interface Handout {
  readonly document: string;
  readonly notation: Notation;
  readonly problems: readonly (readonly [id: string, title: string, section: string])[];
}

/** In the order of the handouts and of their pages. A test holds every line against its file. */
const HANDOUTS: readonly Handout[] = [
  {
    document: 'Backpropagation section notes: logistic regression to scalar-matrix functions',
    notation: 'logistic-columns',
    problems: [
      ['s0-p1-y1', 'Logistic regression, one example, y = 1', 'Part I'],
      ['s0-p1-y0', 'Logistic regression, one example, y = 0', 'Part I'],
      ['s0-p2-batch', 'Logistic regression, a batch of four', 'Part II'],
      ['s0-p3-1-cache', 'What to keep from the forward pass', 'Part III, question 1'],
      ['s0-p3-2-tanh-sigmoid', 'tanh of a sigmoid, all scalars', 'Part III, question 2'],
      ['s0-p3-3-relu-log-live', 'Log of a ReLU, unit alive', 'Part III, question 3'],
      ['s0-p3-3-relu-log-dead', 'Log of a ReLU, unit dead', 'Part III, question 3'],
      ['s0-p3-4-sigmoid-matrix', 'Row vector times matrix, squared norm', 'Part III, question 4'],
    ],
  },
  {
    document: 'Take Home Assignment: two hidden layers, cross-entropy, ReLU',
    notation: 'brackets-columns',
    problems: [
      ['s1-relu3-cce-literal', 'ReLU output with cross-entropy, taken literally', '2.2–2.6'],
      ['s1-relu2-softmax-cce', 'Two hidden ReLU layers, softmax output', '2.2–2.6'],
      ['s1-relu3-halfmse', 'ReLU output with half the squared error', '2.5'],
    ],
  },
  {
    document: 'DS 102 Discussion 12',
    notation: 'named-columns',
    problems: [
      ['s2-single', 'Two layers without biases, one point', '1 (a) and (b)'],
      ['s2-single-expr', 'The same as a program, z₁ to z₄', '1 (a) and (b)'],
      ['s2-dataset', 'Two layers without biases, three points', '1'],
      ['s2-dataset-expr', 'Three points as a program, z₁ to z₄', '1'],
    ],
  },
  {
    document: 'Slides: Neural Networks, forward/backward propagation + training',
    notation: 'parentheses-rows',
    problems: [
      ['s3-demo-single', 'PyTorch demo, one example', 'Code demo in PyTorch'],
      ['s3-demo-batch', 'PyTorch demo, three examples', 'Code demo in PyTorch'],
      ['s3-linreg', 'Linear regression', 'Linear regression'],
      [
        's3-logreg',
        'Logistic regression in rows',
        'Logistic regression; Derivative of loss function',
      ],
      ['s3-mlp-mse-single', '5-7-4-3 network, one row', 'Case: MSE loss + id'],
      ['s3-mlp-mse-batch', '5-7-4-3 network, four rows', 'Backward propagation, MLP'],
      [
        's3-mlp-bce-batch',
        '5-7-4-3 network, three sigmoid outputs',
        'Case: cross entropy loss / sigmoid',
      ],
      ['s3-mlp-cce-batch', '5-7-4-3 network, softmax output', 'Output Activation + Loss Function'],
      ['s3-gd-eta0.1', 'Gradient descent on a bowl, η = 0.1', 'Influence of step size example'],
      ['s3-gd-eta0.2', 'Gradient descent on a bowl, η = 0.2', 'Influence of step size example'],
      ['s3-gd-eta0.25', 'Gradient descent on a bowl, η = 0.25', 'Influence of step size example'],
      [
        's3-gd-etalimit',
        'Gradient descent on a bowl, η at its limit',
        'Influence of step size example',
      ],
    ],
  },
  {
    document: 'HW3 Written Part',
    notation: 'brackets-in-out',
    problems: [
      ['s4-p1-collapse', 'A linear hidden layer adds nothing', 'Problem 1'],
      ['s4-p2-m4', 'ReLU and softmax, three classes, four observations', 'Problem 2'],
      ['s4-p2-m100', 'ReLU and softmax, three classes, 100 observations', 'Problem 2'],
      ['s4-p3-logistic-a0.01', 'Cat or dog: logistic, α = 0.01', 'Problem 3 (b)'],
      ['s4-p3-multinomial-a0.01', 'Cat or dog: softmax, α = 0.01', 'Problem 3 (d)'],
      ['s4-p3-logistic-a0.1', 'Cat or dog: logistic, α = 0.1', 'Problem 3 (b)'],
      ['s4-p3-multinomial-a0.1', 'Cat or dog: softmax, α = 0.1', 'Problem 3 (d)'],
    ],
  },
];

export const LIBRARY: readonly LibraryEntry[] = HANDOUTS.flatMap(
  ({ document, notation, problems }) =>
    problems.map(([id, title, section]) => ({ id, title, document, section, notation })),
);

export const DEFAULT_PROBLEM = 's1-relu2-softmax-cce';
