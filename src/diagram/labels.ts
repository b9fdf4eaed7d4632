import { type Box, type Curve, overlap, pointOn } from './curve';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a label is to be put on, and how wide it is. */
export interface Labelled {
  readonly curve: Curve;
  readonly width: number;
}

/** The places that one label may take, flat for speed, the cheapest first. */
interface Candidates {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly cost: Float64Array;
}

/** Where on its curve a label may sit, the middle first. */
const PLACES = Array.from(
  { length: 41 },
  (_, i) => 0.5 + (i % 2 ? -1 : 1) * Math.ceil(i / 2) * 0.02,
);
/** A label may also ride a little above or below its curve, which it still touches. */
const RIDES = [0, -0.25, 0.25, -0.5, 0.5];
/** Room between two labels. With the first two they read as numbers of different edges; the last is better than none. */
export const ROOMY: readonly number[] = [6, 3];
export const TIGHT: readonly number[] = [1];
const TURNS = 80;
/** A search that still moves many labels after this many turns will not end well. */
const PATIENCE = 24;
/** What a clash of two labels costs at first, and how much more each time they clash again. */
const FIRST_WEIGHT = 6;
const RISE = 1;
/** Labels that would fill more of the gap than this are not worth a search. */
const FULLEST = 0.62;

/** A label is dear where other curves run under it, since then it is not clear whose it is. */
function candidatesOf(
  self: number,
  points: readonly (readonly { readonly x: number; readonly y: number }[])[],
  size: Size,
  obstacles: readonly Box[],
): Candidates {
  const { width, height } = size;
  const found: { x: number; y: number; cost: number }[] = [];
  const isFree = (x: number, y: number) => {
    for (const each of obstacles) {
      const apart =
        Math.abs(each.x - x) * 2 >= each.width + width + 2 ||
        Math.abs(each.y - y) * 2 >= each.height + height + 2;
      if (!apart) return false;
    }
    return true;
  };
  for (const [place, t] of PLACES.entries()) {
    const all = points[place] ?? [];
    const at = all[self];
    if (!at) continue;
    let crowd = -1;
    for (const other of all) if (Math.abs(other.y - at.y) < height * 0.6) crowd++;
    for (const ride of RIDES) {
      const y = at.y + ride * height;
      const cost = crowd * 2 + Math.abs(t - 0.5) * 8 + Math.abs(ride) * 4;
      if (isFree(at.x, y)) found.push({ x: at.x, y, cost });
    }
  }
  found.sort((a, b) => a.cost - b.cost);
  return {
    x: Float64Array.from(found, ({ x }) => x),
    y: Float64Array.from(found, ({ y }) => y),
    cost: Float64Array.from(found, ({ cost }) => cost),
  };
}

function isHopeless(labels: readonly Labelled[], labelHeight: number, margin: number): boolean {
  const [first] = labels;
  if (!first) return true;
  const ys = labels.flatMap(({ curve }) => [curve.y0, curve.y1]);
  const height = Math.max(...ys) - Math.min(...ys) + 2 * labelHeight;
  const gap = first.curve.x1 - first.curve.x0;
  if (labels.some(({ width }) => width + 4 > gap)) return true;
  // Touching labels are what the limit was measured with; what is beyond that is air.
  const air = margin - 1;
  const filled = labels.reduce((sum, { width }) => sum + (width + air) * (labelHeight + air), 0);
  return filled > FULLEST * gap * height;
}

/**
 * One place a curve such that no label overlaps another. Each label in turn moves to where it is cheapest; what it
 * displaces by that moves next. A pair that keeps clashing grows dearer, so the search leaves dead ends. The first
 * of the margins with which all have room counts; a label for which there is none is null.
 */
