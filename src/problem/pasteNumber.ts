import { quote } from './show';

const NUMBER = /^([+-]?)(\d+\.?\d*|\.\d+)(?:[eEdD]([+-]?\d+))?$/;
const NOT_FINITE = /^[+-]?(?:nan|na|inf|infinity|∞)$/i;
const FRACTION = /^[+-]?\d+(?:\.\d+)?\/\d+(?:\.\d+)?$/;

/** A number, times 10 to the `scale`; else what the word is instead: `is "abc", not a number`. */
export function readNumber(word: string, scale = 0): number | string {
  const text = word.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (text === '') return 'is empty; write a number there';
  const match = NUMBER.exec(text);
  if (!match) {
    if (NOT_FINITE.test(text)) return `is ${quote(text)}; only finite numbers can be entered`;
    if (/^[+-]?\d*,\d+$/.test(text)) return `is ${quote(text)}; write it with a point`;
    if (FRACTION.test(text)) return `is ${quote(text)}; write the fraction as a decimal`;
    return `is ${quote(text)}, not a number`;
  }
  const [, sign = '', digits = '', exponent = '0'] = match;
  // In one reading, so that 0.3 times 10³ is 300 to the last digit.
  const value = Number(`${sign}${digits}e${Number(exponent) + scale}`);
  return Number.isFinite(value) ? value : `is ${quote(text)}, too large for a number`;
}
