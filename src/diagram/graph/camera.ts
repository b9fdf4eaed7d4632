import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
import type { Box, Point } from '../curve';
import type { Size } from '../geometry';
import { put } from '../page';
import { SLACK } from './layout';

/** Below this a reader sees the shape only, and labels are left out. */
const FAR = 0.42;
/** At first all of it is shown where its names can still be read. */
const WHOLE = 0.62;
/** Else a part of it at this size; its edges fade where there is more, which is reached by moving. */
const READABLE = 0.8;
/** A drawing that is to be read from far away is never smaller than its letters allow. */
const LEGIBLE = 1;
const LARGEST = 1.6;
const RANGE: readonly [number, number] = [0.005, 4];
const EDGE = 24;
/** Beside a drawing that fills its window. */
const PADDING = 8;

export interface Camera {
  /** As much of the drawing as can be read, with `focus` in it. */
  start(drawing: Size, focus: Box | undefined): void;
  /**
   * From where it is now, 0 to 1, towards where `start` would put it. Where the reader has moved it, no further than
   * by `shift`, in the drawing's own lengths, and as it takes to leave no room empty.
   */
  settling(drawing: Size, focus: Box | undefined, shift: Point): (t: number) => void;
  /** All of it. */
  fit(drawing: Size): void;
  zoomBy(factor: number): void;
  centre(box: Box): void;
  /** Moves as little as it takes to see it. */
  reveal(box: Box): void;
  toScreen(point: Point): Point;
  /** The reader has moved it since it was started. */
  readonly isMoved: () => boolean;
}

const isScrolling = () => {
  const page = document.documentElement;
  return page.scrollHeight > page.clientHeight + 1;
};

/** One finger scrolls the page, two move and zoom; the wheel zooms where the page does not scroll. */
function isGesture(event: Event): boolean {
  if (event.type === 'wheel') return (event as WheelEvent).ctrlKey || !isScrolling();
  if (event.type.startsWith('touch')) return (event as TouchEvent).touches.length > 1;
  return event.type !== 'dblclick' && (event as MouseEvent).button === 0;
}

export interface CameraOptions {
  readonly size: () => Size;
  /** Of the whole drawing. */
  readonly drawn: () => Size;
  readonly isLegible: () => boolean;
  readonly onMove: () => void;
}

export function createCamera(
  svg: SVGSVGElement,
  world: SVGGElement,
  { size, drawn, isLegible, onMove }: CameraOptions,
): Camera {
  let at: ZoomTransform = zoomIdentity;
  let moved = false;
  /** How often the reader's hand has moved it. */
  let gestures = 0;
  const root = select<SVGSVGElement, unknown>(svg);
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([...RANGE])
    .extent(() => {
      const { width, height } = size();
      return [
        [0, 0],
        [width, height],
      ];
    })
    .filter(isGesture)
    .clickDistance(4)
    .on(
      'zoom',
      ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
        at = transform;
        if (sourceEvent) {
          moved = true;
          gestures += 1;
        }
        put(world, 'transform', `${transform}`);
        put(svg, 'data-far', transform.k < FAR ? '' : null);
        put(svg, 'data-more', isLegible() ? null : beyond());
        onMove();
      },
    );
  root.call(behaviour).on('dblclick.zoom', null);

  /** At which edges of the window the drawing goes on. */
  function beyond(): string | null {
    const { width, height } = size();
    const right = at.x + drawn().width * at.k;
    const bottom = at.y + drawn().height * at.k;
    const sides = [
      at.x < -SLACK && 'left',
      right > width + SLACK && 'right',
      at.y < -SLACK && 'top',
      bottom > height + SLACK && 'bottom',
    ];
    return sides.filter(Boolean).join(' ') || null;
  }

  const go = (to: ZoomTransform) => root.call(behaviour.transform, to);
  const scaleFor = (drawing: Size) => {
    const { width, height } = size();
    const room = { width: width - 2 * PADDING, height: height - PADDING };
    return Math.min(room.width / drawing.width, room.height / drawing.height, LARGEST);
  };
  const whole = (drawing: Size, k: number) => {
    const { width, height } = size();
    return zoomIdentity
      .translate((width - drawing.width * k) / 2, (height - drawing.height * k) / 2)
      .scale(k);
  };
  /** The nearest shift of one axis that keeps the drawing in the window, or in its middle where it is smaller. */
  const within = (shift: number, length: number, room: number) =>
    length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, shift));
  const around = (box: Box, k: number, drawing?: Size) => {
    const { width, height } = size();
    const [x, y] = [width / 2 - box.x * k, height / 2 - box.y * k];
    return zoomIdentity
      .translate(
        drawing ? within(x, drawing.width * k, width) : x,
        drawing ? within(y, drawing.height * k, height) : y,
      )
      .scale(k);
  };

  const shifted = (drawing: Size, { x, y }: Point) => {
    const { width, height } = size();
    return zoomIdentity
      .translate(
        within(at.x + x * at.k, drawing.width * at.k, width),
        within(at.y + y * at.k, drawing.height * at.k, height),
      )
      .scale(at.k);
  };

  const first = (drawing: Size, focus: Box | undefined) => {
    const k = scaleFor(drawing);
    const [least, near] = isLegible() ? [LEGIBLE, LEGIBLE] : [WHOLE, READABLE];
    return k >= least || !focus ? whole(drawing, Math.max(k, least)) : around(focus, near, drawing);
  };

  return {
    start(drawing, focus) {
      moved = false;
      go(first(drawing, focus));
    },
    settling(drawing, focus, shift) {
      const [isKept, before] = [moved, gestures];
      const [from, to] = [at, isKept ? shifted(drawing, shift) : first(drawing, focus)];
      const mix = (a: number, b: number, t: number) => a + (b - a) * t;
      return (t) => {
        // Who takes hold of it meanwhile keeps it.
        if (gestures !== before) return;
        moved = isKept;
        go(
          zoomIdentity
            .translate(mix(from.x, to.x, t), mix(from.y, to.y, t))
            .scale(mix(from.k, to.k, t)),
        );
      };
    },
    fit(drawing) {
      moved = false;
      const k = scaleFor(drawing);
      go(whole(drawing, isLegible() ? Math.max(k, LEGIBLE) : k));
    },
    zoomBy(factor) {
      moved = true;
      root.call(behaviour.scaleBy, isLegible() ? Math.max(factor, LEGIBLE / at.k) : factor);
    },
    centre(box) {
      moved = true;
      go(around(box, Math.max(at.k, READABLE)));
    },
    reveal({ x, y, width, height }) {
      const room = size();
      const move = (middle: number, half: number, length: number) => {
        const [low, high] = [middle - half - EDGE, middle + half + EDGE];
        if (low >= 0 && high <= length) return 0;
        return low < 0 ? -low : length - high;
      };
      const [cx, cy] = at.apply([x, y]);
      const dx = move(cx, (width / 2) * at.k, room.width);
      const dy = move(cy, (height / 2) * at.k, room.height);
      if (dx !== 0 || dy !== 0) go(zoomIdentity.translate(at.x + dx, at.y + dy).scale(at.k));
    },
    toScreen({ x, y }) {
      const [sx, sy] = at.apply([x, y]);
      return { x: sx, y: sy };
    },
    isMoved: () => moved,
  };
}
