/** A printed part and how tightly it holds together, so that parentheses stand only where they must. */
export interface Piece {
  readonly text: string;
  readonly level: Level;
}

/** From loosest to tightest. */
export const LEVEL = { sum: 1, elementwise: 2, product: 3, power: 4, atom: 5 } as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];

export function piece(text: string, level: Level): Piece {
  return { text, level };
}

export function looser(a: Level, b: Level): Level {
  return a < b ? a : b;
}

export const atom = (text: string): Piece => piece(text, LEVEL.atom);

/** Whether a minus comes first, within its links and marks. */
export function startsWithMinus(tex: string): boolean {
  return /^(?:\\htmlData\{[^}]*\}\{)*-/.test(tex);
}

/** In parentheses where a minus would meet the sign of a sum or a product. */
export function afterSign(tex: string): string {
  return startsWithMinus(tex) ? `\\left(${tex}\\right)` : tex;
}

const RAISED_NAMES: ReadonlySet<string> = new Set(['tanh', 'sin', 'cos', 'log']);

/** Whether a power of this function is written at its name: `tanh²(z)`. An exponent of −1 there would be the inverse. */
export function isRaisedName(fn: string, exponent: number): boolean {
  return RAISED_NAMES.has(fn) && Number.isInteger(exponent) && exponent > 1;
}
