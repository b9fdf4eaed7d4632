/** A number in full for a screen reader; what is none is said in words. */
export function valueWords(value: number): string {
  if (Number.isNaN(value)) return 'not a number, undefined';
  if (value === Number.POSITIVE_INFINITY) return 'infinity';
  if (value === Number.NEGATIVE_INFINITY) return 'minus infinity';
  return `${value}`;
}
