import { expect, test } from 'vitest';
import { bareSymbol, changed, digits, firstThatFitsAll, spellings } from './format';

test.each([
  [0, '0'],
  [-0, '0'],
  [0.40312, '0.403'],
  [-1.5, '−1.5'],
  [1234.5, '1234.5'],
  [1.31e-9, '1.31e-9'],
  [-2.5e7, '−2.5e7'],
  [Number.NaN, 'undefined'],
  [Number.NEGATIVE_INFINITY, '−∞'],
  [undefined, '?'],
])('%d is written “%s”, as the cards write it', (value, text) => {
  expect(digits(value, 3)).toBe(text);
});

test('where there is no room a number loses digits from the end', () => {
  expect(spellings(-2.459105, 4)).toEqual(['−2.4591', '−2.459', '−2.46', '−2.5', '−2']);
  expect(spellings(12345.678, 2)).toEqual(['12345.68', '12345.7', '12346', '1e4']);
});

test('an updated number shows as many digits as it takes to see the change', () => {
  expect(changed(0.3147, 0.3, 3)).toBe('0.315');
  expect(changed(0.10004, 0.1, 3)).toBe('0.10004');
  expect(changed(0.1, 0.1, 3)).toBe('0.1');
});

test('a symbol beside its unit says nothing that the place tells', () => {
  expect(bareSymbol('δ²')).toBe('δ');
  expect(bareSymbol('dZ[2]')).toBe('dZ');
  expect(bareSymbol('∂J/∂W²')).toBe('dW');
  expect(bareSymbol('ŷ')).toBe('ŷ');
});

test('numbers of one column are written alike', () => {
  const ways = [
    ['δ 0.0967', '0.0967'],
    ['δ −0.00345', '−0.00345'],
  ];
  expect(firstThatFitsAll(ways, 56, 10)).toEqual(['0.0967', '−0.00345']);
});
