interface Size {
  readonly width: number;
  readonly height: number;
}

interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

const MARGIN = 8;

const within = (at: number, size: number, room: number) =>
  Math.max(MARGIN, Math.min(at, room - size - MARGIN));

/**
 * Where a box stands beside its anchor: below it, else above, else where there is more room; always inside the
 * viewport.
 */
export function beside(anchor: Box, box: Size, viewport: Size): { left: number; top: number } {
  const below = anchor.top + anchor.height + MARGIN;
  const above = anchor.top - MARGIN - box.height;
  const fitsBelow = below + box.height + MARGIN <= viewport.height;
  const top = fitsBelow || above < MARGIN ? below : above;
  return {
    left: within(anchor.left, box.width, viewport.width),
    top: within(top, box.height, viewport.height),
  };
}
