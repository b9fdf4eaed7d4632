import './diagram.css';
import './chips.css';
import './boxes.css';
import './path.css';
import type { Graph } from '../engine';
import { type OnSelect, startChoosing } from './choosing';
import { HATCH } from './draw-units';
import type { HeadingPlace } from './heading-places';
import { networkModel } from './model';
import { networkPainter } from './network-painter';
import { appendSvg, put, roomIn, sizeFor } from './page';
import type { Painter } from './painter';
import type { Scene } from './scene';

export interface Diagram {
  update(scene: Scene): void;
  /** Does beforehand what would take long in an update to this scene of the same graph. */
  prepare(scene: Scene): void;
  destroy(): void;
}

export interface DiagramOptions {
  /** A unit, an edge, a bias or a tag was chosen, by mouse or by key. */
  readonly onSelect?: OnSelect;
  /** The headings of the layers stand somewhere else now. */
  readonly onHeadings?: (places: readonly HeadingPlace[]) => void;
}

const SVG = 'http://www.w3.org/2000/svg';

/** The ground of what is not computed yet. */
function appendHatch(svg: SVGSVGElement): void {
  const pattern = appendSvg(appendSvg(svg, 'defs', ''), 'pattern', 'hatch');
  pattern.id = HATCH;
  for (const [name, value] of Object.entries({
    width: 6,
    height: 6,
    patternUnits: 'userSpaceOnUse',
  }))
    put(pattern, name, value);
  put(pattern, 'patternTransform', 'rotate(45)');
  put(appendSvg(pattern, 'line', ''), 'y2', 6);
}

function painterFor(svg: SVGSVGElement, graph: Graph): Painter | null {
  svg.replaceChildren();
  appendHatch(svg);
  const model = networkModel(graph);
  return model ? networkPainter(svg, model) : null;
}

/** An edited number makes a new graph of the same form, and must not make a new drawing. */
function formOf({ nodes, root, examples }: Graph): string {
  const forms = nodes.map(({ id, op, args, shape }) => `${id}:${op.kind}:${args}:${shape}`);
  return `${forms.join(';')}|${root}|${examples}`;
}

/** A drawing that fills `host` and follows its size; it draws what `update` is given and keeps no other state. */
export function createDiagram(host: HTMLElement, options: DiagramOptions = {}): Diagram {
  const { onSelect, onHeadings } = options;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'diagram');
  svg.setAttribute('role', 'group');
  // It listens for the focus of its parts, so a browser takes it for one that Tab stops at.
  svg.setAttribute('tabindex', '-1');
  host.append(svg);

  let scene: Scene | null = null;
  let headings: readonly HeadingPlace[] = [];
  let drawn: {
    readonly graph: Graph;
    readonly form: string;
    readonly painter: Painter | null;
  } | null = null;

  function drawnAs(graph: Graph) {
    if (drawn?.graph === graph) return drawn;
    const form = formOf(graph);
    if (drawn?.form === form) return { ...drawn, graph };
    drawn?.painter?.stop();
    return { graph, form, painter: painterFor(svg, graph) };
  }

  let room = roomIn(host);

  function draw() {
    if (!scene || room.clientWidth === 0 || room.clientHeight === 0) return;
    const { width, height } = sizeFor(svg, room, scene.legible?.zoom);
    drawn = drawnAs(scene.graph);
    put(svg, 'data-at', scene.step?.phase ?? null);
    put(svg, 'aria-label', scene.step ? `Diagram at the step: ${scene.step.title}` : 'Diagram');
    drawn.painter?.draw(scene, { width, height });
    const places = drawn.painter?.headings() ?? [];
    if (places === headings) return;
    headings = places;
    onHeadings?.(places);
  }

  const closest = (event: Event, selector: string) =>
    event.target instanceof Element ? event.target.closest(selector) : null;
  const onPoint = (event: Event) =>
    drawn?.painter?.point(closest(event, '.edge')?.getAttribute('data-entry') ?? null);
  const onFocus = (event: Event) =>
    drawn?.painter?.focus(closest(event, '.quantity')?.getAttribute('data-quantity') ?? null);
  svg.addEventListener('pointerover', onPoint);
  svg.addEventListener('pointerleave', () => drawn?.painter?.point(null));
  svg.addEventListener('focusin', onFocus);
  svg.addEventListener('focusout', () => drawn?.painter?.focus(null));

  if (onSelect) startChoosing(svg, onSelect);

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
    prepare(next) {
      if (drawn?.graph === next.graph) drawn.painter?.prepare(next);
    },
    destroy() {
      observer.disconnect();
      drawn?.painter?.stop();
      svg.remove();
    },
  };
}
