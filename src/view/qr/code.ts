import { correction, generate } from 'lean-qr';

/** Light modules around it, without which no camera finds it. */
export const QUIET = 4;

/** Up to this version a camera reads a wall-high code from the last row of a hall; up to the other one from near. */
export const FAR_VERSION = 15;
const NEAR_VERSION = 25;

export interface Code {
  /** Modules along an edge, without the quiet zone. */
  readonly size: number;
  readonly version: number;
  /** Of all dark modules, for an SVG whose unit is one of them. */
  readonly path: string;
}

/** The code of a text with a seventh of it to spare; null where it would be too dense for any hall. */
export function codeOf(text: string): Code | null {
  try {
    const bitmap = generate(text, {
      minCorrectionLevel: correction.M,
      maxVersion: NEAR_VERSION,
    });
    const { size } = bitmap;
    return { size, version: (size - 17) / 4, path: pathOf(size, (x, y) => bitmap.get(x, y)) };
  } catch {
    return null;
  }
}

/** Dark modules side by side are one rectangle, so that no hairline stands between them. */
function pathOf(size: number, isDark: (x: number, y: number) => boolean): string {
  const runs: string[] = [];
  for (let y = 0; y < size; y += 1) {
    let x = 0;
    while (x < size) {
      const from = x;
      while (x < size && isDark(x, y)) x += 1;
      if (x > from) runs.push(`M${from} ${y}h${x - from}v1H${from}z`);
      else x += 1;
    }
  }
  return runs.join('');
}
