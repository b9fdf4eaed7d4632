import { digits } from '../format';
import type { ScenePath } from '../scene';
import type { Placed } from './layout';
import type { GraphModel } from './model';
import { wirePath } from './route';

/** The edges from one node to another through the operations between them. */
function edgesBetween(model: GraphModel, from: string, to: string): readonly string[] {
  const before = new Map<string, string>();
  const waiting = [from];
  for (let key = waiting.shift(); key !== undefined && key !== to; key = waiting.shift())
    for (const edge of model.out.get(key) ?? []) {
      if (before.has(edge.to.key)) continue;
      before.set(edge.to.key, edge.key);
      waiting.push(edge.to.key);
    }
  const found: string[] = [];
  for (let edge = before.get(to); edge !== undefined; ) {
    found.unshift(edge);
    const source = edge.slice(0, edge.indexOf('>'));
    edge = source === from ? undefined : before.get(source);
  }
  return found;
}

export interface PathDrawing {
  readonly lines: readonly string[];
  readonly slopes: readonly { readonly x: number; readonly y: number; readonly text: string }[];
}

/** A way from an entry to the loss, along the edges that it takes, with what it is multiplied by. */
export function pathDrawing(
  model: GraphModel,
  { edges }: Placed,
  { stops, slopes }: ScenePath,
  isAcross: boolean,
  decimals: number,
): PathDrawing {
  const pieces = stops.slice(1).map((to, i) => ({
    edges: edgesBetween(model, model.shown(stops[i]?.of ?? ''), model.shown(to.of)),
    slope: slopes[i],
  }));
  return {
    lines: pieces.flatMap((piece) =>
      piece.edges.flatMap((key) => {
        const points = edges.get(key)?.points;
        return points ? [wirePath(points, isAcross)] : [];
      }),
    ),
    slopes: pieces.flatMap((piece) => {
      const middle = piece.edges[Math.floor((piece.edges.length - 1) / 2)];
      const label = middle === undefined ? undefined : edges.get(middle)?.label;
      if (!label || piece.slope === undefined) return [];
      const text = `× ${digits(piece.slope, Math.min(3, decimals))}`;
      return [{ x: label.x, y: label.y, text }];
    }),
  };
}
