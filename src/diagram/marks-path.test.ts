import { describe, expect, it } from 'vitest';
import { overlap } from './curve';
import { networkGeometry } from './geometry';
import { networkMarks } from './marks-network';
import { pathMarks } from './marks-path';
import { networkModel } from './model';
import type { PathStop } from './scene';
import { type Layout, networkOf, scenesOf } from './scene.testing';
import { textBoxes } from './slope-places';

const LAYOUTS: readonly Layout[] = [
  { examples: 'columns', weights: 'out-in' },
  { examples: 'columns', weights: 'in-out' },
  { examples: 'rows', weights: 'out-in' },
  { examples: 'rows', weights: 'in-out' },
];
const SIZE = { width: 740, height: 560 };
const numbersIn = (path: string) => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

describe.each(LAYOUTS)('a path in the layout $examples, $weights', (layout) => {
  const [scene] = scenesOf(networkOf([3, 4, 3], layout));
  const model = scene && networkModel(scene.graph);
  if (!scene || !model) throw new Error('This is a network.');
  const geometry = networkGeometry(model, SIZE);
  const at = (of: string, unit: number): PathStop =>
    layout.examples === 'columns' ? { of, row: unit, col: 0 } : { of, row: 0, col: unit };
  const weight: PathStop =
    layout.weights === 'out-in' ? { of: 'W1', row: 2, col: 1 } : { of: 'W1', row: 1, col: 2 };
  const stops = [weight, at('Z1', 2), at('A1', 2), at('Z2', 0), at('A2', 1)];
  const loss: PathStop = { of: model.loss.id, row: 0, col: 0 };
  const outputs = model.columns.at(-1)?.stages.map(({ id }) => id) ?? [];
  const drawnStops = [...stops.filter(({ of }) => of !== 'A2' || outputs.includes('A2')), loss];
  const slopes = drawnStops.slice(1).map((_, i) => i + 1);
  const marks = pathMarks({ scene, model, geometry }, { stops: drawnStops, slopes }, []);

  it('begins at the input of the weight and ends at the loss', () => {
    const lines = marks?.lines.map(numbersIn) ?? [];
    const input = geometry.columns[0]?.units[1];
    const hidden = geometry.columns[1]?.units[2];
    expect(lines[0]?.[1]).toBeCloseTo(input?.y ?? Number.NaN, 0);
    expect(lines[0]?.at(-1)).toBeCloseTo(hidden?.y ?? Number.NaN, 0);
    expect(lines[1]?.[1]).toBeCloseTo(hidden?.y ?? Number.NaN, 0);
    expect(lines.at(-1)?.at(-1)).toBeCloseTo(geometry.loss.y, 0);
  });

  it('has one local derivative a step, inside the panel', () => {
    const chips = marks?.chips.chips ?? [];
    expect(chips.map(({ text }) => text)).toEqual(slopes.map((s) => `× ${s}`));
    for (const { x, width } of chips) {
      expect(x - width / 2).toBeGreaterThanOrEqual(0);
      expect(x + width / 2).toBeLessThanOrEqual(SIZE.width);
    }
  });
});

describe('the local derivatives of a path', () => {
  const columns = { examples: 'columns', weights: 'out-in' } as const;
  const span = { first: 0, last: 3, loss: true };
  // As in a panel, and as for an audience: with large letters the columns are so near that no edge has room.
  const views = [
    [{ width: 740, height: 560 }, undefined],
    [{ width: 620, height: 360 }, undefined],
    [
      { width: 720, height: 460 },
      { span, letter: 20 },
    ],
    [
      { width: 680, height: 440 },
      { span, letter: 19 },
    ],
  ] as const;

  it.each(views)('cover no number, bias or one another at %o', (size, asked) => {
    const [scene] = scenesOf(networkOf([3, 4, 3, 2], columns));
    const model = scene && networkModel(scene.graph);
    if (!scene || !model) throw new Error('This is a network.');
    const geometry = networkGeometry(model, size, asked);
    const drawing = { scene, model, geometry };
    const { base } = networkMarks(drawing);
    const covered: string[] = [];
    for (let i = 0; i < 3 * 4 * 3 * 2; i++) {
      const [input, first] = [i % 3, Math.floor(i / 3) % 4];
      const [second, output] = [Math.floor(i / 12) % 3, Math.floor(i / 36) % 2];
      const at = (of: string, row: number) => ({ of, row, col: 0 });
      const stops = [
        { of: 'W1', row: first, col: input },
        ...[at('Z1', first), at('A1', first), at('Z2', second), at('A2', second)],
        ...[at('Z3', output), at('A3', output), at(model.loss.id, 0)],
      ];
      const slopes = stops.slice(1).map((_, k) => Math.sin(k + i) - 0.5);
      const chips = pathMarks(drawing, { stops, slopes }, base)?.chips.chips ?? [];
      expect(chips).toHaveLength(slopes.length);
      const others = [...textBoxes(base), ...chips];
      // Its rim may touch another.
      for (const chip of chips)
        if (others.some((other) => other !== chip && overlap(chip, other, -4)))
          covered.push(`path ${i}: ${chip.text}`);
    }
    expect(covered).toEqual([]);
  });
});
