import { LIMITS } from '../../problem';

/** The browser's name for what is saved. */
export const DATABASE = 'backstep';

/** As it is kept: without control characters, and not endless. */
export function tidyName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, LIMITS.title);
}

/** The name itself, or with the first number that is free: `Homework`, `Homework 2`. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  const stem = name.replace(/ \d{1,4}$/, '');
  for (let i = 2; ; i++) {
    const next = `${stem} ${i}`;
    if (!taken.includes(next)) return next;
  }
}
