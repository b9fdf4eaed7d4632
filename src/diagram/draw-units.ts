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
        'fill-opacity': item.known ? Math.round(item.depth * 45) / 100 : 1,
      });
      const value = part(this, 3);
      putAll(value, { 'font-size': px(item.font) });
      putText(value, item.text);
    });
  drawGaps(group, mark);
}

function drawGaps(group: SVGGElement, { gaps }: UnitsMark): void {
  select(group)
    .selectChildren<SVGGElement, UnitsMark['gaps'][number]>('g.more')
    .data(gaps, (gap) => gap.key)
    .join((enter) =>
      enter.append('g').each(function () {
        appendSvg(this, 'text', 'dots');
        appendSvg(this, 'text', 'count');
        appendSvg(this, 'rect', 'reach');
      }),
    )
    .each(function (gap) {
      putAll(this, {
        class: 'more',
        transform: `translate(${px(gap.x)},${px(gap.y)})`,
        'data-entry': gap.entry,
      });
      putAll(part(this, 0), { 'font-size': px(gap.font * 1.5), y: px(-gap.font * 0.5) });
      putText(part(this, 0), '⋮');
      putAll(part(this, 1), { 'font-size': px(gap.font), y: px(gap.font * 0.75) });
      putText(part(this, 1), gap.text);
      const reach = { x: -gap.font * 3, y: -gap.font * 1.5 };
      putAll(part(this, 2), { ...reach, width: gap.font * 6, height: gap.font * 3 });
    });
}
