import { type Box, type Curve, pathOf } from './curve';
import { type Gap, type Looked, slotsFor } from './fold';
import type { Column, NetworkModel } from './model';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sizes that follow from the panel: letters, units, and the room above and below a unit. */
export interface Metrics extends Size {
  readonly valueFont: number;
  readonly font: number;
  readonly tagHeight: number;
  readonly biasHeight: number;
  /** Half a unit's width and height: a circle where there is room, a pill where a number needs more width. */
  readonly rx: number;
  readonly ry: number;
  /** Distance of two columns. */
  readonly spacing: number;
  readonly header: number;
  readonly footer: number;
  readonly twoLines: boolean;
  /** 1 in a panel of the usual size. */
  readonly scale: number;
  /** No letter is smaller, and no line is thinner. */
  readonly smallest: number;
  readonly thinnest: number;
}

export interface UnitPlace {
  /** Which unit of the layer. */
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}

export interface GapPlace extends Gap {
  readonly y: number;
}

export interface ColumnPlace {
  readonly column: Column;
  readonly x: number;
  readonly units: readonly UnitPlace[];
  /** Where units are left out, and which. */
  readonly gaps: readonly GapPlace[];
}

export interface Edge {
  readonly from: UnitPlace;
  readonly to: UnitPlace;
  readonly curve: Curve;
  readonly path: string;
}

export interface NetworkGeometry {
  readonly metrics: Metrics;
  readonly columns: readonly ColumnPlace[];
  /** The edges into each column; none into the first. */
  readonly edges: readonly (readonly Edge[])[];
  readonly loss: Box;
  readonly span: Span;
  readonly looked: Looked;
}

/** The columns that are drawn, and whether the loss is. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly loss: boolean;
}

/** What is asked of a drawing that is read from far away. */
export interface Asked {
  readonly span: Span;
  /** The smallest letter. */
  readonly letter: number;
}

/** More than this, drawn with every number, is neither legible nor quick. */
export const MOST_EDGES = 75;
const FOLD_AT = [12, 8, 6, 5, 4];
const SMALLEST = 9;
/** Of headings and chips in a panel of the usual size. */
const LETTER_AT_1 = 11.5;
const SMALLEST_SCALE = 0.85;
const THINNEST_LEGIBLE = 1.75;
/** Distance from the output to the loss, in columns. */
const LOSS_GAP = 0.74;
/** Half of a unit's width, at most, in columns: the rest is for edges and their numbers. */
const WIDEST = 0.215;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Wide enough for a number, and for the target between it and the output. */
function lossPlace(spacing: number, scale: number): { width: number; distance: number } {
  const width = clamp(spacing * 0.42, 44, 84);
  const target = 12 + 36 * scale;
  return { width, distance: Math.max(spacing * LOSS_GAP, spacing * WIDEST + target + width / 2) };
}

const marginOf = (width: number, scale: number) => clamp(width * 0.02, 6, 16 * scale);

/** The widest spacing at which all columns and the loss fit in. */
function spacingOf(gaps: number, width: number, scale: number, hasLoss: boolean): number {
  let spacing = 240 * scale;
  const drawn = () => {
    if (!hasLoss) return spacing * (gaps + 2 * WIDEST);
    const loss = lossPlace(spacing, scale);
    return spacing * (gaps + WIDEST) + loss.distance + loss.width / 2;
  };
  while (drawn() > width - 2 * marginOf(width, scale) && spacing > 30) spacing -= 1;
  return spacing;
}

function edgesIfFolded(drawn: readonly Column[], at: number): number {
  const shown = drawn.map(({ units }) => (units > at ? at - 1 : units));
  return shown.reduce((sum, n, i) => sum + n * (shown[i + 1] ?? 0), 0);
}

interface Measured {
  readonly metrics: Metrics;
  readonly capacity: number;
}

