import { select } from 'd3';
import type { EdgeItem, EdgesMark } from './marks';
import { appendSvg, part, put, putAll } from './page';

/** Each edge as it looks, and as wide as a pointer needs it; the wide one is never painted. */
export function drawEdges(group: SVGGElement, mark: EdgesMark): void {
  put(group, 'data-recedes', mark.recedes ? '' : null);
  put(group, 'data-unknown', mark.known ? null : '');
  select(group)
    .selectChildren<SVGGElement, EdgeItem>('g.edge')
    .data(mark.edges, (edge) => edge.key)
    .join((enter) =>
      enter.append('g').each(function () {
        appendSvg(this, 'path', 'reach');
        appendSvg(this, 'path', 'line');
      }),
    )
    .order()
    .each(function (edge) {
      putAll(this, { class: 'edge', 'data-entry': edge.entry, 'data-sign': edge.sign });
      put(part(this, 0), 'd', edge.path);
      putAll(part(this, 1), { d: edge.path, 'stroke-width': edge.width });
    });
}
