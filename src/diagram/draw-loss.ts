import { select } from 'd3';
import { entryName } from '../engine';
import { HATCH } from './draw-units';
import type { LossMark, Text } from './marks';
import { put, putAll, putText, px } from './page';

/** The loss with the wires that lead into it. */
export function drawLoss(group: SVGGElement, mark: LossMark): void {
  select(group)
    .selectChildren<SVGPathElement, LossMark['wires'][number]>('path')
    .data(mark.wires, (wire) => wire.key)
    .join((enter) => enter.insert('path', 'rect'))
    .each(function (wire) {
      putAll(this, { class: 'wire', d: wire.path });
    });
  put(group, 'data-entry', entryName(mark.quantity, 0, 0));
  drawBox(group, mark);
}

/** A symbol above its value. */
function drawBox(group: SVGGElement, mark: LossMark): void {
  const { box, known } = mark;
  const root = select(group);
  put(group, 'data-unknown', known ? null : '');
  root
    .selectChildren<SVGRectElement, string>('rect')
    .data(['body', 'tint'])
    .join('rect')
    .each(function (name) {
      putAll(this, {
        class: name,
        x: px(box.x - box.width / 2),
        y: px(box.y - box.height / 2),
        width: px(box.width),
        height: px(box.height),
        rx: 7,
        fill: name === 'tint' && !known ? `url(#${HATCH})` : null,
      });
    });
  root
    .selectChildren<SVGTextElement, Text>('text')
    .data([mark.symbol, mark.value], (text) => text.key)
    .join('text')
    .each(function (text) {
      putAll(this, {
        class: text === mark.value ? 'value' : 'symbol',
        x: px(text.x),
        y: px(text.y),
        'font-size': px(text.font),
      });
      putText(this, text.text);
    });
}