function metricsOf(drawn: readonly Column[], size: Size, asked: Asked | undefined): Measured {
  const { width, height } = size;
  const letter = asked?.letter ?? 0;
  const least = letter > 0 ? letter / LETTER_AT_1 : SMALLEST_SCALE;
  const scale = clamp(Math.min(width / 740, height / 520), least, 1.4);
  const smallest = Math.max(SMALLEST, letter);
  const twoLines = height >= 430;
  const header = twoLines ? 48 * scale : 24 * scale;
  const tagHeight = 16.5 * scale;
  const biasHeight = 13 * scale;
  const fold = FOLD_AT.find((at) => edgesIfFolded(drawn, at) <= MOST_EDGES) ?? 4;
  const most = Math.min(fold, Math.max(...drawn.map(({ units }) => units)));
  const cell = tagHeight + biasHeight + 2 * smallest + 1;
  // The legend gives way to units that would be squeezed.
  const footer = height - header - 24 * scale > most * (cell + 4) ? 24 * scale : 4;
  const free = height - header - footer;
  const slots = clamp(Math.min(Math.floor(free / cell), fold), 2, 12);
  const tallest = Math.min(slots, most);

  const spacing = spacingOf(drawn.length - 1, width, scale, asked?.span.loss ?? true);
  const ry = clamp(
    (free / tallest - tagHeight - biasHeight - 8 * scale) / 2,
    smallest,
    Math.min(27 * scale, Math.max(smallest, spacing * WIDEST)),
  );
  const rx = Math.max(ry, Math.min(27 * scale, spacing * WIDEST));
  const metrics: Metrics = {
    ...size,
    valueFont: clamp(Math.min(rx * 0.6, ry * 1.15), Math.max(10, letter), 18 * scale),
    font: Math.max(10, LETTER_AT_1 * scale),
    tagHeight,
    biasHeight,
    rx,
    ry,
    spacing,
    header,
    footer,
    twoLines,
    scale,
    smallest,
    thinnest: letter > 0 ? THINNEST_LEGIBLE : 0,
  };
  return { metrics, capacity: slots };
}

function placeColumn(
  column: Column,
  x: number,
  { metrics, capacity }: Measured,
  looked: number | undefined,
): ColumnPlace {
  const { height, header, footer, tagHeight, biasHeight, ry } = metrics;
  const free = height - header - footer;
  const slots = Math.min(capacity, column.units);
  const cell = tagHeight + 2 * ry + biasHeight;
  const pitch = Math.min(free / slots, cell * 1.55);
  const top = header + (free - pitch * (slots - 1)) / 2 + (tagHeight - biasHeight) / 2;
  const places = slotsFor(column.units, slots, looked).map((slot, i): UnitPlace | GapPlace => {
    const y = top + i * pitch;
    return typeof slot === 'number' ? { unit: slot, x, y } : { ...slot, y };
  });
  return {
    column,
    x,
    units: places.flatMap((place) => ('unit' in place ? [place] : [])),
    gaps: places.flatMap((place) => ('first' in place ? [place] : [])),
  };
}

function edgesBetween(before: ColumnPlace, after: ColumnPlace, rx: number): readonly Edge[] {
  return after.units.flatMap((to) =>
    before.units.map((from) => {
      const curve = { x0: from.x + rx, y0: from.y, x1: to.x - rx, y1: to.y };
      return { from, to, curve, path: pathOf(curve) };
    }),
  );
}

export function networkGeometry(
  model: NetworkModel,
  size: Size,
  asked?: Asked,
  looked: Looked = new Map(),
): NetworkGeometry {
  const span = asked?.span ?? { first: 0, last: model.columns.length - 1, loss: true };
  const shown = model.columns.slice(span.first, span.last + 1);
  const measured = metricsOf(shown, size, asked);
  const { metrics } = measured;
  const { spacing, rx, scale } = metrics;
  const loss = lossPlace(spacing, scale);
  const last = shown.length - 1;
  const drawn = rx + spacing * last + (span.loss ? loss.distance + loss.width / 2 : rx);
  const first = (size.width - drawn) / 2 + rx;
  const columns = shown.map((column, i) =>
    placeColumn(column, first + i * spacing, measured, looked.get(column.layer)),
  );
  const middle =
    metrics.header +
    (size.height - metrics.header - metrics.footer) / 2 +
    (metrics.tagHeight - metrics.biasHeight) / 2;
  return {
    metrics,
    columns,
    edges: columns.map((place, i) => {
      const before = columns[i - 1];
      return before ? edgesBetween(before, place, rx) : [];
    }),
    loss: {
      x: first + spacing * last + loss.distance,
      y: middle,
      width: loss.width,
      height: Math.max(34, metrics.font * 3.3),
    },
    span,
    looked,
  };
}
