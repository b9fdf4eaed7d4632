import { boxIn, endsIn, linesIn, wallsIn } from './ends';
import { type Point, route } from './route';

const px = (value: number) => value.toFixed(1);

/** With round corners, so that it is told from the straight lines of frames and brackets. */
function pathOf(points: readonly Point[], radius: number): string {
  return points
    .map(({ x, y }, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (!before) return `M${px(x)} ${px(y)}`;
      if (!after) return `L${px(x)} ${px(y)}`;
      const near = (to: Point) => {
        const length = Math.hypot(to.x - x, to.y - y) || 1;
        const by = Math.min(radius, length / 2) / length;
        return `${px(x + (to.x - x) * by)} ${px(y + (to.y - y) * by)}`;
      };
      return `L${near(before)}Q${px(x)} ${px(y)} ${near(after)}`;
    })
    .join('');
}

/** A tip at the last of the points, in the direction of the last leg. */
function tipOf(points: readonly Point[], size: number): string {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (!end || !before) return '';
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const [x, y] = [end.x - dx * size, end.y - dy * size];
  const side = (sign: number) =>
    `${px(x - dy * sign * size * 0.62)} ${px(y + dx * sign * size * 0.62)}`;
  return `M${px(end.x)} ${px(end.y)}L${side(1)}L${side(-1)}Z`;
}

const NOTHING = { d: '', tip: '', dot: { x: 0, y: 0 } };

/** The line from the equation to the drawing, for the picture as it stands; letters are `letter` pixels high. */
export function tieIn(stage: HTMLElement, letter: number): typeof NOTHING | null {
  const ends = endsIn(stage);
  if (!ends) return null;
  const cell = letter / 3.4;
  const board = {
    width: stage.clientWidth,
    height: stage.clientHeight,
    cell,
    walls: wallsIn(stage, ends),
    lines: linesIn(stage, cell),
  };
  // A letter's own edge would be read as part of the tip.
  const apart = ends.to.matches('text') ? letter * 0.14 : 0;
  const points = route(board, boxIn(stage, ends.from), boxIn(stage, ends.to, apart));
  const dot = points?.[0];
  if (!points || !dot) return null;
  return { d: pathOf(points, letter * 0.45), tip: tipOf(points, letter * 0.62), dot };
}
