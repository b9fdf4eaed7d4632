import { describe, expect, it } from 'vitest';
import { compiled, passOf, problemOf } from '../../compile/testing/cases';
import { notationOf } from '../notation';
import { stepsOf } from '../steps';
import { printingOf } from './context';
import { numbersTex } from './tex';

const matricesIn = (tex: string) =>
  [...tex.matchAll(/\\begin\{bmatrix\}(.*?)\\end\{bmatrix\}/gs)].map(([, body = '']) =>
    body.split('\\\\').map((row) => row.split('&')),
  );

function putIn(id: string, writes: string, format: { alone?: number; copies?: boolean }) {
  const problem = problemOf(id);
  const source = compiled(problem);
  const printing = printingOf(source.graph, notationOf(problem.notation), false);
  const step = stepsOf(source, 'quantities').find((each) => each.writes === writes);
  if (!step) throw new Error(`${id} has no ${writes}.`);
  return numbersTex(step, printing, passOf(source), { decimals: 4, ...format }).put;
}

describe('a bias in the numbers of its layer', () => {
  it('stands under the first example, then pale under the next, then dots', () => {
    const bias = matricesIn(putIn('s1-relu2-softmax-cce', 'Z1', { copies: true })).at(-1);
    const pale = (n: string) => `\\htmlData{aside=true}{${n}}`;
    expect(bias).toEqual(['0.4', '0.4', '0.1', '0.2'].map((n) => [n, pale(n), '\\cdots']));
  });

  it('is repeated downwards where the examples are rows', () => {
    const bias = matricesIn(putIn('s3-mlp-mse-batch', 'Z1', { copies: true })).at(-1);
    expect(bias).toHaveLength(3);
    const numbers = (row: readonly string[] | undefined) => row?.filter((n) => !n.endsWith('dots'));
    expect(numbers(bias?.[1])).toEqual(
      numbers(bias?.[0])?.map((n) => `\\htmlData{aside=true}{${n}}`),
    );
    // Seven units in four digits are too many for a line: some are left out, as of any matrix.
    expect(bias?.map((row) => row[4])).toEqual(['\\cdots', '\\cdots', '\\ddots']);
    expect(new Set(bias?.[2])).toEqual(new Set(['\\vdots', '\\ddots']));
  });

  it('stands once where nobody asked, where one example is alone, and where there is one', () => {
    const plain = putIn('s1-relu2-softmax-cce', 'Z1', {});
    expect(plain).not.toContain('aside');
    const alone = putIn('s1-relu2-softmax-cce', 'Z1', { copies: true, alone: 2 });
    expect(matricesIn(alone).at(-1)?.[0]).toHaveLength(1);
    expect(putIn('s3-mlp-mse-single', 'Z1', { copies: true })).not.toContain('aside');
  });
});
