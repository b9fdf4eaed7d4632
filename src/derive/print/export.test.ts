import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf, problemOf } from '../../compile/testing/cases';
import { fromRows, read, toRows } from '../../engine';
import {
  derivationTex,
  equationTex,
  matrixText,
  notationOf,
  notations,
  printingOf,
  stepsOf,
} from '../index';
import { texWords } from './document';
import { numbersInRows, wholeMatrix } from './document-wide';
import { EQUATIONS } from './export';
import { widthOf } from './rows/width';

const awkward = fromRows([
  [0.1, -2, 1e-300],
  [-0, 1e21, 1 / 3],
]);

describe('a matrix taken along', () => {
  it('as CSV comes back to the last bit', () => {
    const rows = matrixText(awkward, 'CSV', 3)
      .split('\n')
      .map((row) => row.split(',').map(Number));
    expect(rows).toEqual([
      [0.1, -2, 1e-300],
      [-0, 1e21, 1 / 3],
    ]);
  });

  it('as NumPy is a float array, infinities included', () => {
    expect(matrixText(awkward, 'NumPy', 3)).toBe(
      'np.array([[0.1, -2.0, 1e-300],\n          [-0.0, 1e+21, 0.3333333333333333]])',
    );
    const broken = fromRows([[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]]);
    expect(matrixText(broken, 'NumPy', 3)).toBe('np.array([[np.nan, np.inf, -np.inf]])');
  });

  it('as LaTeX has the digits of the screen, and more than ten columns too', () => {
    const wide = fromRows([Array.from({ length: 12 }, (_, i) => i / 8)]);
    const tex = matrixText(wide, 'LaTeX', 2);
    expect(tex).toContain('{rrrrrrrrrrrr}');
    expect(tex).toContain('0.13 & 0.25');
    expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' })).not.toThrow();
  });
});

const set = (tex: string) =>
  katex.renderToString(tex, { throwOnError: true, strict: 'error', displayMode: true });

