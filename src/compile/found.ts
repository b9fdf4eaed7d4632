import { type Fault, fail, failAll, type Result } from '../problem';
import { placeIn } from './programText';

/** As many as a person reads; what is wrong with more of a text is said once these are mended. */
export const MOST_FAULTS = 20;

/** What is wrong with a program, and the character at which it is. */
export interface Found {
  readonly at: number;
  readonly error: string;
}

/** All that was found, in the order of the text, then what has no place in it. */
export function refused(
  text: string,
  found: readonly Found[],
  elsewhere: readonly Fault[] = [],
): Result<never> {
  const inText = [...found]
    .sort((a, b) => a.at - b.at)
    .map(({ at, error }): Fault => ({ error, where: placeIn(text, at) }));
  const [first, ...others] = [...inText, ...elsewhere].slice(0, MOST_FAULTS);
  return first ? failAll([first, ...others]) : fail('The program cannot be read', placeIn(text, 0));
}
