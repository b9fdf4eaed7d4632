import { describe, expect, it } from 'vitest';
import { parseEntry } from './parse';

const whyNot = (text: string) => {
  const entered = parseEntry(text, 0.5);
  return entered.ok ? undefined : entered.why;
};

describe('parseEntry', () => {
  it.each([
    ['0.25', 0.25],
    [' 7 ', 7],
    ['-2e-3', -0.002],
    ['+.5', 0.5],
    ['3.', 3],
    ['1E3', 1000],
    ['−0.7', -0.7],
    ['2e−3', 0.002],
    ['0', 0],
    ['0e-400', 0],
  ])('takes %s', (text, value) => {
    expect(parseEntry(text, 0.5)).toEqual({ ok: true, value });
  });

  it('keeps −0 apart from 0', () => {
    expect(parseEntry('-0', 1)).toEqual({ ok: true, value: -0 });
  });

  it.each(['abc', '0x10', '1_000', 'NaN', 'Infinity', '1 2', '--1', '1e', 'e5', '.', '1/0'])(
    'refuses %s and says what a number looks like',
    (text) => {
      expect(whyNot(text)).toBe(
        `“${text}” is not a number; 0.5 stays. Type a number such as 0.5 or -2e-3.`,
      );
    },
  );

  it('refuses an empty field', () => {
    const why = 'An empty field is not a number; 0.5 stays. Type a number such as 0.5 or -2e-3.';
    expect(whyNot('')).toBe(why);
    expect(whyNot('  ')).toBe(why);
  });

  it('refuses what no number can hold', () => {
    expect(whyNot('1e999')).toBe(
      '“1e999” is too large to calculate with; 0.5 stays. The limit is about 1.8e308.',
    );
    expect(whyNot('1e-999')).toBe(
      '“1e-999” is too small to be told from 0; 0.5 stays. Type 0 if that is meant.',
    );
  });

  it('shows how to write a comma and a fraction', () => {
    expect(whyNot('-0,25')).toBe(
      '“-0,25” has a decimal comma; 0.5 stays. Write it with a point: -0.25.',
    );
    expect(whyNot('1/4')).toBe('“1/4” is a fraction; 0.5 stays. Type it as a decimal: 0.25.');
  });

  it('does not repeat a long text whole', () => {
    expect(whyNot('x'.repeat(500))?.length).toBeLessThan(120);
  });
});
