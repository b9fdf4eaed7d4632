import { describe, expect, it } from 'vitest';
import { compiled, everyProblem, passOf } from '../../../compile/testing/cases';
import { derivationOf } from '../../derivation/derivation';
import { notationOf, printingOf } from '../../index';
import { setTex } from '../../testing/katex';
import { walkOf } from '../../walk';
import { lineTex } from '../derivation-tex';
import { rowsOf, type TexRow, widestOf } from './rows';
import { widthOf } from './width';

/** The signs of a formula without what only holds it together. */
const signs = (tex: string) =>
  tex
    .replace(/\\htmlData\{known=true\}\{/g, '')
    .replace(/\\(?:left|right)\./g, '')
    .replace(/\\cdot|\\,|\\allowbreak|\{\}|[{}\s]/g, '');
const together = (rows: readonly TexRow[]) => rows.map(({ tex }) => tex).join('');

/** Every line of every gradient of the library, as the page prints it, with fewer and fewer numbers. */
function linesOf(id: string): readonly (readonly string[])[] {
  const problem = everyProblem().get(id);
  if (!problem) throw new Error(`No ${id}`);
  const source = compiled(problem);
  const notation = notationOf(problem.notation);
  const printing = printingOf(source.graph, notation, true);
  const walk = walkOf(source, notation.detail);
  const snapshot = passOf(source);
  const { decimals } = notation;
  return source.graph.nodes.filter(walk.showsGradient).flatMap((node) => {
    const derivation = derivationOf(walk, node.id);
    return derivation.lines.flatMap((line) => {
      const written = [undefined, [8, 4] as const, [6, 3] as const].map((most) =>
        lineTex(derivation, line, printing, snapshot, { decimals, most }),
      );
      const results = written.flatMap(({ result }) => result ?? []);
      return [written.map(({ tex }) => tex), ...(results.length > 0 ? [results] : [])];
    });
  });
}

const library = [...everyProblem().keys()].filter((id) => /^s\d/.test(id));

/** The column of formulas at 1440 and 1280 pixels, and of a phone, in em of symbols; numbers have a little more. */
const DESKTOP = 16.4;
const PHONE = 15;
/** What the page makes smaller before it scrolls: 0.64, less what widths are off by. */
const SHRINKS = 1.4;

/** Each bracket of a row that stays open at its end: how wide what it holds there is. */
function openAtEnd(tex: string): readonly number[] {
  const open: number[] = [];
  for (const { index, 0: command } of tex.matchAll(
    /\\left(?=[^.a-z]|\\)|\\left\.|\\right(?=\W)/g,
  )) {
    if (command !== '\\right') open.push(index);
    else if (!tex.startsWith('\\right.', index)) open.pop();
  }
  const end = tex.replace(/(?:\\right\.|\})+$/, '');
  return open.map((from) => widthOf(end.slice(from).replace(/\\left(?:\.|\\?[^a-z])/g, '')));
}

/** All brackets of a formula from `\left` to `\right`, those within others too. */
function bracketsOf(tex: string): readonly string[] {
  const open: number[] = [];
  const found: string[] = [];
  for (const { index, 0: command } of tex.matchAll(/\\left(?![a-z])|\\right(?![a-z])/g))
    if (command === '\\left') open.push(index);
    else found.push(tex.slice(open.pop(), index));
  return found;
}

const bare = (tex: string) => tex.replace(/\\allowbreak|\s/g, '');

/** In em: the sign before it, how far a row stands in, and what it cannot be parted from. */
const BESIDE = 8;

const rooms = [DESKTOP, PHONE, 26, 32];

describe.each(library)('%s', (id) => {
  const lines = linesOf(id);

  it('has no line that would have to be scrolled', () => {
    for (const room of [DESKTOP, PHONE]) {
      const wide = lines.filter(
        (ways) => !ways.some((tex) => widestOf(rowsOf(tex, room)) <= room * SHRINKS),
      );
      expect(wide, `${room}`).toEqual([]);
    }
  });

  it('keeps every sign in its rows, and each can be set by itself', () => {
    for (const [tex] of lines) {
      const rows = rowsOf(tex as string, DESKTOP);
      expect(signs(together(rows))).toBe(signs(tex as string));
      if (rows.length > 1) for (const row of rows) setTex(row.tex);
    }
  }, 60_000);

  it('ends no row with an opening bracket and next to nothing in it', () => {
    for (const tex of lines.flat())
      for (const room of rooms)
        for (const row of rowsOf(tex, room).slice(0, -1)) {
          const innermost = openAtEnd(row.tex).at(-1) ?? Number.POSITIVE_INFINITY;
          expect(innermost, `${room}: ${row.tex}`).toBeGreaterThan(2);
        }
  });

  it('keeps a bracket whole that has room in a row with what belongs to it', () => {
    for (const tex of lines.flat())
      for (const room of rooms) {
        const rows = rowsOf(tex, room).map((row) => bare(row.tex));
        for (const bracket of bracketsOf(tex)) {
          if (widthOf(bracket) + BESIDE > room) continue;
          const whole = bare(bracket);
          expect(
            rows.some((row) => row.includes(whole)),
            `${room}: ${bracket}`,
          ).toBe(true);
        }
      }
  });
});

