import { drawFlow } from './draw-flow';
import { drawHeadings, drawLegend } from './draw-frame';
import { drawGroups } from './draw-groups';
import { drawPath } from './draw-path';
import type { NetworkGeometry, Size } from './geometry';
import { type HeadingPlace, headingPlaces } from './heading-places';
import { geometryFor } from './legible';
import type { Mark } from './marks';
import { headings, legend } from './marks-frame';
import { tipMark } from './marks-labels';
import { isConcerned, type NetworkMarks, networkMarks } from './marks-network';
import { pathMarks } from './marks-path';
import type { Drawing } from './marks-units';
import type { NetworkModel } from './model';
import { createMotion } from './motion';
import { appendSvg, put } from './page';
import type { Painter } from './painter';
import type { Scene } from './scene';

/** Milliseconds in which units that are drawn anew glide to their places. */
const GLIDE = 240;

function showMoving(svg: SVGSVGElement): void {
  svg.dataset.moves = '';
  setTimeout(() => {
    delete svg.dataset.moves;
  }, GLIDE);
}

/** What the learner points at or has reached by key. */
interface Asked {
  readonly entry: string | null;
  readonly quantity: string | null;
}

export function networkPainter(svg: SVGSVGElement, model: NetworkModel): Painter {
  const layer = (name: string) => appendSvg(svg, 'g', name);
  const frame = layer('headings');
  const keys = layer('legend');
  const base = layer('base');
  const flow = layer('flows');
  const dots = layer('dots');
  const labels = layer('labels');
  const over = layer('over');
  const way = layer('path');
  const tip = layer('tips');
  for (const hidden of [frame, keys, flow, dots, labels, way, tip])
    hidden.setAttribute('aria-hidden', 'true');

  const motion = createMotion(dots);
  let geometry: NetworkGeometry | null = null;
  let places: readonly HeadingPlace[] = [];
  let drawing: Drawing | null = null;
  let marks: NetworkMarks | null = null;
  let asked: Asked = { entry: null, quantity: null };

  function drawLabels() {
    if (!drawing || !marks) return;
    const { scene } = drawing;
    let hidden = false;
    const shown = drawing.geometry.columns.flatMap(({ column: { weights } }, i): Mark[] => {
      if (!weights || !drawing) return [];
      const isAsked = asked.quantity !== null && asked.quantity === quantityOf(i);
      if (!isAsked && !isConcerned(drawing, weights.node.id)) return [];
      const found = marks?.labels[i]?.(isAsked) ?? null;
      if (found?.crowded && !isAsked) hidden = true;
      return found && (isAsked || !found.crowded) ? [found.mark] : [];
    });
    drawGroups(labels, shown);
    drawLegend(keys, legend(drawing, hidden));
    const label = shown
      .flatMap((mark) => (mark.kind === 'chips' ? mark.chips : []))
      .find(({ entry }) => entry === asked.entry);
    const mark = asked.entry && scene.snapshot ? tipMark(drawing, asked.entry, label) : null;
    drawGroups(tip, mark ? [mark] : []);
  }

  const quantityOf = (index: number) => {
    const layer = drawing?.geometry.columns[index]?.column.layer;
    return marks?.base.find(({ key }) => key === `edges-${layer}`)?.quantity;
  };

  function draw(scene: Scene, size: Size) {
    const before = geometry;
    geometry = geometryFor(model, scene, size, before);
    if (geometry !== before) places = headingPlaces(geometry);
    if (before && before !== geometry && before.metrics.width === size.width) showMoving(svg);
    const previous = drawing?.scene.step?.id;
    drawing = { model, geometry, scene };
    marks = networkMarks(drawing);
    put(svg, 'data-about', scene.about ? '' : null);
    drawHeadings(frame, headings(drawing));
    drawGroups(base, marks.base);
    drawFlow(flow, marks.flow);
    drawGroups(over, marks.over);
    drawPath(way, scene.path ? pathMarks(drawing, scene.path) : null);
    drawLabels();
    if (scene.step?.id !== previous) move(drawing, marks);
  }

  /** Dots show which way the step's numbers go. */
  function move({ scene }: Drawing, { flow: back }: NetworkMarks) {
    const { step } = scene;
    if (back.lines.length > 0) {
      motion.run(
        back.lines.map(({ curve }) => curve),
        'backward',
      );
      return;
    }
    const into = drawing?.geometry.columns.findIndex(
      ({ column: { weights } }) =>
        step?.aspect === 'value' && weights && step.reads.includes(weights.node.id),
    );
    const edges = geometry?.edges[into ?? -1] ?? [];
    motion.run(
      edges.map(({ curve }) => curve),
      'forward',
    );
  }

  function ask(next: Asked) {
    if (next.entry === asked.entry && next.quantity === asked.quantity) return;
    asked = next;
    drawLabels();
  }

  return {
    draw,
    point: (entry) => ask({ ...asked, entry }),
    focus: (quantity) => ask({ ...asked, quantity }),
    headings: () => places,
    stop: motion.stop,
  };
}
