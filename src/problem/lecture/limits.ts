import { LIMITS } from '../limits';

/** What a lecture may hold: an hour has far fewer stops, and a hostile file is refused at once. */
export const LECTURE_LIMITS = {
  characters: LIMITS.characters,
  stops: 500,
  problems: 50,
  /** In all matrices of all its problems together. */
  numbers: LIMITS.numbers,
  title: LIMITS.title,
  /** Of a stop; projected, so shorter is better. */
  stopTitle: 120,
  note: 2000,
  step: 100,
  decimals: 12,
  /** Examples, rows and columns. */
  index: LIMITS.numbers,
} as const;