describe('where a formula is broken', () => {
  const sum = 'a + b + c + d + e + f + g + h';

  it('nowhere, where it has room', () => {
    expect(rowsOf(sum, 100)).toEqual([{ tex: sum, indent: 0 }]);
  });

  it('at a sum before a product, with the sign in front and further in', () => {
    expect(rowsOf('aaaa\\, bbbb\\, cccc + dddd\\, eeee\\, ffff', 9)).toEqual([
      { tex: 'aaaa\\, bbbb\\, cccc', indent: 0 },
      { tex: '{}+ dddd\\, eeee\\, ffff', indent: 0.99 },
    ]);
  });

  it('outside brackets before within them', () => {
    const rows = rowsOf('\\left(aaaa + bbbb\\right) \\odot \\left(cccc + dddd\\right)', 9);
    expect(rows.map(({ tex }) => tex)).toEqual([
      '\\left(aaaa + bbbb\\right)',
      '{}\\odot \\left(cccc + dddd\\right)',
    ]);
  });

  it('within them with brackets that each row can be set with', () => {
    const rows = rowsOf('x\\, \\left(aaaaaa + bbbbbb + cccccc\\right)^{\\mathsf T}', 10);
    expect(rows.map(({ tex }) => tex)).toEqual([
      'x\\, \\left(aaaaaa + bbbbbb\\right.',
      '\\left.{}+ cccccc\\right)^{\\mathsf T}',
    ]);
  });

  it('marks of what is known go on in the next row', () => {
    const rows = rowsOf('\\htmlData{known=true}{aaaa + bbbbbb + cccc} + d', 8);
    expect(rows.map(({ tex }) => tex)).toEqual([
      '\\htmlData{known=true}{aaaa + bbbbbb}',
      '\\htmlData{known=true}{{}+ cccc} + d',
    ]);
  });

  it('a product goes on with a dot, and the power of ten of a number stays with it', () => {
    const rows = rowsOf('2.1\\cdot 10^{-7}\\, aaaaaa\\, bbbbbb', 6);
    expect(rows[0]?.tex.startsWith('2.1\\cdot 10^{-7}')).toBe(true);
    expect(rows.slice(1).every(({ tex }) => tex.startsWith('{}\\cdot '))).toBe(true);
  });

  it('a width is that of letters, fractions and matrices side by side', () => {
    // As KaTeX sets them, measured in a browser.
    expect(widthOf('\\frac{\\partial J}{\\partial W}')).toBeCloseTo(1.77, 0);
    expect(widthOf('\\begin{bmatrix}-0.316&-0.4166&-0.3252\\end{bmatrix}')).toBeGreaterThan(12);
  });

  it('a bracket that has room in a row of its own stays whole, though rows are more then', () => {
    const rows = rowsOf('aaaaaa\\, \\left(1 - \\left(bbbb + cccc\\right)\\right)', 11, 0);
    expect(rows.map(({ tex }) => tex)).toEqual([
      'aaaaaa',
      '{}\\cdot \\left(1 - \\left(bbbb + cccc\\right)\\right)',
    ]);
    const number = '\\begin{bmatrix}-0.12&0.34&0.56\\end{bmatrix}';
    const numbers = rowsOf(`${number} \\odot \\left(1 - ${number}\\right)`, 13);
    expect(numbers.map(({ tex }) => tex)).toEqual([
      number,
      `{}\\odot \\left(1 - ${number}\\right)`,
    ]);
  });

  it('a bracket that is wider than a row is broken within, at the outermost of its operations', () => {
    const rows = rowsOf(
      'x\\, \\left(aaaaaa \\odot \\left(bbbb + cccc\\right) + dddddd\\right)',
      11,
    );
    expect(rows.map(({ tex }) => tex)).toEqual([
      'x\\, \\left(aaaaaa \\odot \\left(bbbb + cccc\\right)\\right.',
      '\\left.{}+ dddddd\\right)',
    ]);
  });
});
