import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, type Point, route } from './route';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const CELL = 8;

const isOnEdge = ({ x, y }: Point, b: Box) =>
  (x === (b.left + b.right) / 2 && (y === b.top || y === b.bottom)) ||
  (y === (b.top + b.bottom) / 2 && (x === b.left || x === b.right));

const crosses = (a: Point, b: Point, wall: Box) =>
  Math.max(a.x, b.x) > wall.left &&
  Math.min(a.x, b.x) < wall.right &&
  Math.max(a.y, b.y) > wall.top &&
  Math.min(a.y, b.y) < wall.bottom;

const legs = (points: readonly Point[]) =>
  points.slice(1).map((to, i) => [points[i] as Point, to] as const);

test('one above the other with nothing between them is one straight line', () => {
  const way = route(
    { width: 200, height: 400, cell: CELL, walls: [] },
    box(80, 20, 40, 40),
    box(80, 300, 40, 40),
  );
  expect(way).toEqual([
    { x: 100, y: 60 },
    { x: 100, y: 300 },
  ]);
});

test('a line is crossed where it lies across, and not followed where it runs along', () => {
  const way = (lines: readonly Point[]) =>
    route(
      { width: 240, height: 700, cell: CELL, walls: [], lines },
      box(80, 20, 40, 40),
      box(80, 640, 40, 40),
    );
  const points = (of: (i: number) => Point) => Array.from({ length: 60 }, (_, i) => of(i));
  expect(way(points((i) => ({ x: i * 4, y: 300 })))).toHaveLength(2);
  const beside = way(points((i) => ({ x: 100, y: 90 + i * 9 }))) ?? [];
  expect(beside.length).toBeGreaterThan(3);
  const longest = legs(beside).find(([a, b]) => Math.abs(b.y - a.y) > 300);
  expect(Math.abs((longest?.[0].x ?? 100) - 100)).toBeGreaterThan(CELL);
});

test('over a wall that stands between them, with two bends', () => {
  const walls = [box(60, 40, 260, 140)];
  const way = route(
    { width: 400, height: 200, cell: CELL, walls },
    box(20, 80, 30, 30),
    box(340, 80, 30, 30),
  );
  expect(way).toHaveLength(4);
  expect(way?.[1]?.y).toBeLessThan(40);
});

test('where there is no way there is no line', () => {
  const walls = [box(150, 0, 50, 200)];
  const way = route(
    { width: 400, height: 200, cell: CELL, walls },
    box(20, 80, 30, 30),
    box(340, 80, 30, 30),
  );
  expect(way).toBe(null);
});

test('whatever stands about, each leg is upright or level, ends on both boxes, and crosses no wall', () => {
  const place = fc.record({
    left: fc.integer({ min: 0, max: 700 }),
    top: fc.integer({ min: 0, max: 400 }),
    width: fc.integer({ min: 10, max: 200 }),
    height: fc.integer({ min: 10, max: 100 }),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 14 }), (places) => {
      const [from, to] = [box(40, 60, 50, 30), box(720, 380, 40, 40)];
      const walls = places
        .map((p) => box(p.left, p.top, p.width, p.height))
        .filter(
          (wall) =>
            ![from, to].some((own) =>
              crosses(
                { x: own.left - 12, y: own.top - 12 },
                { x: own.right + 12, y: own.bottom + 12 },
                wall,
              ),
            ),
        );
      const way = route({ width: 800, height: 480, cell: CELL, walls }, from, to);
      if (!way) return;
      expect(isOnEdge(way[0] as Point, from)).toBe(true);
      expect(isOnEdge(way.at(-1) as Point, to)).toBe(true);
      for (const [a, b] of legs(way)) {
        expect(a.x === b.x || a.y === b.y).toBe(true);
        for (const wall of walls) expect(crosses(a, b, wall)).toBe(false);
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});
