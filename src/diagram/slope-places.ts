import { type Box, overlap, type Point } from './curve';
import { textWidth } from './format';
import type { Mark, Text } from './marks';

export interface Wish extends Pick<Box, 'width' | 'height'> {
  /** The best first. */
  readonly places: readonly Point[];
}

/** What a pixel further from the best place is worth, in square pixels of what is covered. */
const FAR = 0.5;

const textBox = ({ x, y, text, font }: Text): Box => ({
  x,
  y,
  width: textWidth(text, font, true),
  height: font,
});

/** Where something is to be read. */
export function textBoxes(marks: readonly Mark[]): readonly Box[] {
  return marks.flatMap((mark): readonly Box[] => {
    if (mark.kind === 'units') return [...mark.units, ...mark.gaps].map(textBox);
    if (mark.kind === 'chips') return mark.chips;
    return mark.kind === 'loss' ? [mark.box] : [];
  });
}

/** In square pixels. */
function shared(a: Box, b: Box): number {
  if (!overlap(a, b)) return 0;
  const across = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const down = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  return across * down;
}

/** Each where it covers little and is near the best of its places. */
export function placeApart<T extends Wish>(
  wishes: readonly T[],
  obstacles: readonly Box[],
): readonly (T & Point)[] {
  const taken = [...obstacles];
  const found = new Map<T, T & Point>();
  // Who has no choice comes first.
  for (const wish of wishes.toSorted((a, b) => a.places.length - b.places.length)) {
    const { width, height, places } = wish;
    const [best] = places;
    if (!best) continue;
    let placed = { ...wish, ...best };
    let least = Number.POSITIVE_INFINITY;
    for (const { x, y } of places) {
      const far = FAR * Math.hypot(x - best.x, y - best.y);
      // What is covered only adds to it.
      if (far >= least) continue;
      const box = { x, y, width, height };
      const cost = taken.reduce((sum, other) => sum + shared(box, other), far);
      if (cost < least) [placed, least] = [{ ...wish, x, y }, cost];
    }
    taken.push(placed);
    found.set(wish, placed);
  }
  return wishes.flatMap((wish) => found.get(wish) ?? []);
}
