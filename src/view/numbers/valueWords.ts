/** A number in full for a screen reader; what is none is said in words, with where it comes from. */
export function valueWords(value: number, why?: string): string {
  if (Number.isFinite(value)) return `${value}`;
  const words = Number.isNaN(value)
    ? 'not a number, undefined'
    : value > 0
      ? 'infinity'
      : 'minus infinity';
  return why === undefined ? words : `${words}: ${why}`;
}
