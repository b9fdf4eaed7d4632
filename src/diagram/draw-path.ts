import { select } from 'd3';
import { drawGroups } from './draw-groups';
import type { PathMarks } from './marks-path';
import { appendSvg, put } from './page';

/** The chosen way to the loss, above all else. */
export function drawPath(layer: SVGGElement, marks: PathMarks | null): void {
  const lines = layer.children[0] ?? appendSvg(layer, 'g', 'way');
  const labels = layer.children[1] ?? appendSvg(layer, 'g', 'slopes');
  if (layer.ownerSVGElement) put(layer.ownerSVGElement, 'data-path', marks ? '' : null);
  select(lines)
    .selectChildren<SVGPathElement, string>('path')
    .data(marks?.lines ?? [])
    .join('path')
    .each(function (line) {
      put(this, 'd', line);
    });
  drawGroups(labels as SVGGElement, marks && marks.chips.chips.length > 0 ? [marks.chips] : []);
}
