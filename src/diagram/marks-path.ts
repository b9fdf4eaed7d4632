import { type Box, type Curve, type Point, pathOf, pointOn } from './curve';
import { digits, textWidth } from './format';
import type { ColumnPlace, Metrics, NetworkGeometry } from './geometry';
import { type Chip, type ChipsMark, type Mark, signOf } from './marks';
import type { Drawing } from './marks-units';
import type { Column, Weights } from './model';
import type { PathStop, Scene, ScenePath } from './scene';
import { placeApart, textBoxes } from './slope-places';

/** A path as it is drawn: one thick line, and its local derivatives beside it. */
export interface PathMarks {
  readonly lines: readonly string[];
  readonly chips: ChipsMark;
}

/** Where a stop is: a unit of a layer, or the loss. */
interface Spot {
  readonly layer: number;
  readonly x: number;
  readonly y: number;
}

interface Label {
  readonly slope: number;
  /** Where it may stand, the best place first. */
  readonly places: readonly Point[];
}

/** From the middle of an edge outwards. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
/** How far from the edge, in heights of a label, and to either side, in half widths of a unit. */
const AWAY = [-1.2, 1.2, -1.8, 1.8];
const ASIDE = [0, -0.4, 0.4, -0.8, 0.8, -1.2, 1.2];

const heightOf = (font: number) => font + 5;

function unitSpot({ geometry, model }: Drawing, stop: PathStop): Spot | null {
  const place = geometry.columns.find(({ column }) =>
    column.stages.some(({ id }) => id === stop.of),
  );
  if (!place) return null;
  return spotIn(place, model.examples === 'columns' ? stop.row : stop.col);
}

/** A unit that is left out is drawn through the dots that stand for it. */
function spotIn({ column, x, units, gaps }: ColumnPlace, unit: number): Spot {
  const gap = gaps.find(({ first, last }) => unit >= first && unit <= last);
  const y = units.find((place) => place.unit === unit)?.y ?? gap?.y ?? 0;
  return { layer: column.layer, x, y };
}

function inputOf(weights: Weights, { row, col }: PathStop): number {
  return weights.units === 'rows' ? col : row;
}

const isUnit = (column: Column, id: string) => column.stages.some((stage) => stage.id === id);

/** On the edge; above or below it, where columns are so near that it would cover a unit. */
function besideEdge(curve: Curve, { rx, font }: Metrics): readonly Point[] {
  const height = heightOf(font);
  const on = ALONG.map((t) => pointOn(curve, t));
  const off = AWAY.flatMap((down) =>
    ASIDE.flatMap((right) =>
      on.slice(0, 5).map(({ x, y }) => ({ x: x + right * rx, y: y + down * height })),
    ),
  );
  return [...on, ...off];
}

/** From one spot to the next, and where its local derivative may stand. */
function segment(
  geometry: NetworkGeometry,
  from: Spot,
  to: Spot,
): [string | null, readonly Point[]] {
  const { rx, ry, tagHeight } = geometry.metrics;
  if (from.layer === to.layer && from.y === to.y)
    return [null, [{ x: to.x, y: to.y - ry - tagHeight / 2 }]];
  if (from.layer === to.layer) {
    // Between the units of a softmax, around their right side.
    const bow = rx * 2.1;
    const line = `M${from.x + rx},${from.y}C${from.x + bow},${from.y} ${to.x + bow},${to.y} ${to.x + rx},${to.y}`;
    return [line, [{ x: to.x + bow * 0.6, y: (from.y + to.y) / 2 }]];
  }
  const curve = { x0: from.x + rx, y0: from.y, x1: to.x - rx, y1: to.y };
  return [pathOf(curve), besideEdge(curve, geometry.metrics)];
}

/** `others` is what it is drawn over. */
export function pathMarks(
  drawing: Drawing,
  path: ScenePath,
  others: readonly Mark[],
): PathMarks | null {
  const { geometry, model, scene } = drawing;
  const { loss, metrics } = geometry;
  const lines: string[] = [];
  const labels: Label[] = [];
  let before: Spot | null = null;
  path.stops.forEach((stop, i) => {
    const slope = path.slopes[i - 1];
    const weighted = geometry.columns.find(({ column }) => column.weights?.node.id === stop.of);
    if (weighted?.column.weights) {
      const from = geometry.columns[geometry.columns.indexOf(weighted) - 1];
      before = from ? spotIn(from, inputOf(weighted.column.weights, stop)) : null;
      return;
    }
    if (stop.of === model.loss.id && geometry.span.loss && before && slope !== undefined) {
      const end = {
        x0: before.x + metrics.rx,
        y0: before.y,
        x1: loss.x - loss.width / 2,
        y1: loss.y,
      };
      lines.push(pathOf(end));
      const above = { x: loss.x, y: loss.y - loss.height / 2 - metrics.font * 0.9 };
      labels.push({ places: [above], slope });
      return;
    }
    if (!geometry.columns.some(({ column }) => isUnit(column, stop.of))) return;
    const spot = unitSpot(drawing, stop);
    if (!spot) return;
    if (before && slope !== undefined) {
      const [line, places] = segment(geometry, before, spot);
      if (line) lines.push(line);
      labels.push({ places, slope });
    }
    before = spot;
  });
  return { lines, chips: slopeChips(scene, labels, geometry.metrics, textBoxes(others)) };
}

function slopeChips(
  scene: Scene,
  labels: readonly Label[],
  { font, header, width: room, height: depth }: Metrics,
  texts: readonly Box[],
): ChipsMark {
  const headings = { x: room / 2, y: header / 2, width: room, height: header };
  const height = heightOf(font);
  const wishes = labels.map(({ places, slope }) => {
    const text = `× ${digits(slope, Math.min(3, scene.decimals))}`;
    const width = textWidth(text, font, true) + 8;
    const inside = ({ x, y }: Point) => ({
      x: Math.max(width / 2 + 2, Math.min(x, room - width / 2 - 2)),
      y: Math.max(height / 2, Math.min(y, depth - height / 2)),
    });
    return { slope, text, width, height, places: places.map(inside) };
  });
  return {
    kind: 'chips',
    look: 'path',
    key: 'path',
    quantity: '',
    state: 'rest',
    focusable: false,
    spoken: '',
    palette: 'none',
    chips: placeApart(wishes, [headings, ...texts]).map(
      ({ slope, text, x, y, width }, i): Chip => ({
        key: `${i}`,
        x,
        y,
        width,
        height,
        text,
        font,
        sign: signOf(slope),
        entry: null,
      }),
    ),
  };
}
