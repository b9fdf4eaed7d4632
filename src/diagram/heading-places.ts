import type { Metrics, NetworkGeometry } from './geometry';

/** Where the heading of a layer stands, in pixels of the panel, for what the page lays over it. */
export interface HeadingPlace {
  readonly layer: number;
  readonly units: number;
  /** The middle of its name. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Down to here nothing is drawn below the heading. */
  readonly free: number;
}

/** The middles of the two lines of headings; one and the same where there is room for one. */
export function headingLines({ twoLines, header }: Metrics): readonly [number, number] {
  return twoLines ? [header * 0.38, header * 0.74] : [header * 0.52, header * 0.52];
}

/** What the headings of the weights, halfway between two layers, keep free. */
const WEIGHTS = 30;

export function headingPlaces({ columns, metrics }: NetworkGeometry): readonly HeadingPlace[] {
  const { spacing, header, width, ry, tagHeight } = metrics;
  const [y] = headingLines(metrics);
  return columns.map(({ column: { layer, units }, x, units: [first] }) => ({
    layer,
    units,
    x,
    y,
    width: Math.max(0, Math.min(spacing - WEIGHTS, 2 * x, 2 * (width - x))),
    height: header,
    free: Math.max(header, (first?.y ?? 0) - ry - tagHeight),
  }));
}
