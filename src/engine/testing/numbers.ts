/** JSON has no NaN and no infinities: the golden files write them as strings, and −0 as "-0.0". */
export function numbersIn(value: unknown): unknown {
  if (typeof value === 'string') return Number(value);
  return Array.isArray(value) ? value.map(numbersIn) : value;
}

/** Same shape, and every number within the tolerance, relative to 1 or to the number; NaN equals NaN. */
export function isClose(found: unknown, wanted: unknown, tolerance: number): boolean {
  if (Array.isArray(found) && Array.isArray(wanted)) {
    return (
      found.length === wanted.length && found.every((f, i) => isClose(f, wanted[i], tolerance))
    );
  }
  if (typeof found !== 'number' || typeof wanted !== 'number') return false;
  if (Object.is(found, wanted) || found === wanted) return true;
  return Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
}
