import { select } from 'd3';
import { textWidth } from '../format';
import { appendSvg, part, put, putAll, putText, px } from '../page';
import type { State } from '../scene';
import { nameWidth } from './edge-look';
import { FONT, SMALL } from './slot';
import type { Cell, ValueMark } from './values';

interface At {
  readonly x: number;
  readonly y: number;
  /** Around x, or from x on. */
  readonly anchor: 'middle' | 'start';
  readonly palette: string;
  readonly name?: string;
  readonly quantity?: string;
  readonly state?: State;
}

/** The parts of a value: a ground, a name, a number, the cells of a matrix. */
export function appendValue(parent: Element): SVGGElement {
  const group = appendSvg(parent, 'g', 'value');
  appendSvg(group, 'rect', 'ground');
  appendSvg(group, 'text', 'name');
  appendSvg(group, 'text', 'number');
  appendSvg(group, 'g', 'cells');
  return group;
}

const PAD = 3;

/** A number on a ground, or a swatch of a matrix with its shape; faint where it is not computed yet. */
export function drawValue(group: SVGGElement, value: ValueMark, at: At): void {
  const { slot, cells, text, known } = value;
  const name = at.name ? `${at.name} =` : '';
  const before = nameWidth(at.name ?? null);
  const isMatrix = cells.length > 0;
  const font = isMatrix ? SMALL : FONT;
  const isFaint = !known && at.palette === 'backward';
  const shown = isFaint ? '?' : text;
  const picture = isMatrix ? slot.cols * slot.cell : 0;
  const width = before + picture + (isMatrix ? 5 : 0) + textWidth(shown, font, !isMatrix);
  const left = at.anchor === 'middle' ? at.x - width / 2 : at.x;
  putAll(group, {
    class: at.quantity === undefined ? 'value' : 'value quantity',
    'data-quantity': at.quantity ?? null,
    'data-state': at.state ?? null,
    'data-palette': at.palette,
    'data-sign': known && !isMatrix ? value.sign : null,
    'data-entry': isMatrix ? null : value.entry,
    'data-unknown': known ? null : '',
    'data-faint': isFaint ? '' : null,
  });
  putAll(part(group, 0), {
    x: px(left - PAD),
    y: px(at.y - slot.height / 2),
    width: px(width + 2 * PAD),
    height: px(slot.height),
    rx: 4,
  });
  const names = part(group, 1);
  putAll(names, { x: px(left), y: px(at.y), 'font-size': FONT });
  putText(names, name);
  const number = part(group, 2);
  putAll(number, {
    x: px(left + before + picture + (isMatrix ? 5 : 0)),
    y: px(at.y),
    'font-size': font,
    'data-shape': isMatrix ? '' : null,
  });
  putText(number, shown);
  drawCells(part(group, 3), isFaint ? [] : cells, {
    x: left + before,
    y: at.y - (slot.rows * slot.cell) / 2,
    cell: slot.cell,
  });
}

function drawCells(
  layer: Element,
  cells: readonly Cell[],
  { x, y, cell }: { x: number; y: number; cell: number },
): void {
  select(layer)
    .selectChildren<SVGGElement, Cell>('g')
    .data(cells, (each) => each.key)
    .join((enter) =>
      enter.append('g').each(function () {
        appendSvg(this, 'rect', 'body');
        appendSvg(this, 'rect', 'tint');
        appendSvg(this, 'path', 'minus');
      }),
    )
    .each(function (each) {
      const [left, top] = [px(x + each.x), px(y + each.y)];
      putAll(this, { class: 'cell', 'data-sign': each.sign, 'data-entry': each.entry });
      const box = { x: left, y: top, width: cell - 1, height: cell - 1 };
      putAll(part(this, 0), box);
      putAll(part(this, 1), { ...box, 'fill-opacity': Math.round(each.depth * 100) / 100 });
      // The sign without its colour.
      const isNegative = each.sign === 'negative' && cell >= 8;
      const middle = px(top + (cell - 1) / 2);
      put(part(this, 2), 'd', isNegative ? `M${left + 2},${middle}h${cell - 5}` : null);
    });
}
