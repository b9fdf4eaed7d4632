import { describe, expect, it } from 'vitest';
import type { Shape } from './matrix';
import type { Op } from './op';
import { inferShape, shapeRules } from './shapes';
import { MEAN } from './testing/graph';

const matmul = (transposeLeft = false, transposeRight = false): Op => ({
  kind: 'matmul',
  transposeLeft,
  transposeRight,
});

const good: [string, Op, Shape[], Shape][] = [
  [
    'a bias column is broadcast over examples in columns',
    { kind: 'add' },
    [
      [3, 5],
      [3, 1],
    ],
    [3, 5],
  ],
  [
    'a bias row is broadcast over examples in rows',
    { kind: 'add' },
    [
      [5, 3],
      [1, 3],
    ],
    [5, 3],
  ],
  [
    'a scalar scales a matrix',
    { kind: 'multiply' },
    [
      [1, 1],
      [2, 7],
    ],
    [2, 7],
  ],
  [
    'a column and a row make a table',
    { kind: 'subtract' },
    [
      [4, 1],
      [1, 6],
    ],
    [4, 6],
  ],
  [
    'an elementwise power keeps the shape',
    { kind: 'power' },
    [
      [2, 3],
      [2, 3],
    ],
    [2, 3],
  ],
  [
    'W X is units × examples',
    matmul(),
    [
      [4, 3],
      [3, 8],
    ],
    [4, 8],
  ],
  [
    'X Wᵀ is examples × units',
    matmul(false, true),
    [
      [8, 3],
      [4, 3],
    ],
    [8, 4],
  ],
  [
    'Wᵀ X is units × examples',
    matmul(true),
    [
      [3, 4],
      [3, 8],
    ],
    [4, 8],
  ],
  [
    'Aᵀ Bᵀ is (B A)ᵀ',
    matmul(true, true),
    [
      [3, 4],
      [5, 3],
    ],
    [4, 5],
  ],
  ['a transpose swaps rows and columns', { kind: 'transpose' }, [[2, 5]], [5, 2]],
  ['a sum per row is a column', { kind: 'sum', per: 'row' }, [[2, 5]], [2, 1]],
  ['a mean per column is a row', { kind: 'mean', per: 'column' }, [[2, 5]], [1, 5]],
  ['a sum over all is a scalar', { kind: 'sum', per: 'all' }, [[2, 5]], [1, 1]],
  ['a norm is a scalar', { kind: 'norm' }, [[2, 5]], [1, 1]],
  ['a constant is a scalar', { kind: 'constant', value: 2 }, [], [1, 1]],
  ['a softmax keeps the shape', { kind: 'softmax', per: 'row' }, [[2, 5]], [2, 5]],
  [
    'a loss is a scalar',
    { kind: 'squaredError', ...MEAN },
    [
      [2, 5],
      [2, 5],
    ],
    [1, 1],
  ],
  [
    'a fused loss takes probabilities, targets and logits',
    { kind: 'binaryCrossEntropy', from: 'fused', ...MEAN },
    [
      [1, 4],
      [1, 4],
      [1, 4],
    ],
    [1, 1],
  ],
];

const bad: [string, Op, Shape[], string][] = [
  [
    'a product whose inner dimensions differ',
    matmul(),
    [
      [3, 4],
      [5, 2],
    ],
    'the inner dimensions differ: 3×4 times 5×2 (4 and 5)',
  ],
  [
    'a product whose left side is the wider',
    matmul(),
    [
      [3, 5],
      [4, 2],
    ],
    'the inner dimensions differ: 3×5 times 4×2 (5 and 4)',
  ],
  [
    'a product with a transpose, named as it is multiplied',
    matmul(true),
    [
      [3, 4],
      [5, 2],
    ],
    'the inner dimensions differ: 4×3 times 5×2 (3 and 5)',
  ],
  [
    'a sum of shapes that do not fit',
    { kind: 'add' },
    [
      [3, 4],
      [2, 4],
    ],
    '3×4 and 2×4 can neither be matched nor broadcast',
  ],
  [
    'a bias of the wrong length',
    { kind: 'add' },
    [
      [3, 4],
      [4, 1],
    ],
    '3×4 and 4×1 can neither be matched nor broadcast',
  ],
  [
    'a loss against targets of another shape',
    { kind: 'categoricalCrossEntropy', from: 'probabilities', ...MEAN },
    [
      [3, 4],
      [4, 3],
    ],
    'the prediction is 3×4 and the target 4×3',
  ],
  [
    'a fused loss with logits of another shape',
    { kind: 'categoricalCrossEntropy', from: 'fused', ...MEAN },
    [
      [3, 4],
      [3, 4],
      [3, 5],
    ],
    'the probabilities are 3×4 and the logits 3×5',
  ],
  [
    'a fused loss without logits',
    { kind: 'binaryCrossEntropy', from: 'fused', ...MEAN },
    [
      [1, 1],
      [1, 1],
    ],
    'binaryCrossEntropy takes 3 arguments, not 2',
  ],
  [
    'a unary op with two arguments',
    { kind: 'exp' },
    [
      [1, 1],
      [1, 1],
    ],
    'exp takes 1 argument, not 2',
  ],
  ['a reduction without arguments', { kind: 'sum', per: 'all' }, [], 'sum takes 1 argument, not 0'],
  ['a product of one', matmul(), [[2, 2]], 'matmul takes 2 arguments, not 1'],
  [
    'an input, which has the shape of its data',
    { kind: 'input' },
    [],
    'the shape of an input is that of its data',
  ],
];

describe('shapes', () => {
  it.each(good)('%s', (_, op, args, shape) => {
    expect(inferShape(op, args)).toEqual({ ok: true, shape });
  });

  it.each(bad)('%s is refused, and the reason says why', (_, op, args, reason) => {
    expect(inferShape(op, args)).toEqual({ ok: false, reason });
  });

  it('every op has a rule that refuses four arguments', () => {
    const four: Shape[] = [
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ];
    const kinds = Object.keys(shapeRules) as Op['kind'][];
    // No attribute matters to the number of arguments but `from`, whose absence means two.
    const accepted = kinds.filter((kind) => inferShape({ kind } as Op, four).ok);
    expect(kinds).toContain('matmul');
    expect(accepted).toEqual([]);
  });
});
