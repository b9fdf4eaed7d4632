import { select } from 'd3';
import { type Heading, type Legend, SAMPLE } from './marks-frame';
import { appendSvg, part, put, putAll, putText, px } from './page';

export function drawHeadings(layer: SVGGElement, headings: readonly Heading[]): void {
  select(layer)
    .selectChildren<SVGTextElement, Heading>('text')
    .data(headings, (heading) => heading.key)
    .join('text')
    .each(function (heading) {
      putAll(this, {
        class: `heading ${heading.tone}`,
        'data-state': heading.state,
        'data-quantity': heading.quantity,
        x: px(heading.x),
        y: px(heading.y),
        'font-size': px(heading.font),
      });
      putText(this, heading.text);
    });
}

export function drawLegend(layer: SVGGElement, items: readonly Legend[]): void {
  select(layer)
    .selectChildren<SVGGElement, Legend>('g')
    .data(items, (item) => item.key)
    .join((enter) =>
      enter.append('g').each(function () {
        appendSvg(this, 'path', 'sample');
        appendSvg(this, 'text', 'text');
      }),
    )
    .each(function (item) {
      putAll(this, { class: 'key', transform: `translate(${px(item.x)},${px(item.y)})` });
      const sample = part(this, 0);
      put(sample, 'data-line', item.line);
      put(sample, 'd', item.line === 'none' ? null : `M0,0H${SAMPLE}`);
      const text = part(this, 1);
      putAll(text, { x: item.line === 'none' ? 0 : SAMPLE + 6, 'font-size': px(item.font) });
      putText(text, item.text);
    });
}