/** The arguments of \formula, by matching braces. */
function formulasOf(document: string): string[] {
  const found: string[] = [];
  const body = document.slice(document.indexOf('\\begin{document}'));
  for (const { index } of body.matchAll(/\\formula\{/g)) {
    let [depth, end] = [1, index + '\\formula{'.length];
    for (; depth > 0; end++) depth += body[end] === '{' ? 1 : body[end] === '}' ? -1 : 0;
    found.push(body.slice(index + '\\formula{'.length, end - 1));
  }
  return found;
}

const every = [...everyProblem()];

describe('the derivation as a document', () => {
  it.each(every)('%s: every formula can be set, and every word is plain LaTeX', (_, problem) => {
    const source = compiled(problem);
    const steps = stepsOf(source, 'quantities');
    const printing = printingOf(source.graph, notationOf(problem.notation), true);
    const { title, description } = problem;
    const document = derivationTex({
      title,
      description,
      steps,
      printing,
      snapshot: passOf(source),
      decimals: 3,
    });
    const formulas = formulasOf(document);
    const leaves = source.graph.nodes.filter((n) => n.op.kind === 'input').length;
    expect(formulas).toHaveLength(leaves + steps.length * 4);
    for (const tex of formulas) expect(set(tex)).not.toContain('undefined');
    expect(document).not.toContain('htmlData');
    expect(document).toMatch(/^[\n\x20-\xff]*$/);
    expect(document.match(/\\subsection\{/g)).toHaveLength(steps.length);
    for (const step of steps) expect(document).toContain(texWords(step.words));
    const begun = [...document.matchAll(/\\begin\{(\w+)\}/g)].map((m) => m[1]).sort();
    expect([...document.matchAll(/\\end\{(\w+)\}/g)].map((m) => m[1]).sort()).toEqual(begun);
  });

  it('takes no command from a title', () => {
    expect(texWords('50% of \\input{x} & $y_1$ ~ #2 — “δ²”')).toBe(
      "50\\% of \\textbackslash{}input\\{x\\} \\& \\$y\\_1\\$ \\textasciitilde{} \\#2 --- ``$\\delta$$^{2}$''",
    );
    expect(texWords('数')).toBe('?');
  });
});

/** What LaTeX itself, amsmath and amssymb define, of all that was seen to be set by pdfLaTeX. */
const MATHS = new Set(
  (
    'allowbreak alpha begin cdot cdots cos ddots delta displaystyle end eta exp frac hat hspace ' +
    'infty lVert left leftarrow log mathbf mathcal mathrm mathsf odot oslash partial prime qquad ' +
    'quad rVert right sigma sin sqrt sum tanh text textstyle times to underbrace vdots'
  ).split(' '),
);
const commandsIn = (tex: string) =>
  [...tex.matchAll(/\\([A-Za-z]+)/g)].map(([, name]) => name as string);

it('every formula of the library needs no more than amsmath and amssymb, which the article names', () => {
  for (const [id, problem] of every.filter(([name]) => /^s\d/.test(name))) {
    const source = compiled(problem);
    const printing = printingOf(source.graph, notationOf(problem.notation), true);
    const steps = stepsOf(source, 'quantities');
    const numbers = { snapshot: passOf(source), decimals: 3 };
    const article = derivationTex({ title: 'T', steps, printing, ...numbers });
    expect(article).toContain('\\usepackage{amsmath,amssymb}');
    const equations = steps.flatMap((step) =>
      EQUATIONS.map((name) => equationTex(step, printing, name, numbers)),
    );
    for (const tex of [...formulasOf(article), ...equations]) {
      const unknown = commandsIn(tex).filter((name) => !MATHS.has(name));
      expect(unknown, `${id} ${tex}`).toEqual([]);
    }
  }
});

describe('what is wider than a line of the article', () => {
  const wide = fromRows(
    [0, 1].map((row) => Array.from({ length: 57 }, (_, i) => (row * 57 + i) / 8)),
  );
  const numbersOf = (tex: string) =>
    tex
      .split('\n')
      .filter((row) => /^[-\d]/.test(row))
      .map((row) =>
        row
          .replace(/ \\\\$/, '')
          .split(' & ')
          .map(Number),
      );

  it('of matrices goes on in the next row, with every number', () => {
    const tex = wholeMatrix('X', wide, 6);
    expect(() => set(tex)).not.toThrow();
    const rows = numbersOf(tex);
    expect(rows.length).toBeGreaterThan(4);
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThan(16);
    for (const row of [0, 1])
      expect(rows.filter((_, i) => i % 2 === row).flat()).toEqual([...(toRows(wide)[row] ?? [])]);
  });

  it('a matrix that is higher than a page is turned', () => {
    const high = fromRows(Array.from({ length: 57 }, (_, i) => [i / 8, i]));
    const tex = wholeMatrix('X', high, 6);
    expect(tex).toContain('{X}^{\\mathsf T}');
    expect(
      numbersOf(tex)
        .filter((_, i) => i % 2 === 0)
        .flat(),
    ).toEqual(toRows(high).map(([first]) => first));
  });

  it('of numbers is broken, and stands in no row that is wider than the line', () => {
    const source = compiled(problemOf('s3-mlp-cce-batch'));
    const printing = printingOf(source.graph, notationOf('parentheses-rows'));
    for (const step of stepsOf(source, 'layers')) {
      const tex = numbersInRows(step, printing, passOf(source), 4);
      const rows = tex.replace(/\\(?:begin|end)\{aligned\}/g, '').split(' \\\\\n');
      for (const row of rows)
        expect(widthOf(row.replace(/\\hspace\{.*?\}|&/g, ''))).toBeLessThan(43);
    }
  });
});

describe('one equation', () => {
  it('is LaTeX without the page’s own marks, in every notation', () => {
    const source = compiled(problemOf('s1-relu2-softmax-cce'));
    const numbers = { snapshot: passOf(source), decimals: 3 };
    for (const notation of notations)
      for (const step of stepsOf(source, 'layers'))
        for (const name of EQUATIONS) {
          const tex = equationTex(step, printingOf(source.graph, notation, true), name, numbers);
          expect(tex).not.toContain('htmlData');
          expect(set(tex)).toBeTruthy();
        }
  });

  it('of the numbers ends with the engine’s result', () => {
    const source = compiled(problemOf('s0-p1-y1'));
    const snapshot = passOf(source);
    const step = stepsOf(source, 'quantities').find(({ phase }) => phase === 'loss');
    if (!step) throw new Error('no loss');
    const printing = printingOf(source.graph, notationOf('logistic-columns'));
    const tex = equationTex(step, printing, 'numbers', { snapshot, decimals: 4 });
    const loss = read(snapshot, 'value', 'J')?.data[0] ?? 0;
    expect(Number(tex.split('=').at(-1))).toBeCloseTo(loss, 4);
  });
});
