import { formatNumber } from '../derive';

const MINUS = '\u2212';

/** A number as the cards write it, with at most so many digits after the point. */
export function digits(value: number | undefined, decimals: number): string {
  return value === undefined ? '?' : formatNumber(value, { decimals });
}

/**
 * Widths in em of a wide system font (DejaVu Sans); others are narrower, so what fits by this table fits
 * everywhere, and geometry needs no page to measure in.
 */
const WIDTHS: Readonly<Record<string, number>> = {
  ' ': 0.32,
  '.': 0.32,
  ',': 0.32,
  '·': 0.32,
  '(': 0.39,
  ')': 0.39,
  i: 0.28,
  l: 0.28,
  t: 0.4,
  f: 0.36,
  r: 0.42,
  m: 0.97,
  w: 0.82,
  W: 0.99,
  [MINUS]: 0.84,
  '→': 0.84,
  '+': 0.84,
  '×': 0.84,
  '=': 0.84,
  '⊙': 0.84,
  '∞': 0.84,
};

export function textWidth(text: string, font: number, bold = false): number {
  let em = 0;
  for (const letter of text) em += WIDTHS[letter] ?? 0.64;
  return em * font * (bold ? 1.1 : 1);
}

/** The longest of the ways to write something that fits; the last one if none does. */
export function firstThatFits(
  candidates: readonly string[],
  width: number,
  font: number,
  bold = false,
): string {
  const found = candidates.find((text) => textWidth(text, font, bold) <= width);
  return found ?? candidates.at(-1) ?? '';
}

/** A changed number, with as many digits as it takes to see the change. */
export function changed(
  value: number | undefined,
  old: number | undefined,
  decimals: number,
): string {
  const more = [0, 1, 2, 3, 4].map((n) => decimals + n);
  const seen = more.find((n) => digits(value, n) !== digits(old, n));
  return digits(value, seen ?? decimals);
}

/** One way of writing for a whole column, so that its numbers look alike: the first that fits for all. */
export function firstThatFitsAll(
  candidates: readonly (readonly string[])[],
  width: number,
  font: number,
  bold = false,
): readonly string[] {
  const ways = Math.max(0, ...candidates.map((each) => each.length));
  const column = (way: number) => candidates.map((each) => each[way] ?? each.at(-1) ?? '');
  const fits = (texts: readonly string[]) =>
    texts.every((text) => textWidth(text, font, bold) <= width);
  const way = Array.from({ length: ways }, (_, i) => i).find((i) => fits(column(i)));
  return way === undefined
    ? candidates.map((each) => firstThatFits(each, width, font, bold))
    : column(way);
}

function powerOfTen(value: number): string {
  return value.toExponential(0).replace(/^-/, MINUS).replace('e+', 'e');
}

/** The same number with ever fewer digits, as the cards write it first. */
export function spellings(value: number | undefined, decimals: number): readonly string[] {
  const fewer = Array.from({ length: decimals }, (_, i) => digits(value, decimals - i));
  const size = Math.abs(value ?? 0);
  const whole = size >= 1 && size < 1e6 ? [digits(Math.round(value ?? 0), 0)] : [];
  const isLarge = size >= 1000 && size < Number.POSITIVE_INFINITY;
  const isSmall = size > 0 && size < 1e-3;
  const exponent = isLarge || isSmall ? [powerOfTen(value ?? 0)] : [];
  return [...new Set([...fewer, ...whole, ...exponent])];
}

/**
 * A symbol for a place that tells the layer and has little room: `δ²` → `δ`, `∂J/∂W²` → `dW`.
 */
export function bareSymbol(symbol: string): string {
  const bare = symbol.replace(/[⁰¹²³⁴-⁹⁽⁾₀-₉₍₎⁻ᵀ[\]()]|\d+/gu, '').trim() || symbol;
  return bare.replace(/^∂.*\/∂/u, 'd');
}
