import { select } from 'd3';
import type { Graph } from '../engine';
import { pathOf } from './curve';
import { drawGroups } from './draw-groups';
import { drawPath } from './draw-path';
import { type ProgramMarks, type ProgramWire, programMarks } from './marks-program';
import { programPathMarks } from './marks-program-path';
import { createMotion } from './motion';
import { appendSvg, putAll } from './page';
import type { Painter } from './painter';
import { type ProgramGeometry, programGeometry } from './program-geometry';
import { programModel } from './program-model';

/** The head at the end that the wire leads to: right, or left where a gradient comes back. */
function headOf({ curves, state }: ProgramWire): string {
  const [first, last] = [curves[0], curves.at(-1)];
  if (!first || !last) return '';
  if (state === 'backward') return `M${first.x0 + 1},${first.y0}l8,-4v8Z`;
  return `M${last.x1 - 1},${last.y1}l-8,-4v8Z`;
}

function drawWires(layer: SVGGElement, wires: readonly ProgramWire[]): void {
  const root = select(layer);
  root
    .selectChildren<SVGPathElement, ProgramWire>('path.wire')
    .data(wires, (wire) => wire.key)
    .join('path')
    .each(function (wire) {
      putAll(this, { class: 'wire', d: wire.curves.map(pathOf).join(''), 'data-flow': wire.state });
    });
  root
    .selectChildren<SVGPathElement, ProgramWire>('path.head')
    .data(wires, (wire) => wire.key)
    .join('path')
    .each(function (wire) {
      putAll(this, { class: 'head', d: headOf(wire), 'data-flow': wire.state });
    });
}

export function programPainter(svg: SVGSVGElement, graph: Graph): Painter {
  const model = programModel(graph);
  const wires = appendSvg(svg, 'g', 'wires');
  const base = appendSvg(svg, 'g', 'base');
  const dots = appendSvg(svg, 'g', 'dots');
  const way = appendSvg(svg, 'g', 'path');
  for (const hidden of [wires, dots, way]) hidden.setAttribute('aria-hidden', 'true');
  const motion = createMotion(dots);
  let geometry: ProgramGeometry | null = null;
  let stepId: string | undefined;

  function move({ wires: all }: ProgramMarks) {
    const active = all.filter(({ state }) => state !== 'rest');
    const direction = active.some(({ state }) => state === 'backward') ? 'backward' : 'forward';
    motion.run(
      active.flatMap(({ curves }) => curves),
      direction,
    );
  }

  return {
    draw(scene, size) {
      if (!geometry || geometry.width !== size.width || geometry.height !== size.height)
        geometry = programGeometry(model, size);
      const marks = programMarks({ model, geometry, scene });
      drawWires(wires, marks.wires);
      drawGroups(base, marks.groups);
      drawPath(way, scene.path ? programPathMarks(geometry, scene, scene.path) : null);
      if (scene.step?.id !== stepId) move(marks);
      stepId = scene.step?.id;
    },
    point() {},
    focus() {},
    stop: motion.stop,
  };
}
