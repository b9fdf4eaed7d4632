/** A cubic between two columns, level at both ends. All curves of one gap have the same x at the same t. */
export interface Curve {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far the handles reach into the gap: enough to leave a unit level, little enough to fan out soon. */
const REACH = 0.38;

export function pathOf({ x0, y0, x1, y1 }: Curve): string {
  const reach = (x1 - x0) * REACH;
  const f = (n: number) => Math.round(n * 10) / 10;
  return `M${f(x0)},${f(y0)}C${f(x0 + reach)},${f(y0)} ${f(x1 - reach)},${f(y1)} ${f(x1)},${f(y1)}`;
}

export function pointOn({ x0, y0, x1, y1 }: Curve, t: number): Point {
  const s = 1 - t;
  const early = 3 * s * s * t;
  const late = 3 * s * t * t;
  const start = s * s * s;
  const end = t * t * t;
  const reach = (x1 - x0) * REACH;
  return {
    x: start * x0 + early * (x0 + reach) + late * (x1 - reach) + end * x1,
    y: (start + early) * y0 + (late + end) * y1,
  };
}

/** A rectangle by its centre. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function overlap(a: Box, b: Box, margin = 0): boolean {
  return (
    Math.abs(a.x - b.x) * 2 < a.width + b.width + 2 * margin &&
    Math.abs(a.y - b.y) * 2 < a.height + b.height + 2 * margin
  );
}
