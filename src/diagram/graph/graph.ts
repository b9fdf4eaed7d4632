import '../diagram.css';
import '../path.css';
import './graph.css';
import './values.css';
import type { Box } from '../curve';
import type { Size } from '../geometry';
import { put, roomIn, sizeFor } from '../page';
import { createAnimation } from './animate';
import { createCamera } from './camera';
import type { Tip } from './draw-edges';
import type { GraphMarks } from './marks';
import { graphPainter } from './painter';
import { type GraphPlan, graphPlan, legiblePlan } from './plan';
import { startReading } from './reading';
import { between } from './route';
import type { GraphScene } from './scene';
import { matching } from './walking';

export interface GraphDiagram {
  update(scene: GraphScene): void;
  destroy(): void;
  fit(): void;
  zoomBy(factor: number): void;
  /** Shows the match at `index`, going round; how many there are. */
  find(text: string, index: number): number;
}

export interface GraphDiagramOptions {
  readonly onSelect: (entry: string) => void;
  /** A line is to be opened or folded. */
  readonly onFold: (line: string) => void;
  /** Why gradients add up at the node looked at; empty where they do not. */
  readonly onSay: (sentence: string) => void;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Narrower than this a drawing runs down. */
const NARROW = 520;

/** Another program, and not the same one after an edit. */
function isOther({ model: { nodes } }: GraphPlan, next: GraphPlan): boolean {
  const kept = nodes.filter(({ key }) => next.model.byKey.has(key));
  return 2 * kept.length < nodes.length;
}

/** A graph that fills `host`, follows its size and can be moved and zoomed. */
export function createGraphDiagram(host: HTMLElement, options: GraphDiagramOptions): GraphDiagram {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'diagram graph');
  svg.setAttribute('role', 'group');
  host.append(svg);
  const painter = graphPainter(svg);
  let room = roomIn(host);
  const size = (): Size => sizeFor(svg, room, scene?.legible?.zoom);
  const camera = createCamera(svg, painter.world, {
    size,
    drawn: () => plan?.placed ?? { width: 0, height: 0 },
    isLegible: () => scene?.legible !== undefined,
    onMove: () => cut(),
  });
  const animation = createAnimation();

  let scene: GraphScene | null = null;
  let plan: GraphPlan | null = null;
  let marks: GraphMarks | null = null;
  let drawnSize: Size = { width: 0, height: 0 };
  let stepId: string | undefined;
  let pointed: string | null = null;
  let folded: string | null = null;
  let found: string | null = null;
  let stop: string | null = null;

  const boxOf = (key: string | undefined): Box | undefined =>
    key === undefined ? undefined : plan?.placed.nodes.get(key);
  const stepKey = () => (scene?.step && plan ? plan.model.shown(scene.step.of) : undefined);

  function tipsFor(): readonly Tip[] {
    if (!plan || !marks) return [];
    return marks.edges.flatMap(({ key, local }): Tip[] => {
      const place = plan?.placed.edges.get(key);
      // What stands there whole already is not said twice.
      if (!local || !place || key !== pointed || local.lines.join(' ') === local.full) return [];
      const { x, y, height } = place.label;
      return [{ x, y: y + height / 2 + 15, text: local.full }];
    });
  }

  function say() {
    const key = pointed ?? stepKey();
    const node = marks?.nodes.find((mark) => mark.key === key);
    options.onSay(node?.sum?.sentence ?? '');
    painter.tip(tipsFor());
  }

  function draw() {
    const now = size();
    if (!scene || now.width === 0 || now.height === 0) return;
    const before = plan;
    const next = scene.legible
      ? legiblePlan(scene, now)
      : graphPlan(scene, now.width < NARROW ? 'TB' : 'LR');
    const isResized = now.width !== drawnSize.width || now.height !== drawnSize.height;
    drawnSize = now;
    plan = next;
    put(svg, 'data-phase', scene.step?.phase ?? null);
    put(svg, 'data-whole', `0 0 ${Math.ceil(next.placed.width)} ${Math.ceil(next.placed.height)}`);
    put(svg, 'aria-label', scene.step ? `Graph at the step: ${scene.step.title}` : 'Graph');
    if (!stop || !next.model.byKey.has(stop)) stop = stepKey() ?? next.model.nodes[0]?.key ?? null;
    marks = painter.draw(next, scene, stop);
    const focus = boxOf(stepKey());
    if (!before || isOther(before, next) || before.isAcross !== next.isAcross) {
      animation.stop();
      painter.place(next.placed, next.isAcross);
      camera.start(next.placed, focus);
    } else if (before.form !== next.form) {
      move(before, next);
    } else if (isResized && !camera.isMoved()) {
      camera.start(next.placed, focus);
    }
    if (before?.form === next.form) painter.place(next.placed, next.isAcross);
    cut();
    painter.drawPath(next, scene);
    if (stepId !== scene.step?.id && stepId !== undefined && focus) camera.reveal(focus);
    stepId = scene.step?.id;
    say();
  }

  /** What would stand across the edge of the window is left out, where all is to be read. */
  function cut() {
    if (!scene?.legible || !plan) return;
    const { width, height } = size();
    const isCut = ({ x, y, width: w, height: h }: Box) => {
      const low = camera.toScreen({ x: x - w / 2, y: y - h / 2 });
      const high = camera.toScreen({ x: x + w / 2, y: y + h / 2 });
      return low.x < 0 || low.y < 0 || high.x > width || high.y > height;
    };
    painter.cut(plan.placed, isCut);
  }

  /** From one layout to the other: to where all of it is seen best, or what was clicked, else the step. */
  function move(before: GraphPlan, next: GraphPlan) {
    const key = [folded, stepKey()].find((id) => id && next.placed.nodes.has(id)) ?? null;
    folded = null;
    const old = key ? before.placed.nodes.get(key) : undefined;
    const box = boxOf(key ?? undefined);
    const shift = old && box ? { x: old.x - box.x, y: old.y - box.y } : { x: 0, y: 0 };
    const settle = camera.settling(next.placed, box, shift);
    animation.run((t) => {
      painter.place(between(before.placed, next.placed, old, t), next.isAcross);
      settle(t);
    });
  }

  const reading = startReading(svg, {
    plan: () => plan,
    onPoint(key) {
      if (key === pointed) return;
      pointed = key;
      say();
    },
    onFocus(key) {
      stop = key;
      const box = boxOf(key);
      if (box) camera.reveal(box);
    },
    onSelect: options.onSelect,
    onFold(line) {
      folded = line;
      options.onFold(line);
    },
    onZoom: (factor) => (factor === 0 ? showAll() : camera.zoomBy(factor)),
  });

  function showAll() {
    animation.finish();
    if (plan) camera.fit(plan.placed);
  }

  const observer = new ResizeObserver(() => {
    room = roomIn(host);
    draw();
  });
  observer.observe(host);

  return {
    update(next) {
      scene = next;
      draw();
    },
    destroy() {
      observer.disconnect();
      animation.stop();
      reading.stop();
      svg.remove();
    },
    fit: showAll,
    zoomBy: camera.zoomBy,
    find(text, index) {
      if (!plan || !scene) return 0;
      animation.finish();
      const keys = matching(plan.model, scene.symbol, text);
      found = keys.length > 0 ? (keys[index % keys.length] ?? null) : null;
      for (const node of svg.querySelectorAll('.node'))
        put(node, 'data-found', node.getAttribute('data-key') === found ? '' : null);
      const box = boxOf(found ?? undefined);
      if (box) camera.centre(box);
      return keys.length;
    },
  };
}
