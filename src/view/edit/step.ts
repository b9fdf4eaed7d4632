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

/** What a key press asks for that takes back or does again; undefined for any other. */
export function historyOf({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: Held & {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): 'undo' | 'redo' | undefined {
  if (altKey || !(ctrlKey || metaKey)) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : undefined;
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
