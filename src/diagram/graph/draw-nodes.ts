import { select } from 'd3';
import { appendSvg, part, put, putAll, putText, px } from '../page';
import { appendValue, drawValue } from './draw-value';
import type { NodeMark, SumMark, TagMark } from './marks';
import { FONT, SIGN, SMALL } from './slot';

function appendParts(group: SVGGElement): void {
  appendSvg(group, 'rect', 'halo');
  appendSvg(group, 'rect', 'body');
  appendSvg(group, 'text', 'title');
  appendSvg(group, 'text', 'sub');
  appendValue(group);
  const sum = appendSvg(group, 'g', 'sum');
  appendSvg(sum, 'rect', 'ground');
  appendSvg(sum, 'text', 'number');
  const fold = appendSvg(group, 'g', 'fold');
  appendSvg(fold, 'rect', 'reach');
  appendSvg(fold, 'circle', 'body');
  appendSvg(fold, 'path', 'sign');
}

function rounded(element: Element, width: number, height: number, rx: number, more = 0): void {
  putAll(element, {
    x: px(-width / 2 - more),
    y: px(-height / 2 - more),
    width: px(width + 2 * more),
    height: px(height + 2 * more),
    rx: px(rx + more),
  });
}

function drawSum(group: Element, sum: SumMark | null, width: number, y: number): void {
  putAll(group, {
    class: sum ? 'sum quantity' : 'sum',
    'data-quantity': sum?.quantity ?? null,
    'data-state': sum?.state ?? null,
    'data-palette': 'backward',
    'data-unknown': sum?.known === false ? '' : null,
    display: sum ? null : 'none',
  });
  if (!sum) return;
  putAll(part(group, 0), {
    x: px(-width / 2 + 3),
    y: px(y - 9),
    width: px(width - 6),
    height: 18,
    rx: 5,
  });
  const text = part(group, 1);
  putAll(text, { x: 0, y: px(y), 'font-size': SMALL });
  putText(text, sum.text);
}

function drawFold(group: Element, mark: NodeMark): void {
  put(group, 'display', mark.fold ? null : 'none');
  if (!mark.fold) return;
  const inset = mark.kind === 'line' ? 11 : 2;
  const [x, y] = [mark.width / 2 - inset, -mark.height / 2 + inset];
  put(group, 'data-fold', mark.fold);
  put(group, 'transform', `translate(${px(x)},${px(y)})`);
  putAll(part(group, 0), { x: -14, y: -14, width: 28, height: 28 });
  put(part(group, 1), 'r', 7);
  put(part(group, 2), 'd', mark.fold === '+' ? 'M-3.5,0h7M0,-3.5v7' : 'M-3.5,0h7');
}

function drawNode(group: SVGGElement, mark: NodeMark): void {
  const { width, height, value, sum } = mark;
  const isOperation = mark.kind === 'operation';
  const inner = height - (sum ? FONT + 8 : 0);
  const round = isOperation ? Math.min(inner / 2, 20) : mark.kind === 'leaf' ? 4 : 9;
  rounded(part(group, 0), width, height, round, 4);
  rounded(part(group, 1), width, height, round);
  let y = -height / 2 + 6;
  const titleHeight = isOperation ? SIGN + 7 : FONT + 4;
  const title = part(group, 2);
  putAll(title, {
    x: 0,
    y: px(y + titleHeight / 2),
    'font-size': isOperation ? SIGN : FONT,
  });
  putText(title, mark.title);
  y += titleHeight;
  const sub = part(group, 3);
  putAll(sub, {
    x: 0,
    y: px(y + SMALL / 2 + 1),
    'font-size': isOperation ? FONT - 1 : SMALL,
    display: mark.sub === null ? 'none' : null,
  });
  putText(sub, mark.sub ?? '');
  if (mark.sub !== null) y += SMALL + 6;
  const holder = part(group, 4) as SVGGElement;
  put(holder, 'display', value ? null : 'none');
  if (value)
    drawValue(holder, value, {
      x: 0,
      y: y + value.slot.height / 2,
      anchor: 'middle',
      palette: mark.palette,
    });
  drawSum(part(group, 5), sum, width, height / 2 - 13);
  drawFold(part(group, 6), mark);
}

/** Leaves named once more. */
export function drawTags(layer: SVGGElement, tags: readonly TagMark[]): void {
  select(layer)
    .selectChildren<SVGGElement, TagMark>('g.tag')
    .data(tags, (tag) => tag.key)
    .join((enter) =>
      enter.append('g').each(function () {
        appendSvg(this, 'rect', 'body');
        appendSvg(this, 'text', 'title');
      }),
    )
    .each(function (tag) {
      putAll(this, {
        class: 'tag quantity',
        'data-quantity': tag.quantity,
        'data-state': tag.state,
        'data-role': 'tag',
      });
      rounded(part(this, 0), tag.width, tag.height, 4);
      put(part(this, 1), 'font-size', FONT);
      putText(part(this, 1), tag.text);
    });
}

export function drawNodes(
  layer: SVGGElement,
  marks: readonly NodeMark[],
  stop: string | null,
): void {
  select(layer)
    .selectChildren<SVGGElement, NodeMark>('g.node')
    .data(marks, (mark) => mark.key)
    .join((enter) =>
      enter.append('g').each(function () {
        appendParts(this);
      }),
    )
    .each(function (mark) {
      putAll(this, {
        class: 'node quantity',
        'data-key': mark.key,
        'data-kind': mark.kind,
        'data-role': mark.role,
        'data-quantity': mark.quantity,
        'data-state': mark.state,
        'data-within': mark.isPart ? '' : null,
        'data-palette': mark.palette,
        'data-unknown': mark.known ? null : '',
        role: 'img',
        'aria-label': mark.spoken,
        // One stop for Tab; from there the arrows walk.
        tabindex: mark.key === stop ? 0 : -1,
      });
      drawNode(this, mark);
    });
}
