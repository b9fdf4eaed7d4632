import { line, scaleLinear } from 'd3';
import type { ScalarFunction } from '../engine';

export interface CurveDrawing {
  readonly curve: string;
  /** The tangent at z: its slope is the local derivative. */
  readonly tangent: string;
  readonly point: { readonly x: number; readonly y: number };
  /** Where the axes cross, if that is in the picture. */
  readonly origin: { readonly x: number; readonly y: number };
  /** What of z and a the edges of the picture stand for. */
  readonly range: { readonly z: readonly [number, number]; readonly a: readonly [number, number] };
}

const SAMPLES = 96;
/** The part of the curve that is always shown. */
const USUAL = 4;
const MARGIN = 10;

function extent(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values, 0), Math.max(...values, 0)];
  const room = (high - low || 1) * 0.08;
  return [low - room, high + room];
}

/** An activation around z, with its tangent there, in a picture of that size. */
export function activationCurve(
  { value, derivative }: ScalarFunction,
  z: number,
  { width, height }: { readonly width: number; readonly height: number },
): CurveDrawing {
  const far = Math.max(USUAL, Math.min(1e6, Math.abs(Number.isFinite(z) ? z : 0) * 1.25));
  const zs = Array.from({ length: SAMPLES + 1 }, (_, i) => far * ((2 * i) / SAMPLES - 1));
  // The kink, if there is one, is a corner of the drawing too.
  const samples = zs.map((at): [number, number] => [at, value(at)]);
  const aRange = extent(samples.map(([, a]) => a));
  const x = scaleLinear([-far, far], [MARGIN, width - MARGIN]);
  const y = scaleLinear(aRange, [height - MARGIN, MARGIN]);
  const path = line<[number, number]>(
    ([at]) => x(at),
    ([, a]) => y(a),
  ).digits(1);
  const a = value(z);
  const slope = derivative(z, a);
  const point = { x: x(z), y: y(a) };
  // As long on the screen whatever its slope.
  const [dx, dy] = [x(1) - x(0), slope * (y(1) - y(0))];
  const reach = (Math.min(width, height) * 0.42) / Math.hypot(dx, dy);
  const end = (sign: number) =>
    `${(point.x + sign * reach * dx).toFixed(1)},${(point.y + sign * reach * dy).toFixed(1)}`;
  return {
    curve: path(samples) ?? '',
    tangent: `M${end(-1)}L${end(1)}`,
    point,
    origin: { x: x(0), y: y(0) },
    range: { z: [-far, far], a: aRange },
  };
}
