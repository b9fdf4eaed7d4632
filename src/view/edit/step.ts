/** Of a press of an arrow key or a pointer, what decides how far a number moves. */
interface Held {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function stepOf({ shiftKey, altKey }: Held): number {
  if (shiftKey) return 1;
  return altKey ? 0.01 : 0.1;
}

const ARROWS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/** By how much a key moves a number; undefined for any other key. */
export function nudgeOf(press: Held & { readonly key: string }): number | undefined {
  const direction = Object.hasOwn(ARROWS, press.key) ? ARROWS[press.key] : undefined;
  return direction === undefined ? undefined : direction * stepOf(press);
}

/** A drag begins when it is clearly meant, and upwards more than sideways; pixels. */
const BEGINS = 5;
const PIXELS_A_STEP = 7;

export function beginsScrub(dx: number, dy: number): boolean {
  return Math.abs(dy) >= BEGINS && Math.abs(dy) > Math.abs(dx);
}

/** How far a number has moved when the pointer is `dy` below where it began; up is more. */
export function scrubbed(dy: number, step: number): number {
  return Number((Math.round(-dy / PIXELS_A_STEP) * step).toFixed(2)) + 0;
}
