import type { Point } from '../curve';
import { px } from '../page';
import type { Placed } from './layout';

/** Level where it meets a node or a label, an S between. */
export function wirePath(points: readonly Point[], isAcross: boolean): string {
  return points
    .map((point, i) => {
      const before = points[i - 1];
      const [x, y] = [px(point.x), px(point.y)];
      if (!before) return `M${x},${y}`;
      if (before.x === point.x || before.y === point.y) return `L${x},${y}`;
      const [mx, my] = [px((before.x + point.x) / 2), px((before.y + point.y) / 2)];
      return isAcross
        ? `C${mx},${px(before.y)} ${mx},${y} ${x},${y}`
        : `C${px(before.x)},${my} ${x},${my} ${x},${y}`;
    })
    .join('');
}

/** The head at the end that numbers go to: the gradient's is at the start. */
export function headPath(points: readonly Point[], isAcross: boolean, isBack: boolean): string {
  const at = isBack ? points[0] : points.at(-1);
  if (!at) return '';
  const sign = isBack ? 1 : -1;
  return isAcross
    ? `M${px(at.x)},${px(at.y)}l${8 * sign},-4.5v9Z`
    : `M${px(at.x)},${px(at.y)}l-4.5,${8 * sign}h9Z`;
}

const mix = (a: number, b: number, t: number) => a + (b - a) * t;
const mixed = (a: Point, b: Point, t: number): Point => ({
  x: mix(a.x, b.x, t),
  y: mix(a.y, b.y, t),
});

/** Between two layouts. What is new comes out of `origin`; a line with other bends is there at once. */
export function between(
  before: Placed,
  after: Placed,
  origin: Point | undefined,
  t: number,
): Placed {
  if (t >= 1) return after;
  const nodes = [...after.nodes].map(([key, box]) => {
    const old = before.nodes.get(key) ?? origin ?? box;
    return [key, { ...box, ...mixed(old, box, t) }] as const;
  });
  const edges = [...after.edges].map(([key, { label, points }]) => {
    const old = before.edges.get(key);
    const start = old?.label ?? origin ?? label;
    const from = old?.points.length === points.length ? old.points : undefined;
    const bends = points.map((point, i) => mixed(from?.[i] ?? origin ?? point, point, t));
    return [key, { label: { ...label, ...mixed(start, label, t) }, points: bends }] as const;
  });
  return { ...after, nodes: new Map(nodes), edges: new Map(edges) };
}
