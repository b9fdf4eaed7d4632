import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf, problemOf } from '../compile/testing/cases';
import { read } from '../engine';
import { type Problem, parseProblem, setEntry } from '../problem';
import { firstBroken, notationOf, printingOf, whyBroken } from './index';

function brokenIn(problem: Problem) {
  const source = compiled(problem);
  return firstBroken(printingOf(source.graph, notationOf(problem.notation)), passOf(source));
}

function with1e300(id: string, ...entries: readonly string[]): Problem {
  let problem = problemOf(id);
  for (const name of entries) {
    const edited = setEntry(problem, name, 0, 0, 1e300);
    if (!edited.ok) throw new Error(edited.fault.error);
    problem = edited.value;
  }
  return problem;
}

function programOf(program: string, parameters: Record<string, number>): Problem {
  const read = parseProblem({ format: 'backstep-problem', version: 1, program, parameters });
  if (!read.ok) throw new Error(read.fault.error);
  return read.value;
}

describe('the first quantity that is not finite', () => {
  it('is none where every number is finite', () => {
    for (const [id, problem] of everyProblem()) {
      const { memory } = passOf(compiled(problem));
      const broken = brokenIn(problem);
      if (memory.every(Number.isFinite)) expect(broken, id).toBeUndefined();
    }
  });

  it('is the product with the second of two weights of 1e300, said with its numbers', () => {
    const broken = brokenIn(with1e300('s1-relu2-softmax-cce', 'X', 'W1'));
    expect(broken?.kind).toBe('overflow');
    expect(broken?.sentence).toMatch(
      /^\S+ overflows: .*1e300.* · .* is beyond the largest number, about 1\.8e308\. Everything after it/,
    );
    expect(broken?.wayOut).toMatch(/^Undo, or make W\S* smaller\.$/);
  });

  it('is where it arises: nothing that it is computed from is infinite, with all weights at 1e300', () => {
    for (const [id, problem] of everyProblem()) {
      if (!/^(s\d|edge-)/.test(id)) continue;
      const plain = compiled(problem);
      const large = plain.graph.parameters.flatMap((i) => plain.graph.nodes[i]?.id ?? []);
      let edited = problem;
      for (const name of large) {
        const next = setEntry(edited, name, 0, 0, 1e300);
        if (next.ok) edited = next.value;
      }
      const source = compiled(edited);
      const snapshot = passOf(source);
      const broken = brokenIn(edited);
      const isInfinite = (name: string) =>
        read(snapshot, 'value', name)?.data.some((v) => !Number.isFinite(v)) ?? false;
      const { nodes } = source.graph;
      const first = nodes.find((node) => node.named && isInfinite(node.id));
      if (!first) continue;
      expect(broken?.id, id).toBe(first.id);
      // Of what it reads by name, all is finite; of its own entry the number is not.
      for (const { named, id: name, index } of nodes)
        if (named && index < first.index) expect(isInfinite(name), `${id} ${name}`).toBe(false);
      const value = read(snapshot, 'value', first.id);
      const { row = -1, col = -1 } = broken ?? {};
      expect(Number.isFinite(value?.data[row * (value?.cols ?? 0) + col])).toBe(false);
      expect(broken?.sentence).toMatch(/ (overflows|is infinite|is undefined): \S.*\. /);
      expect(broken?.wayOut).toMatch(/^Undo, or /);
    }
  });

  it('is the loss where the square of an error is too large', () => {
    const broken = brokenIn(with1e300('s3-mlp-mse-batch', 'W1', 'W2'));
    expect(broken?.sentence).toMatch(/^L overflows: \(−?[\d.]+e(299|300)\)² is beyond/);
  });

  it.each<readonly [string, Record<string, number>, string, RegExp]>([
    ['y = exp(w)', { w: 1000 }, 'y', /^y overflows: exp\(1000\) is beyond the largest number/],
    ['y = log(w)', { w: 0 }, 'y', /^y is infinite: log\(0\) has no finite value/],
    ['a = w - w\ny = a / a', { w: 2 }, 'y', /^y is undefined: 0 \/ 0 has no value/],
    ['y = log(w)', { w: -1 }, 'y', /^y is undefined: log\(−1\) has no value/],
    ['y = 1 / w', { w: 0 }, 'y', /^y is infinite: 1 \/ 0 has no finite value/],
    ['y = w * w', { w: 1e200 }, 'y', /^y overflows: 1e200 · 1e200 is beyond/],
  ])('%s with %o: %s, and why', (program, parameters, id, sentence) => {
    const broken = brokenIn(programOf(program, parameters));
    expect(broken).toMatchObject({ id });
    expect(broken?.sentence).toMatch(sentence);
  });

  it('says of a gradient that is only shown that nothing else is lost', () => {
    const broken = brokenIn(with1e300('s1-relu2-softmax-cce', 'X'));
    expect(broken).toMatchObject({ id: 'dA3', kind: 'pole' });
    expect(broken?.sentence).toContain('δ³ is computed from Z³');
  });

  it('can be a gradient, where every value is finite', () => {
    const broken = brokenIn(programOf('a = sqrt(w)\ny = a', { w: 0 }));
    expect(broken?.id).toBe('dw');
    expect(broken?.sentence).toMatch(
      /^∂y\/∂w is infinite: a slope is infinite there, as 1 \/ 0 is/,
    );
  });

  it('is why what follows from it is none, and nothing else', () => {
    const problem = with1e300('s1-relu2-softmax-cce', 'X', 'W1');
    const source = compiled(problem);
    const printing = printingOf(source.graph, notationOf(problem.notation));
    const broken = firstBroken(printing, passOf(source));
    const why = (id: string) => whyBroken(printing, broken, id);
    expect(why('Z1')).toMatch(/^Z¹ overflows: .* is beyond the largest number, about 1\.8e308$/);
    expect(why('A2')).toBe('it follows from Z¹, which overflows');
    expect(why('dW3')).toBe('it follows from Z¹, which overflows');
    for (const id of ['X', 'Y', 'W1', 'b2', 'nothing']) expect(why(id)).toBeUndefined();
    expect(whyBroken(printing, undefined, 'A2')).toBeUndefined();
  });
});
