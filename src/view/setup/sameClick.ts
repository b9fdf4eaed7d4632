/** Of a click, what tells whether it was meant for what lies there now. */
interface Click {
  readonly x: number;
  readonly y: number;
  /** Milliseconds. */
  readonly at: number;
}

const NEAR = 6;
const SOON = 450;

/**
 * Whether a click was on its way before what the one before it did was seen: so soon after it at the same place,
 * where something else lies by now.
 */
export function isSameClick(before: Click | null, { x, y, at }: Click): boolean {
  if (!before) return false;
  const isNear = Math.abs(x - before.x) < NEAR && Math.abs(y - before.y) < NEAR;
  return isNear && at - before.at < SOON;
}
