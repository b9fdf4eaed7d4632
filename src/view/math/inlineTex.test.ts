import { expect, it } from 'vitest';
import { inlineTex } from './inlineTex';

it('writes a derivative on one line', () => {
  expect(inlineTex('\\frac{\\partial J}{\\partial W^{[2]}}')).toBe('\\partial J/\\partial W^{[2]}');
  expect(inlineTex('\\frac{\\partial \\mathcal{L}}{\\partial z_{1}}')).toBe(
    '\\partial \\mathcal{L}/\\partial z_{1}',
  );
});

it('leaves every other symbol as it is', () => {
  expect(inlineTex('\\delta^{[2]}')).toBe('\\delta^{[2]}');
});
