import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf } from '../compile/testing/cases';
import {
  chainTex,
  notationOf,
  numbersTex,
  printingOf,
  quantityText,
  ruleTex,
  stepsOf,
} from './index';

const problems = everyProblem();

/** The rules of a problem as its own handout would write them, by the quantity computed. */
function written(id: string, link = false) {
  const problem = problems.get(id);
  if (!problem) throw new Error(id);
  const source = compiled(problem);
  const notation = notationOf(problem.notation);
  const printing = printingOf(source.graph, notation, link);
  const steps = new Map(stepsOf(source, notation.detail).map((s) => [s.writes, s]));
  const step = (writes: string) => {
    const found = steps.get(writes);
    if (!found) throw new Error(`No step writes ${writes}.`);
    return found;
  };
  return {
    rule: (writes: string) => ruleTex(step(writes), printing),
    chain: (writes: string) => chainTex(step(writes), printing),
    numbers: (writes: string) =>
      numbersTex(step(writes), printing, passOf(source), { decimals: notation.decimals }),
    text: (quantity: string) => quantityText(printing, quantity),
  };
}

describe('each handout opens in its own notation', () => {
  it('the first: lower-case letters without an index, L for one example and J for a batch', () => {
    const one = written('s0-p1-y1');
    expect(one.rule('Z1')).toBe('z = w \\, x + b');
    expect(one.rule('delta1')).toBe('\\frac{\\partial L}{\\partial z} = a - y');
    const batch = written('s0-p2-batch');
    expect(batch.rule('dW1')).toBe(
      '\\frac{\\partial J}{\\partial w} = \\frac{\\partial J}{\\partial z} \\, X^{\\mathsf T}',
    );
    expect(batch.rule('db1')).toBe(
      '\\frac{\\partial J}{\\partial b} = \\frac{\\partial J}{\\partial z}\\, \\mathbf{1}_{m}',
    );
  });

  it('the second: [l], examples in columns, δ, and Σ over the examples for a bias', () => {
    const { rule, text } = written('s1-relu2-softmax-cce');
    expect(rule('delta3')).toBe('\\delta^{[3]} = \\frac{1}{m} \\, \\left(A^{[3]} - Y\\right)');
    expect(rule('delta2')).toBe(
      "\\delta^{[2]} = \\left(W^{[3]\\mathsf T} \\, \\delta^{[3]}\\right) \\odot \\mathrm{relu}'\\left(Z^{[2]}\\right)",
    );
    expect(rule('dW2')).toBe(
      '\\frac{\\partial J}{\\partial W^{[2]}} = \\delta^{[2]} \\, A^{[1]\\mathsf T}',
    );
    expect(rule('db2')).toContain('\\sum_{i=1}^{m} \\delta^{[2]}{}^{(i)}');
    expect(text('delta2')).toBe('δ²');
  });

  it('its literal cross-entropy on a ReLU output keeps the slope, as the errata say', () => {
    const { rule } = written('s1-relu3-cce-literal');
    expect(rule('delta3')).toContain("\\odot \\mathrm{relu}'\\left(Z^{[3]}\\right)");
  });

  it('the third: A and the row bᵀ of weights, z₁ to z₃', () => {
    const { rule } = written('s2-single');
    expect(rule('Z1')).toBe('z_{1} = A \\, x');
    expect(rule('Z2')).toBe('z_{3} = b^{\\mathsf T} \\, z_{2}');
    expect(rule('dA1')).toBe(
      '\\frac{\\partial \\mathcal{L}}{\\partial z_{2}} = b \\, \\frac{\\partial \\mathcal{L}}{\\partial z_{3}}',
    );
  });

  it('the fourth: (l), examples in rows, X Wᵀ, 1/N', () => {
    const { rule } = written('s3-mlp-mse-batch');
    expect(rule('Z1')).toBe('Z^{(1)} = X \\, W^{(1)\\mathsf T} + b^{(1)}');
    expect(rule('dA3')).toBe(
      '\\frac{\\partial L}{\\partial A^{(3)}} = \\frac{1}{N} \\, \\left(A^{(3)} - Y\\right)',
    );
    expect(rule('dW2')).toBe(
      '\\frac{\\partial L}{\\partial W^{(2)}} = \\left(\\frac{\\partial L}{\\partial Z^{(2)}}\\right)^{\\mathsf T} \\, A^{(1)}',
    );
  });

  it('the fifth: wᵀa + b with w inputs × units', () => {
    const { rule } = written('s4-p2-m4');
    expect(rule('Z2')).toBe('z^{[2]} = w^{[2]\\mathsf T} \\, a^{[1]} + b^{[2]}');
    expect(rule('dW2')).toBe(
      '\\frac{\\partial J}{\\partial w^{[2]}} = a^{[1]} \\, \\left(\\frac{\\partial J}{\\partial z^{[2]}}\\right)^{\\mathsf T}',
    );
  });
});

describe('numbers that the handouts print', () => {
  it.each([
    ['s4-p3-logistic-a0.01', 'W1_new', '-1 - 0.01 \\cdot 0.018941'],
    [
      's0-p3-2-tanh-sigmoid',
      'dw',
      '0.52 \\cdot 0.764 \\cdot \\left(1 - 0.764\\right) \\cdot 1.5^{2}',
    ],
  ])('%s: the numbers put into %s do not run together, with links neither', (id, writes, put) => {
    for (const link of [false, true]) {
      const plain = written(id, link)
        .numbers(writes)
        .put.replace(/\\htmlData\{quantity=\w+\}\{([^{}]*)\}/g, '$1');
      expect(plain).toBe(put);
    }
  });

  it('the PyTorch demo', () => {
    const { numbers } = written('s3-demo-batch');
    expect(numbers('Z1').result).toBe('\\begin{bmatrix}-2.4591\\\\3.1721\\\\6.2782\\end{bmatrix}');
    expect(numbers('A1').result).toBe('\\begin{bmatrix}0.0788\\\\0.9598\\\\0.9981\\end{bmatrix}');
  });

  it.each([
    ['s4-p3-logistic-a0.01', 'db1', [-0.1155], 4],
    ['s4-p3-logistic-a0.01', 'dW1', [0.019], 3],
    ['s4-p3-logistic-a0.01', 'b1_new', [1.001155], 6],
    ['s4-p3-logistic-a0.01', 'W1_new', [-1.00019], 5],
    ['s4-p3-multinomial-a0.01', 'db1', [0.1155, -0.1155], 4],
    ['s4-p3-multinomial-a0.01', 'dW1', [-0.019, 0.019], 3],
    ['s4-p3-multinomial-a0.01', 'b1_new', [-0.001155, 1.001155], 6],
    ['s4-p3-multinomial-a0.01', 'W1_new', [0.00019, -1.00019], 5],
  ])('%s: %s is %j to %i digits', (id, quantity, expected, digits) => {
    const { result } = written(id).numbers(quantity);
    const numbers = result
      .replace(/\\(begin|end)\{bmatrix\}/g, '')
      .split(/&|\\\\/)
      .map((entry) => Number(Number(entry).toFixed(digits)));
    expect(numbers).toEqual(expected);
  });
});
