import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { numbersAsDrawn, skeletonOf } from './patch';

/** The numbers as the typesetter orders them, read off its markup. */
function drawnBy(tex: string): readonly string[] {
  const markup = katex.renderToString(tex, { output: 'html', trust: true, strict: false });
  return markup.replace(/<[^>]*>/g, '\n').match(/\d+(?:\.\d+)?/g) ?? [];
}

describe('the order of numbers', () => {
  it.each([
    '0.5 - 1',
    '\\begin{bmatrix}1&2&3\\\\4&-5.5&6\\end{bmatrix}',
    '\\htmlData{quantity=W12}{\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}}\\, \\begin{bmatrix}5\\\\6\\end{bmatrix}',
    '\\frac{1}{5} \\, \\left(\\begin{bmatrix}0.25&0.75\\end{bmatrix} - \\begin{bmatrix}0&1\\end{bmatrix}\\right)',
    '2.5\\cdot 10^{-7} + \\begin{bmatrix}1\\cdot 10^{3}&2\\\\3&4\\end{bmatrix}',
  ])('is that of the typesetter: %s', (tex) => {
    expect(numbersAsDrawn(tex)).toEqual(drawnBy(tex));
  });
});

describe('skeletonOf', () => {
  it('is the same for other numbers, and differs with a sign or a form', () => {
    expect(skeletonOf('0.5 & 12')).toBe(skeletonOf('3 & 4.25'));
    expect(skeletonOf('-0.5')).not.toBe(skeletonOf('0.5'));
    expect(skeletonOf('\\htmlData{quantity=W1}{1}')).not.toBe(
      skeletonOf('\\htmlData{quantity=W2}{1}'),
    );
    expect(skeletonOf('1\\cdot 10^{5}')).not.toBe(skeletonOf('12'));
  });
});