export function placeLabels(
  labels: readonly Labelled[],
  height: number,
  obstacles: readonly Box[],
  margins = TIGHT,
): readonly (Box | null)[] {
  const hopeful = margins.filter((margin) => !isHopeless(labels, height, margin));
  if (hopeful.length === 0) return labels.map(() => null);
  const curves = labels.map(({ curve }) => curve);
  // The rims at both ends are obstacles too, as high as the drawing.
  const points = PLACES.map((t) => curves.map((curve) => pointOn(curve, t)));
  const rims = curves
    .slice(0, 1)
    .flatMap(({ x0, x1 }) =>
      [x0, x1].map((x) => ({ x, y: 0, width: 2, height: Number.MAX_SAFE_INTEGER })),
    );
  const blocked = [...rims, ...obstacles];
  const options = labels.map(({ width }, i) => candidatesOf(i, points, { width, height }, blocked));
  const widths = Float64Array.from(labels, ({ width }) => width);
  const placed = (margin: number) => {
    const chosen = search(options, widths, height, margin);
    const boxes = options.map(({ x, y }, i) => {
      const at = chosen[i] ?? -1;
      const width = widths[i] as number;
      return at < 0 ? null : { width, height, x: x[at] as number, y: y[at] as number };
    });
    return withoutClashes(boxes, margin);
  };
  let found: readonly (Box | null)[] = [];
  for (const margin of hopeful) {
    found = placed(margin);
    if (!found.includes(null)) break;
  }
  return found;
}

/** For each label the index of its candidate, or −1. */
function search(
  options: readonly Candidates[],
  widths: Float64Array,
  height: number,
  margin: number,
): Int32Array {
  const count = options.length;
  const chosen = Int32Array.from(options, ({ x }) => (x.length > 0 ? 0 : -1));
  // Places far away stand for labels without one.
  const xs = Float64Array.from(options, ({ x }) => x[0] ?? Number.MAX_VALUE);
  const ys = Float64Array.from(options, ({ y }) => y[0] ?? Number.MAX_VALUE);
  const weights = new Float64Array(count * count).fill(FIRST_WEIGHT);
  const farY = height + margin;

  /** What the clashes of label `i` at a place cost, up to a limit; with `raise`, they cost more from now on. */
  function clashes(i: number, x: number, y: number, limit: number, raise: number): number {
    let cost = 0;
    for (let k = 0; k < count && cost < limit; k++) {
      if (k === i || Math.abs((ys[k] as number) - y) >= farY) continue;
      const farX = ((widths[i] as number) + (widths[k] as number)) / 2 + margin;
      if (Math.abs((xs[k] as number) - x) >= farX) continue;
      const weight = (weights[i * count + k] as number) + raise;
      if (raise > 0) weights[i * count + k] = weights[k * count + i] = weight;
      cost += weight;
    }
    return cost;
  }

  function cheapest(i: number, { x, y, cost }: Candidates): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < x.length; c++) {
      const own = cost[c] as number;
      if (own >= least) break;
      const total = own + clashes(i, x[c] as number, y[c] as number, least - own, 0);
      if (total < least) [best, least] = [c, total];
    }
    return best;
  }

  // Where room is only wished for, a search that does not end soon is given up.
  const haste = margin > 1 ? 3 : 1;
  for (let turn = 0; turn < TURNS / haste; turn++) {
    let moved = 0;
    options.forEach((candidates, i) => {
      const [x, y] = [xs[i] as number, ys[i] as number];
      if (chosen[i] === -1 || clashes(i, x, y, Number.POSITIVE_INFINITY, RISE) === 0) return;
      const best = cheapest(i, candidates);
      chosen[i] = best;
      xs[i] = candidates.x[best] as number;
      ys[i] = candidates.y[best] as number;
      moved++;
    });
    if (moved === 0 || (turn > PATIENCE / haste && moved > count / 4)) break;
  }
  return chosen;
}

function withoutClashes(places: readonly (Box | null)[], margin: number): readonly (Box | null)[] {
  const kept: Box[] = [];
  return places.map((box) => {
    if (!box || kept.some((other) => overlap(box, other, margin))) return null;
    kept.push(box);
    return box;
  });
}
