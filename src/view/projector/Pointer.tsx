import { type ReactNode, useEffect, useRef } from 'react';

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** How long a trail is seen, in milliseconds. */
const FADE = 700;

/** A red spot that follows the pointer and draws a line that fades; nothing is drawn while it rests. */
export function Pointer(): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { current } = canvas;
    const context = current?.getContext('2d');
    if (!current || !context) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    let spots: Spot[] = [];
    let frame = 0;
    const draw = () => {
      frame = 0;
      const { innerWidth: width, innerHeight: height } = window;
      if (current.width !== width) current.width = width;
      if (current.height !== height) current.height = height;
      context.clearRect(0, 0, width, height);
      const now = performance.now();
      const size = Math.max(8, height / 70);
      const last = spots.at(-1);
      spots = spots.filter(({ at }) => now - at < FADE);
      context.strokeStyle = context.fillStyle = '#d4001a';
      context.lineCap = 'round';
      if (!still) {
        spots.forEach(({ x, y, at }, i) => {
          const before = spots[i - 1];
          if (!before) return;
          context.globalAlpha = 1 - (now - at) / FADE;
          context.lineWidth = size * context.globalAlpha;
          context.beginPath();
          context.moveTo(before.x, before.y);
          context.lineTo(x, y);
          context.stroke();
        });
      }
      context.globalAlpha = 1;
      if (!last) return;
      context.beginPath();
      context.arc(last.x, last.y, size, 0, 2 * Math.PI);
      context.fill();
      if (spots.length > 0) frame = requestAnimationFrame(draw);
      else spots = [last];
    };
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
      spots.push({ x, y, at: performance.now() });
      frame ||= requestAnimationFrame(draw);
    };
    window.addEventListener('pointermove', onMove);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
    };
  }, []);
  return <canvas ref={canvas} className="projector-pointer" />;
}
