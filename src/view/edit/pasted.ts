/** Longer than any number is written. */
const LONGEST = 60;
const DECIMAL_COMMA = /^[+-]?\d*,\d+$/;

/** Whether a pasted text is more than one number, and is to fill a matrix rather than a field. */
export function holdsMatrix(text: string): boolean {
  const given = text.trim();
  if (given.length > LONGEST) return true;
  return /[\s,;&[\]\\]/.test(given) && !DECIMAL_COMMA.test(given);
}
