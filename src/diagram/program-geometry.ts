import type { Box, Curve, Point } from './curve';
import type { Size } from './geometry';
import { type ProgramModel, type Slot, stopsOf, type Wire } from './program-model';

export interface ProgramGeometry extends Size {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly font: number;
  /** The curves of each wire, from box to box over its passages. */
  readonly routes: readonly { readonly wire: Wire; readonly curves: readonly Curve[] }[];
  /** Room for the gradient below a box. */
  readonly tagHeight: number;
}

const PASSAGE = 12;
const MARGIN = 14;

export function programGeometry(model: ProgramModel, size: Size): ProgramGeometry {
  const { width, height } = size;
  const count = model.columns.length;
  const scale = Math.max(0.85, Math.min(1.4, Math.min(width / 740, height / 520)));
  const font = Math.max(10.5, 13.5 * scale);
  const spacing = Math.min((width - 2 * MARGIN) / count, 190 * scale);
  const boxWidth = Math.min(spacing * 0.66, 124 * scale);
  const tagHeight = font + 6;
  const names = (column: readonly Slot[]) => column.filter(({ kind }) => kind === 'name').length;
  const free = height - 2 * MARGIN;
  // The fullest column decides how high a box may be with its tag.
  const room = Math.min(
    ...model.columns.map((column) => {
      const passages = (column.length - names(column)) * PASSAGE;
      return (free - passages) / Math.max(1, names(column));
    }),
  );
  const boxHeight = Math.max(2.5 * font, Math.min(3.1 * font, room - tagHeight - 8));
  const gap = Math.max(2, Math.min(34 * scale, room - tagHeight - boxHeight));

  const heightOf = ({ kind }: Slot) => (kind === 'name' ? boxHeight + tagHeight + gap : PASSAGE);
  const boxes = new Map<string, Box>();
  const passages = new Map<string, Point>();
  model.columns.forEach((column, depth) => {
    const x = width / 2 + (depth - (count - 1) / 2) * spacing;
    const total = column.reduce((sum, slot) => sum + heightOf(slot), 0);
    let top = height / 2 - total / 2;
    for (const slot of column) {
      const y = top + (heightOf(slot) - (slot.kind === 'name' ? tagHeight : 0)) / 2;
      if (slot.kind === 'name') boxes.set(slot.key, { x, y, width: boxWidth, height: boxHeight });
      else passages.set(slot.key, { x, y: top + PASSAGE / 2 });
      top += heightOf(slot);
    }
  });

  const depthOf = (id: string) => model.columns.findIndex((c) => c.some(({ key }) => key === id));
  const half = boxWidth / 2;
  const routes = model.wires.map((wire) => {
    const stops = stopsOf(wire, depthOf(wire.from), depthOf(wire.to));
    const points = stops.map((key) => boxes.get(key) ?? passages.get(key) ?? { x: 0, y: 0 });
    const curves = points.slice(1).flatMap((to, i): Curve[] => {
      const from = points[i] ?? to;
      const curve = { x0: from.x + half, y0: from.y, x1: to.x - half, y1: to.y };
      const through = { x0: to.x - half, y0: to.y, x1: to.x + half, y1: to.y };
      return i < points.length - 2 ? [curve, through] : [curve];
    });
    return { wire, curves };
  });
  return { width, height, boxes, font, routes, tagHeight };
}
