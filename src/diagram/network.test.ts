import { expect, test } from 'vitest';
import { LIBRARY, loadLibraryProblem, type Problem } from '../problem';
import { overlap } from './curve';
import { clashesOf, drawnAt, modelOf } from './drawn.testing';
import { textWidth } from './format';
import { MOST_EDGES, networkGeometry, type Size } from './geometry';
import type { Scene } from './scene';
import { type Layout, networkOf, scenesOf } from './scene.testing';

const PANELS: readonly Size[] = [
  { width: 740, height: 560 },
  { width: 620, height: 360 },
  { width: 750, height: 355 },
  { width: 390, height: 360 },
  { width: 1500, height: 900 },
];
const SIZES = [
  [1, 1],
  [3, 1],
  [2, 3, 1],
  [2, 3, 2, 1],
  [3, 4, 3, 2],
  [5, 7, 4, 3],
];
const LAYOUTS: readonly Layout[] = [
  { examples: 'columns', weights: 'out-in' },
  { examples: 'columns', weights: 'in-out' },
  { examples: 'rows', weights: 'out-in' },
  { examples: 'rows', weights: 'in-out' },
];

async function libraryNetworks(): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { id } of LIBRARY) {
    const read = await loadLibraryProblem(id);
    if (!read.ok) throw new Error(read.fault.error);
    if (read.value.kind === 'network') problems.push(read.value);
  }
  return problems;
}

/** Every step of every problem, in every panel. */
function eachScene(problems: readonly Problem[], look: (scene: Scene, size: Size) => void) {
  for (const problem of problems)
    for (const size of PANELS) for (const scene of scenesOf(problem)) look(scene, size);
}

test('no two texts overlap at any step of any network, in any panel', async () => {
  const problems = [...(await libraryNetworks()), ...SIZES.map((sizes) => networkOf(sizes))];
  expect(problems.length).toBeGreaterThan(SIZES.length + 10);
  eachScene(problems, (scene, size) => {
    const { chips, bodies, keys } = drawnAt(scene, size);
    expect(chips.length + bodies.length).toBeGreaterThan(3);
    const where = `${scene.step?.id} at ${size.width}×${size.height}`;
    expect([where, ...clashesOf([...chips, ...bodies, ...keys])]).toEqual([where]);
  });
});

test('the legend, and where numbers are that were left out, has room beside columns that reach down', () => {
  const size = { width: 740, height: 350 };
  for (const scene of scenesOf(networkOf([5, 7, 4, 3]))) {
    const { geometry, keys } = drawnAt(scene, size);
    expect(geometry.metrics.footer).toBeLessThan(15);
    expect(keys.map(({ name }) => name)).toContain('legend note');
    expect(keys).toHaveLength(5);
    for (const { x, width } of keys) expect(x + width / 2).toBeLessThanOrEqual(size.width);
  }
});

test('beside the formula of one entry only its own weights, gradients and biases have numbers', () => {
  const scenes = scenesOf(networkOf([3, 4, 3, 2]));
  const size = { width: 740, height: 560 };
  const entriesAt = (step: string, about: readonly string[]) => {
    const scene = scenes.find((each) => each.step?.id === step);
    if (!scene) throw new Error(step);
    const { chips, marks } = drawnAt({ ...scene, about: new Set(about) }, size);
    const units = marks.flow.heads.map(({ key }) => Number(key));
    const entries = chips.flatMap(({ entry }) => entry ?? []).toSorted();
    return { entries: entries.filter((entry) => !entry.startsWith('Y')), units };
  };
  const row = ['W1[1,0]', 'W1[1,1]', 'W1[1,2]', 'b1[1,0]'];
  expect(entriesAt('forward:Z1', ['Z1[1,0]', ...row]).entries).toEqual(row);
  const back = ['W3[0,2]', 'W3[1,2]', 'dA2[2,0]', 'delta3[0,0]', 'delta3[1,0]'];
  const seen = entriesAt('backward:A2', back);
  expect(seen.entries).toEqual(back);
  expect(seen.units).toEqual([2]);
});

test('numbers of edges are so far apart that each is seen to belong to its own, or are left out', async () => {
  const roomy: readonly Size[] = [
    { width: 740, height: 560 },
    { width: 751, height: 400 },
  ];
  const networks = [...(await libraryNetworks()), networkOf([2, 4, 2, 1]), networkOf([3, 4, 3, 2])];
  for (const problem of networks)
    for (const size of roomy)
      for (const scene of scenesOf(problem)) {
        const { labels, bodies } = drawnAt(scene, size);
        const boxes = labels.flatMap(({ chips, key }) =>
          chips.map((chip) => ({ ...chip, name: `${key} ${chip.key} ${chip.text}` })),
        );
        const apart = boxes.flatMap((a, i) =>
          boxes
            .slice(0, i)
            .filter((b) => overlap(a, b, 2.5))
            .map((b) => `${a.name} / ${b.name}`),
        );
        const where = `${problem.title} ${scene.step?.id} at ${size.width}×${size.height}`;
        expect([where, ...apart]).toEqual([where]);
        const on = boxes.flatMap((a) => bodies.filter((b) => overlap(a, b)).map((b) => b.name));
        expect([where, ...on]).toEqual([where]);
      }
});

