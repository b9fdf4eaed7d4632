import { select } from 'd3';
import type { Box, Point } from '../curve';
import { appendSvg, put, px } from '../page';
import { drawEdges, drawTips, type Tip } from './draw-edges';
import { drawNodes, drawTags } from './draw-nodes';
import type { Placed } from './layout';
import type { EdgeMark, GraphMarks } from './marks';
import { graphMarks } from './marks-edges';
import { pathDrawing } from './path';
import type { GraphPlan } from './plan';
import { headPath, wirePath } from './route';
import type { GraphScene } from './scene';

/** Writes marks and places into the page; it decides nothing. */
export interface GraphPainter {
  readonly world: SVGGElement;
  draw(plan: GraphPlan, scene: GraphScene, stop: string | null): GraphMarks;
  place(placed: Placed, isAcross: boolean): void;
  /** Leaves out what the window does not hold. */
  cut(placed: Placed, isCut: (box: Box) => boolean): void;
  drawPath(plan: GraphPlan, scene: GraphScene): void;
  tip(tips: readonly Tip[]): void;
}

const centre = ({ x, y }: Point) => `translate(${px(x)},${px(y)})`;

function placeAll<D extends { readonly key: string }>(
  layer: Element,
  selector: string,
  boxOf: (key: string) => Box | undefined,
): void {
  select(layer)
    .selectChildren<SVGGElement, D>(selector)
    .each(function ({ key }) {
      const box = boxOf(key);
      if (box) put(this, 'transform', centre(box));
    });
}

export function graphPainter(svg: SVGSVGElement): GraphPainter {
  const world = appendSvg(svg, 'g', 'world');
  const [wires, tags, labels, nodes, way, tips] = [
    'wires',
    'tags',
    'labels',
    'nodes',
    'path',
    'tips',
  ].map((name) => appendSvg(world, 'g', name)) as [
    SVGGElement,
    SVGGElement,
    SVGGElement,
    SVGGElement,
    SVGGElement,
    SVGGElement,
  ];
  for (const hidden of [wires, tags, labels, way, tips]) hidden.setAttribute('aria-hidden', 'true');
  const lines = appendSvg(way, 'g', 'way');
  const slopes = appendSvg(way, 'g', 'slopes');

  return {
    world,
    draw(plan, scene, stop) {
      const marks = graphMarks({ model: plan.model, looks: plan.looks, scene });
      drawEdges(wires, labels, marks.edges, plan.isAcross);
      drawTags(
        tags,
        marks.edges.flatMap(({ tag }) => tag ?? []),
      );
      drawNodes(nodes, marks.nodes, stop);
      return marks;
    },
    place(placed, isAcross) {
      placeAll(tags, 'g.tag', (key) => placed.nodes.get(key));
      placeAll(nodes, 'g.node', (key) => placed.nodes.get(key));
      placeAll(labels, 'g.label', (key) => placed.edges.get(key)?.label);
      select(wires)
        .selectChildren<SVGPathElement, EdgeMark>('path')
        .each(function ({ key, flow }) {
          const points = placed.edges.get(key)?.points ?? [];
          const isHead = this.classList.contains('head');
          const d = isHead
            ? headPath(points, isAcross, flow === 'backward')
            : wirePath(points, isAcross);
          put(this, 'd', d);
        });
    },
    cut(placed, isCut) {
      const each = (layer: Element, boxOf: (key: string) => Box | undefined) =>
        select(layer)
          .selectChildren<SVGGElement, { readonly key: string }>('g')
          .each(function ({ key }) {
            const box = boxOf(key);
            put(this, 'data-cut', box && isCut(box) ? '' : null);
          });
      each(tags, (key) => placed.nodes.get(key));
      each(nodes, (key) => placed.nodes.get(key));
      each(labels, (key) => placed.edges.get(key)?.label);
    },
    drawPath(plan, scene) {
      const drawing = scene.path
        ? pathDrawing(plan.model, plan.placed, scene.path, plan.isAcross, scene.decimals)
        : { lines: [], slopes: [] };
      put(svg, 'data-path', scene.path ? '' : null);
      select(lines)
        .selectChildren<SVGPathElement, string>('path')
        .data(drawing.lines)
        .join('path')
        .each(function (line) {
          put(this, 'd', line);
        });
      drawTips(slopes, drawing.slopes);
    },
    tip: (found) => drawTips(tips, found),
  };
}
