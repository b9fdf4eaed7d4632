import { select } from 'd3';
import type { UnitItem, UnitsMark } from './marks';
import { appendSvg, part, putAll, putText, px } from './page';

/** The ground of what is not computed yet; `diagram.ts` makes it once on the page. */
export const HATCH = 'backstep-hatch';

export function drawUnits(group: SVGGElement, mark: UnitsMark): void {
  select(group)
    .selectChildren<SVGGElement, UnitItem>('g.unit')
    .data(mark.units, (item) => item.key)
    .join((enter) =>
      enter.append('g').each(function () {
        appendSvg(this, 'rect', 'halo');
        appendSvg(this, 'rect', 'body');
        appendSvg(this, 'rect', 'tint');
        appendSvg(this, 'text', 'value');
      }),
    )
    .order()
    .each(function (item) {
      const { rx, ry } = mark;
      putAll(this, {
        class: 'unit',
        transform: `translate(${px(item.x)},${px(item.y)})`,
        'data-entry': item.entry,
        'data-sign': item.sign,
        'data-unknown': item.known ? null : '',
      });
      const box = (by: number) => ({
        x: px(-rx - by),
        y: px(-ry - by),
        width: px(2 * (rx + by)),
        height: px(2 * (ry + by)),
        rx: px(ry + by),
      });
      putAll(part(this, 0), box(4));
      putAll(part(this, 1), box(0));
      // The tint changes its depth alone, which costs no layout.
      putAll(part(this, 2), {
        ...box(0),
        fill: item.known ? null : `url(#${HATCH})`,
        opacity: item.known ? Math.round(item.depth * 45) / 100 : 1,
      });
      const value = part(this, 3);
      putAll(value, { 'font-size': px(item.font) });
      putText(value, item.text);
    });
  drawMore(group, mark);
}

function drawMore(group: SVGGElement, { more }: UnitsMark): void {
  select(group)
    .selectChildren<SVGGElement, NonNullable<typeof more>>('g.more')
    .data(more ? [more] : [])
    .join((enter) =>
      enter.append('g').each(function () {
        appendSvg(this, 'text', 'dots');
        appendSvg(this, 'text', 'count');
      }),
    )
    .each(function (text) {
      putAll(this, { class: 'more', transform: `translate(${px(text.x)},${px(text.y)})` });
      putAll(part(this, 0), { 'font-size': px(text.font * 1.5), y: px(-text.font * 0.5) });
      putText(part(this, 0), '⋮');
      putAll(part(this, 1), { 'font-size': px(text.font), y: px(text.font * 0.75) });
      putText(part(this, 1), text.text);
    });
}
