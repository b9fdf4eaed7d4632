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
