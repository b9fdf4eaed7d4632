import { drawFlow } from './draw-flow';
import { drawHeadings, drawLegend } from './draw-frame';
import { drawGroups } from './draw-groups';
import { drawPath } from './draw-path';
import type { NetworkGeometry, Size } from './geometry';
import { type HeadingPlace, headingPlaces } from './heading-places';
import { geometryFor } from './legible';
import { headings, legend } from './marks-frame';
import { tipMark } from './marks-labels';
import { labelsOf, type NetworkMarks, networkMarks } from './marks-network';
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
  let asked: Asked = { entry: null, quantity: null };

  function drawLabels() {
    if (!drawing) return;
    const { marks, hidden } = labelsOf(drawing, asked.quantity);
    drawGroups(labels, marks);
    drawLegend(keys, legend(drawing, hidden));
    const { entry } = asked;
    const label = marks.flatMap(({ chips }) => chips).find((chip) => chip.entry === entry);
    const mark = entry && drawing.scene.snapshot ? tipMark(drawing, entry, label) : null;
    drawGroups(tip, mark ? [mark] : []);
  }

  function draw(scene: Scene, size: Size) {
    const before = geometry;
    geometry = geometryFor(model, scene, size, before);
    if (geometry !== before) places = headingPlaces(geometry);
    if (before && before !== geometry && before.metrics.width === size.width) showMoving(svg);
    const previous = drawing?.scene.step?.id;
    drawing = { model, geometry, scene };
    const marks = networkMarks(drawing);
    put(svg, 'data-about', scene.about ? '' : null);
    drawHeadings(frame, headings(drawing));
    drawGroups(base, marks.base);
    drawFlow(flow, marks.flow);
    drawGroups(over, marks.over);
    drawPath(way, scene.path ? pathMarks(drawing, scene.path, marks.base) : null);
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
    prepare: (scene) => {
      if (drawing) labelsOf({ ...drawing, scene, isAhead: true }, null);
    },
    point: (entry) => ask({ ...asked, entry }),
    focus: (quantity) => ask({ ...asked, quantity }),
    headings: () => places,
    stop: motion.stop,
  };
}
