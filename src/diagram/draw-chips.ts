import { select } from 'd3';
import type { Chip, ChipsMark } from './marks';
import { appendSvg, part, put, putAll, putText, px } from './page';

/** Short texts, each with a ground behind it. */
export function drawChips(group: SVGGElement, mark: ChipsMark): void {
  put(group, 'data-look', mark.look);
  select(group)
    .selectChildren<SVGGElement, Chip>('g.chip')
    .data(mark.chips, (chip) => chip.key)
    .join((enter) =>
      enter.append('g').each(function () {
        appendSvg(this, 'rect', 'ground');
        appendSvg(this, 'text', 'text');
      }),
    )
    .order()
    .each(function (chip) {
      putAll(this, {
        class: 'chip',
        transform: `translate(${px(chip.x)},${px(chip.y)})`,
        'data-entry': chip.entry,
        'data-sign': chip.sign,
      });
      putAll(part(this, 0), {
        x: px(-chip.width / 2),
        y: px(-chip.height / 2),
        width: px(chip.width),
        height: px(chip.height),
        rx: Math.min(4, px(chip.height / 4)),
      });
      const text = part(this, 1);
      put(text, 'font-size', px(chip.font));
      putText(text, chip.text);
    });
}
