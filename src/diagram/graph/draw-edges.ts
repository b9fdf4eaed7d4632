import { select } from 'd3';
import { textWidth } from '../format';
import { appendSvg, part, put, putAll, putText, px } from '../page';
import { appendValue, drawValue } from './draw-value';
import type { EdgeMark } from './marks';
import { FONT, SMALL } from './slot';

/** From the line to the text beside it, where the line runs down. */
const ASIDE = 7;

function drawLabel(group: SVGGElement, mark: EdgeMark, isAcross: boolean): void {
  const anchor = isAcross ? 'middle' : 'start';
  const x = isAcross ? 0 : -mark.width / 2 + ASIDE;
  const [forward, gradient, local] = [0, 1, 2].map((i) => part(group, i));
  let y = -mark.height / 2;
  put(forward as Element, 'display', mark.forward ? null : 'none');
  if (mark.forward) {
    const { value, name, quantity, state } = mark.forward;
    const at = { x, y: y + value.slot.height / 2, anchor, palette: 'forward' } as const;
    drawValue(forward as SVGGElement, value, { ...at, name, quantity, state });
    y += value.slot.height + 3;
  }
  put(gradient as Element, 'display', mark.gradient ? null : 'none');
  if (mark.gradient) {
    const { value, quantity, state } = mark.gradient;
    const at = { x, y: y + 3 + value.slot.height / 2, anchor, palette: 'backward' } as const;
    drawValue(gradient as SVGGElement, value, { ...at, quantity, state });
    y += value.slot.height + 3;
  }
  drawLocal(local as SVGGElement, mark, { x, y: y + 2, anchor });
}

function drawLocal(
  group: SVGGElement,
  { local }: EdgeMark,
  { x, y, anchor }: { x: number; y: number; anchor: string },
): void {
  putAll(group, { class: 'local', 'data-used': local?.isUsed ? '' : null });
  select(group)
    .selectChildren<SVGTextElement, string>('text')
    .data(local?.lines.filter((line) => line !== '') ?? [])
    .join('text')
    .each(function (line, i) {
      putAll(this, {
        x: px(x),
        y: px(y + SMALL / 2 + i * (SMALL + 4)),
        'font-size': SMALL,
        'data-anchor': anchor,
      });
      putText(this, line);
    });
}

/** Wires, heads and labels; where they are is written by `placeEdges`. */
export function drawEdges(
  wires: SVGGElement,
  labels: SVGGElement,
  marks: readonly EdgeMark[],
  isAcross: boolean,
): void {
  for (const name of ['wire', 'head'] as const)
    select(wires)
      .selectChildren<SVGPathElement, EdgeMark>(`path.${name}`)
      .data(marks, (mark) => mark.key)
      .join('path')
      .each(function (mark) {
        putAll(this, { class: name, 'data-flow': mark.flow, 'data-edge': mark.key });
      });
  select(labels)
    .selectChildren<SVGGElement, EdgeMark>('g.label')
    .data(marks, (mark) => mark.key)
    .join((enter) =>
      enter.append('g').each(function () {
        appendValue(this);
        appendValue(this);
        appendSvg(this, 'g', 'local');
      }),
    )
    .each(function (mark) {
      putAll(this, { class: 'label', 'data-edge': mark.key, 'data-flow': mark.flow });
      drawLabel(this, mark, isAcross);
    });
}

export interface Tip {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The local derivative with nothing left out, above all else. */
export function drawTips(layer: SVGGElement, tips: readonly Tip[]): void {
  select(layer)
    .selectChildren<SVGGElement, Tip>('g')
    .data(tips, (_, i) => i)
    .join((enter) =>
      enter.append('g').each(function () {
        appendSvg(this, 'rect', 'ground');
        appendSvg(this, 'text', 'text');
      }),
    )
    .each(function ({ x, y, text }) {
      const width = textWidth(text, FONT) + 14;
      putAll(this, { class: 'tip', transform: `translate(${px(x)},${px(y)})` });
      putAll(part(this, 0), { x: px(-width / 2), y: -13, width: px(width), height: 26, rx: 5 });
      putAll(part(this, 1), { x: 0, y: 0, 'font-size': FONT });
      putText(part(this, 1), text);
    });
}
