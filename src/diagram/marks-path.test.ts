import { describe, expect, it } from 'vitest';
import { networkGeometry } from './geometry';
import { pathMarks } from './marks-path';
import { networkModel } from './model';
import type { PathStop } from './scene';
import { type Layout, networkOf, scenesOf } from './scene.testing';

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
  const marks = pathMarks({ scene, model, geometry }, { stops: drawnStops, slopes });

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
