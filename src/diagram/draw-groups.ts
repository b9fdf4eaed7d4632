import { select } from 'd3';
import { drawChips } from './draw-chips';
import { drawEdges } from './draw-edges';
import { drawLoss } from './draw-loss';
import { drawUnits } from './draw-units';
import type { Mark } from './marks';
import { put, putAll } from './page';

type Draw<M extends Mark> = (group: SVGGElement, mark: M) => void;

const DRAW: { readonly [K in Mark['kind']]: Draw<Extract<Mark, { kind: K }>> } = {
  units: drawUnits,
  edges: drawEdges,
  chips: drawChips,
  loss: drawLoss,
};

function draw<K extends Mark['kind']>(group: SVGGElement, mark: Extract<Mark, { kind: K }>): void {
  (DRAW[mark.kind as K] as Draw<Extract<Mark, { kind: K }>>)(group, mark);
}

/** One group a quantity, in reading order; each can be reached by key and has a name. */
export function drawGroups(layer: SVGGElement, marks: readonly Mark[]): void {
  select(layer)
    .selectChildren<SVGGElement, Mark>('g')
    .data(marks, (mark) => mark.key)
    .join('g')
    .order()
    .each(function (mark) {
      const focusable = mark.kind !== 'chips' || mark.focusable;
      putAll(this, {
        class: `quantity ${mark.kind}`,
        'data-quantity': mark.quantity,
        'data-state': mark.state,
        'data-palette': mark.palette,
        tabindex: focusable ? 0 : null,
        role: focusable ? 'img' : null,
        'aria-label': focusable ? mark.spoken : null,
      });
      put(this, 'aria-hidden', focusable ? null : 'true');
      draw(this, mark);
    });
}
