import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookedUnits, type Slot, slotsFor } from './fold';
import { networkGeometry } from './geometry';
import { networkModel } from './model';
import { networkOf, scenesOf } from './scene.testing';

/** Every unit that a row of slots stands for, drawn or left out. */
const unitsIn = (slots: readonly Slot[]) =>
  slots.flatMap((slot) =>
    typeof slot === 'number'
      ? [slot]
      : Array.from({ length: slot.last - slot.first + 1 }, (_, i) => slot.first + i),
  );

describe('a folded column', () => {
  it('draws the unit that is looked at, and accounts for each other one once, in order', () => {
    const wide = fc.record({
      units: fc.integer({ min: 1, max: 40 }),
      slots: fc.integer({ min: 3, max: 12 }),
      at: fc.nat(39),
    });
    fc.assert(
      fc.property(wide, ({ units, slots, at }) => {
        const looked = Math.min(at, units - 1);
        const found = slotsFor(units, slots, looked);
        expect(found).toContain(looked);
        expect(found.length).toBeLessThanOrEqual(slots);
        expect(unitsIn(found)).toEqual(Array.from({ length: units }, (_, i) => i));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('shows neighbours on both sides where there is room', () => {
    expect(slotsFor(16, 7, 8)).toEqual([
      { first: 0, last: 6 },
      7,
      8,
      9,
      10,
      { first: 11, last: 14 },
      15,
    ]);
    expect(slotsFor(16, 6)).toEqual([0, 1, 2, 3, { first: 4, last: 14 }, 15]);
  });

  it('keeps every place where it is: only what stands there changes', () => {
    const [scene] = scenesOf(networkOf([16, 16, 16, 10]));
    const model = scene && networkModel(scene.graph);
    if (!model) throw new Error('No network.');
    const size = { width: 740, height: 560 };
    const closed = networkGeometry(model, size);
    const open = networkGeometry(model, size, undefined, lookedUnits(model, ['W2[8,11]']));
    const [, hidden, second] = open.columns;
    expect(hidden?.units.map(({ unit }) => unit)).toContain(11);
    expect(second?.units.map(({ unit }) => unit)).toContain(8);
    expect(open.metrics).toEqual(closed.metrics);
    const places = (at: typeof open) =>
      at.columns.map(({ units, gaps }) => [...units, ...gaps].map(({ y }) => y).toSorted());
    expect(places(open)).toEqual(places(closed));
  });
});

it('an entry belongs to its unit, a weight to both its ends, in either layout', () => {
  for (const examples of ['columns', 'rows'] as const)
    for (const weights of ['out-in', 'in-out'] as const) {
      const [scene] = scenesOf(networkOf([5, 7, 4, 3], { examples, weights }));
      const model = scene && networkModel(scene.graph);
      if (!model) throw new Error('No network.');
      const cell = (id: string, r: number, c: number, turned: boolean) =>
        turned ? `${id}[${c},${r}]` : `${id}[${r},${c}]`;
      const [byRow, turned] = [examples === 'rows', weights === 'in-out'];
      const looked = (...entries: string[]) => [...lookedUnits(model, entries)];
      expect(looked(cell('A1', 6, 2, byRow))).toEqual([[1, 6]]);
      expect(looked(cell('delta2', 3, 0, byRow), cell('X', 4, 1, byRow))).toEqual([
        [2, 3],
        [0, 4],
      ]);
      expect(looked(cell('dW2', 1, 5, turned))).toEqual([
        [2, 1],
        [1, 5],
      ]);
      expect(looked(cell('b1', 4, 0, byRow), cell('b1', 6, 0, byRow))).toEqual([[1, 6]]);
      expect(looked('J[0,0]', 'nothing')).toEqual([]);
    }
});
