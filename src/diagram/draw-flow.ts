import { select } from 'd3';
import { pathOf } from './curve';
import type { Flow, FlowHead, FlowLine } from './marks';
import { putAll, px } from './page';

const HEAD = 'M0,0L1,-0.55L1,0.55Z';

/** The gradient on its way back: dotted, with an arrowhead at each unit it reaches. */
export function drawFlow(layer: SVGGElement, flow: Flow): void {
  const root = select(layer);
  root
    .selectChildren<SVGPathElement, FlowLine>('path.flow')
    .data(flow.lines, (line) => line.key)
    .join('path')
    .each(function (line) {
      putAll(this, { class: 'flow', d: pathOf(line.curve), 'data-sign': line.sign });
    });
  root
    .selectChildren<SVGPathElement, FlowHead>('path.head')
    .data(flow.heads, (head) => head.key)
    .join('path')
    .each(function (head) {
      putAll(this, {
        class: 'head',
        d: HEAD,
        transform: `translate(${px(head.x)},${px(head.y)}) scale(${px(head.size)})`,
        'data-sign': head.sign,
      });
    });
}