test('every text lies within the panel, and every number within its unit', () => {
  eachScene(
    SIZES.map((sizes) => networkOf(sizes)),
    (scene, size) => {
      const { chips, bodies } = drawnAt(scene, size);
      for (const box of [...chips, ...bodies]) {
        expect(box.x - box.width / 2, box.name).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width / 2, box.name).toBeLessThanOrEqual(size.width);
        expect(box.y - box.height / 2, box.name).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height / 2, box.name).toBeLessThanOrEqual(size.height);
      }
      for (const { text, font, width, name } of bodies)
        expect(textWidth(text, font, true), `${name} ${text}`).toBeLessThan(width - 2);
    },
  );
});

test.each(LAYOUTS)(
  'each weight has one edge, bound to its own cell ($examples, $weights)',
  (layout) => {
    const sizes = [3, 4, 2];
    const [scene] = scenesOf(networkOf(sizes, layout));
    const [reference] = scenesOf(networkOf(sizes));
    if (!scene || !reference) throw new Error('no step');
    const numberIn = ({ snapshot }: Scene, entry: string) => {
      const [, id = '', row, col] = /^(\w+)\[(\d+),(\d+)\]$/.exec(entry) ?? [];
      const slot = snapshot?.layout.value.get(id);
      return slot && snapshot?.memory[slot.offset + Number(row) * slot.shape[1] + Number(col)];
    };
    const size = { width: 740, height: 560 };
    const { marks, bodies } = drawnAt(scene, size);
    const edges = marks.base.flatMap((mark) => (mark.kind === 'edges' ? mark.edges : []));
    expect(new Set(edges.map(({ entry }) => entry)).size).toBe(3 * 4 + 4 * 2);
    // Out-in and columns is the layout that the numbers were written in: unit, then input.
    const edgesByLayer = marks.base.flatMap((mark) => (mark.kind === 'edges' ? [mark] : []));
    for (const { quantity, edges: own } of edgesByLayer)
      for (const { key, entry, sign } of own) {
        const [unit, input] = key.split('-');
        const expected = numberIn(reference, `${quantity}[${unit},${input}]`);
        expect(expected).toBeDefined();
        expect(numberIn(scene, entry)).toBe(expected);
        expect(sign).toBe((expected ?? 0) < 0 ? 'negative' : 'positive');
      }
    const reading = (each: Scene) => drawnAt(each, size).bodies.map(({ text }) => text);
    expect(bodies.map(({ text }) => text)).toEqual(reading(reference));
    const biases = (each: Scene) =>
      drawnAt(each, size).chips.flatMap(({ name, text }) =>
        name.startsWith('bias') ? [text] : [],
      );
    expect(biases(scene)).toEqual(biases(reference));
  },
);

test.each([[[64, 32, 16, 10]], [[784, 128, 64, 10]], [[13, 20, 3]]])(
  'wide layers fold to their first units and the last: %j',
  (sizes) => {
    const [scene] = scenesOf(networkOf(sizes, LAYOUTS[0], 1));
    if (!scene) throw new Error('no step');
    for (const size of PANELS) {
      const { columns, edges } = networkGeometry(modelOf(scene), size);
      expect(edges.flat().length).toBeLessThanOrEqual(MOST_EDGES);
      for (const { column, units, gaps } of columns) {
        expect(units[0]?.unit).toBe(0);
        expect(units.at(-1)?.unit).toBe(column.units - 1);
        const left = gaps.reduce((sum, { first, last }) => sum + last - first + 1, 0);
        expect(units.length + left).toBe(column.units);
      }
    }
  },
);

test('with every number, 5-7-4-3 is drawn in full in all panels', () => {
  const [scene] = scenesOf(networkOf([5, 7, 4, 3]));
  if (!scene) throw new Error('no step');
  for (const size of PANELS)
    expect(networkGeometry(modelOf(scene), size).edges.flat().length).toBe(75);
});

test('the weights of a step are written out where a panel has room for them', () => {
  const large = { width: 740, height: 560 };
  for (const scene of scenesOf(networkOf([3, 4, 3, 2]))) {
    const { labels } = drawnAt(scene, large);
    const reads = scene.step?.reads.filter((id) => id.startsWith('W')) ?? [];
    expect(labels.length, scene.step?.id).toBeGreaterThanOrEqual(Math.min(1, reads.length));
  }
});
