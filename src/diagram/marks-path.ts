import { pathOf, pointOn } from './curve';
import { digits, textWidth } from './format';
import type { ColumnPlace, NetworkGeometry } from './geometry';
import { type Chip, type ChipsMark, signOf } from './marks';
import type { Drawing } from './marks-units';
import type { Column, Weights } from './model';
import type { PathStop, Scene, ScenePath } from './scene';

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
  readonly x: number;
  readonly y: number;
}

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

/** From one spot to the next, and where its local derivative stands. */
function segment(geometry: NetworkGeometry, from: Spot, to: Spot): [string | null, Label] {
  const { rx, ry, tagHeight } = geometry.metrics;
  const above = { x: to.x, y: to.y - ry - tagHeight / 2 };
  if (from.layer === to.layer && from.y === to.y) return [null, above];
  if (from.layer === to.layer) {
    // Between the units of a softmax, around their right side.
    const bow = rx * 2.1;
    const line = `M${from.x + rx},${from.y}C${from.x + bow},${from.y} ${to.x + bow},${to.y} ${to.x + rx},${to.y}`;
    return [line, { x: to.x + bow * 0.6, y: (from.y + to.y) / 2 }];
  }
  const curve = { x0: from.x + rx, y0: from.y, x1: to.x - rx, y1: to.y };
  return [pathOf(curve), pointOn(curve, 0.5)];
}

export function pathMarks(drawing: Drawing, path: ScenePath): PathMarks | null {
  const { geometry, model, scene } = drawing;
  const { loss, metrics } = geometry;
  const lines: string[] = [];
  const labels: { readonly at: Label; readonly slope: number }[] = [];
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
      labels.push({ at: { x: loss.x, y: loss.y - loss.height / 2 - metrics.font * 0.9 }, slope });
      return;
    }
    if (!geometry.columns.some(({ column }) => isUnit(column, stop.of))) return;
    const spot = unitSpot(drawing, stop);
    if (!spot) return;
    if (before && slope !== undefined) {
      const [line, at] = segment(geometry, before, spot);
      if (line) lines.push(line);
      labels.push({ at, slope });
    }
    before = spot;
  });
  return { lines, chips: slopeChips(scene, labels, metrics) };
}

function slopeChips(
  scene: Scene,
  labels: readonly { readonly at: Label; readonly slope: number }[],
  { font, width: room }: { readonly font: number; readonly width: number },
): ChipsMark {
  return {
    kind: 'chips',
    look: 'path',
    key: 'path',
    quantity: '',
    state: 'rest',
    focusable: false,
    spoken: '',
    palette: 'none',
    chips: labels.map(({ at, slope }, i): Chip => {
      const text = `× ${digits(slope, Math.min(3, scene.decimals))}`;
      const width = textWidth(text, font, true) + 8;
      return {
        key: `${i}`,
        x: Math.max(width / 2 + 2, Math.min(at.x, room - width / 2 - 2)),
        y: at.y,
        text,
        font,
        width,
        height: font + 5,
        sign: signOf(slope),
        entry: null,
      };
    }),
  };
}
