/** More would only show how numbers are stored. */
const MOST_PLACES = 15;

function placesOf(value: number): number {
  const [digits = '', exponent = '0'] = String(Math.abs(value)).split('e');
  const after = digits.split('.')[1]?.length ?? 0;
  return Math.max(0, Math.min(MOST_PLACES, after - Number(exponent)));
}

/** The sum as one does it on paper: 0.1 + 0.2 is 0.3. */
export function nudged(value: number, by: number): number {
  const sum = value + by;
  const places = Math.max(placesOf(value), placesOf(by));
  // Beyond 1e15 a number has no decimals to be rounded to.
  if (!Number.isFinite(sum) || Math.abs(sum) >= 1e15) return sum;
  return Number(sum.toFixed(places)) + 0;
}
