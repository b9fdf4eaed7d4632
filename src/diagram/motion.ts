import { select, type Timer, timer } from 'd3';
import { type Curve, pointOn } from './curve';

/** Milliseconds: long enough to tell the direction, short enough not to wait for. */
const DURATION = 240;
const MOST_DOTS = 90;

export interface Motion {
  /**
   * Dots run once along the curves, with the data (left to right) or against it; not where the step before was so
   * short a time ago that its dots would still be under way, as when playing at the highest speed.
   */
  run(curves: readonly Curve[], direction: 'forward' | 'backward'): void;
  stop(): void;
}

const eased = (t: number) => t * t * (3 - 2 * t);

export function createMotion(layer: SVGGElement): Motion {
  let running: Timer | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');

  function stop() {
    running?.stop();
    running = null;
    layer.replaceChildren();
  }

  function run(curves: readonly Curve[], direction: 'forward' | 'backward') {
    stop();
    const isHurried = performance.now() - last < DURATION;
    last = performance.now();
    if (isHurried || still.matches || curves.length === 0 || curves.length > MOST_DOTS) return;
    const dots = select(layer)
      .selectAll<SVGCircleElement, Curve>('circle')
      .data(curves)
      .join('circle')
      .attr('class', `dot ${direction}`)
      .attr('r', 3)
      .nodes();
    const move = (share: number) => {
      const t = direction === 'forward' ? eased(share) : 1 - eased(share);
      curves.forEach((curve, i) => {
        const { x, y } = pointOn(curve, t);
        dots[i]?.setAttribute('transform', `translate(${x.toFixed(1)},${y.toFixed(1)})`);
      });
    };
    move(0);
    running = timer((elapsed) => {
      if (elapsed >= DURATION) stop();
      else move(elapsed / DURATION);
    });
  }

  return { run, stop };
}
