import { type Aspect, entryName } from '../engine';
import { type Box, overlap, pointOn } from './curve';
import { changed, digits, textWidth } from './format';
import type { ColumnPlace, Edge } from './geometry';
import { placeLabels, ROOMY, TIGHT } from './labels';
import { type Chip, type ChipsMark, signOf } from './marks';
import { aspectOf } from './marks-edges';
import { overhang, PALETTE_OF } from './marks-near';
import type { Drawing } from './marks-units';
import { type Weights, weightCell } from './model';
import { numberAt } from './numbers';
import { isSpokenOf, stateOf } from './scene';

/** What labels must leave free: tags and biases of the units at both ends. */
function obstaclesOf({ geometry }: Drawing, edges: readonly Edge[]): readonly Box[] {
  const { metrics } = geometry;
  const places = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const width = 2 * (metrics.rx + overhang(geometry));
  return [...places].flatMap(({ x, y }) => [
    { x, y: y - metrics.ry - metrics.tagHeight / 2, width, height: metrics.tagHeight },
    { x, y: y + metrics.ry + metrics.biasHeight / 2, width, height: metrics.biasHeight },
  ]);
}

type Spell = (value: number | undefined, old: number | undefined, decimals: number) => string;

const plain =
  (most: number): Spell =>
  (value, _, decimals) =>
    digits(value, Math.min(most, decimals));

/** From the fullest way to write a weight to the shortest that still says something. */
const SPELLINGS: Readonly<Record<Aspect, readonly Spell[]>> = {
  value: [plain(8), plain(3), plain(2), plain(1)],
  gradient: [plain(8), plain(3), plain(2), plain(1)],
  updated: [
    (v, old, n) => `${digits(old, n)} → ${changed(v, old, n)}`,
    (v, old, n) => `→ ${changed(v, old, n)}`,
    (v, old, n) => changed(v, old, n),
    plain(3),
    plain(2),
  ],
};

/** Places are kept for widths in steps, so that labels stay where they are while numbers change. */
const WIDTH_STEP = 4;
/** The last resort before numbers wait for the pointer. */
const SMALL_FONT = 10;
/** What a label's ground adds to the size of its letters. */
const GROUND = 3.5;
const PADDING = 6;

interface Placing {
  /** The step at which it was found, none if before, and how often it was sought since then. */
  readonly stepId: string | undefined;
  readonly searches: number;
  readonly widths: readonly number[];
  readonly boxes: readonly (Box | null)[];
}

/** Places are dear to find. The cache hangs on the edges of one geometry and goes with them. */
const placings = new WeakMap<readonly Edge[], Map<string, Placing>>();

const total = (widths: readonly number[]) => widths.reduce((a, b) => a + b, 0);

/** Whether labels of other widths can stay where they are: the eye follows a number better than a place. */
function isUsable({ widths, boxes }: Placing, needed: readonly number[]): boolean {
  // There was no room; there may be for numbers that have become much shorter.
  if (boxes.includes(null)) return total(needed) > 0.9 * total(widths);
  if (needed.every((width, i) => width <= (widths[i] ?? 0))) return true;
  const now = boxes.flatMap((box, i) => (box ? { ...box, width: needed[i] ?? box.width } : []));
  return !now.some((box, i) => now.slice(0, i).some((other) => overlap(box, other)));
}

function placesFor(
  drawing: Drawing,
  edges: readonly Edge[],
  cache: Map<string, Placing>,
  key: string,
  needed: readonly number[],
  height: number,
  margins: readonly number[],
): readonly (Box | null)[] {
  const kept = cache.get(key);
  if (kept && isUsable(kept, needed)) return kept.boxes;
  const stepId = drawing.isAhead ? undefined : drawing.scene.step?.id;
  const again = stepId !== undefined && kept?.stepId === stepId ? kept : undefined;
  // In training the numbers change with every frame, so the search must come to an end: the second time each
  // label gets the room of the widest, and there is no third.
  if (again && again.searches > 1) return edges.map(() => null);
  const widest = Math.max(...needed, ...(again?.widths ?? []));
  const widths = needed.map((width) => {
    return Math.ceil((again ? widest : width) / WIDTH_STEP) * WIDTH_STEP;
  });
  const labels = edges.map(({ curve }, i) => ({ curve, width: widths[i] ?? 0 }));
  const boxes = placeLabels(labels, height, obstaclesOf(drawing, edges), margins);
  cache.set(key, { stepId, searches: (again?.searches ?? 0) + 1, widths, boxes });
  return boxes;
}

export interface Labels {
  readonly mark: ChipsMark;
  /** There is no room for all, or only side by side: shown only on hover and focus. */
  readonly crowded: boolean;
}

interface EdgeNumber {
  readonly entry: string;
  readonly value: number | undefined;
  readonly old: number | undefined;
}

function numberOn({ from, to }: Edge, weights: Weights, drawing: Drawing): EdgeNumber {
  const { snapshot } = drawing.scene;
  const { id } = weights.node;
  const { aspect, quantity } = aspectOf(weights.node, drawing.scene);
  const cell = weightCell(weights, to.unit, from.unit);
  return {
    entry: entryName(quantity, ...cell),
    value: numberAt(snapshot, aspect, id, cell),
    old: numberAt(snapshot, 'value', id, cell),
  };
}

function chipOn(edge: Edge, box: Box, text: string, number: EdgeNumber): Chip {
  return {
    ...box,
    key: `${edge.to.unit}-${edge.from.unit}`,
    text,
    font: box.height - GROUND,
    sign: signOf(number.value),
    entry: number.entry,
  };
}

function markOf(drawing: Drawing, place: ColumnPlace, weights: Weights, chips: readonly Chip[]) {
  const { aspect, quantity } = aspectOf(weights.node, drawing.scene);
  const mark: ChipsMark = {
    kind: 'chips',
    look: 'label',
    key: `labels-${place.column.layer}`,
    quantity,
    state: stateOf(drawing.scene, quantity, weights.node.id),
    focusable: false,
    spoken: '',
    palette: aspect === 'value' ? 'forward' : PALETTE_OF[aspect],
    chips,
  };
  return mark;
}

/** A number on each edge that is spoken of; where they were asked for, side by side if need be. */
export function labelsMark(
  drawing: Drawing,
  place: ColumnPlace,
  all: readonly Edge[],
  isAsked: boolean,
): Labels | null {
  const { scene, geometry } = drawing;
  const { weights } = place.column;
  if (!weights || !scene.snapshot) return null;
  const { aspect, quantity } = aspectOf(weights.node, scene);
  if (!scene.isKnown(quantity)) return null;
  const isAbout = (edge: Edge) => isSpokenOf(scene, numberOn(edge, weights, drawing).entry);
  const edges = all.filter(isAbout);
  if (edges.length === 0) return null;
  const numbers = edges.map((edge) => numberOn(edge, weights, drawing));
  const cache = placings.get(all) ?? new Map<string, Placing>();
  placings.set(all, cache);
  const which = scene.about ? numbers.map(({ entry }) => entry).join() : '';
  const { font: normal } = geometry.metrics;
  const isBold = aspect !== 'value';
  const spells = SPELLINGS[aspect];
  const ways = [
    ...spells.map((spell) => ({ spell, font: normal })),
    { spell: plain(2), font: Math.max(SMALL_FONT, geometry.metrics.smallest) },
  ];
  // Fewer digits rather than labels side by side: the number in full is under the pointer.
  const attempts = [
    ...ways.map((way) => ({ ...way, margins: ROOMY })),
    ...(isAsked ? ways.map((way) => ({ ...way, margins: TIGHT })) : []),
  ].map(({ spell, font, margins }, way) => () => {
    const texts = numbers.map(({ value, old }) => spell(value, old, scene.decimals));
    const needed = texts.map((text) => textWidth(text, font, isBold) + PADDING);
    const key = `${aspect} ${way} ${which}`;
    const boxes = placesFor(drawing, edges, cache, key, needed, font + GROUND, margins);
    const isShort = boxes.includes(null);
    return { texts, font, boxes, isShort, crowded: isShort || margins === TIGHT };
  });
  let found = attempts[0]?.();
  for (const attempt of attempts.slice(1)) if (found?.isShort) found = attempt();
  if (!found) return null;
  const { texts, font, boxes, crowded } = found;
  const chips = edges.flatMap((edge, i): Chip[] => {
    const box = boxes[i];
    const number = numbers[i];
    const text = texts[i] ?? '';
    if (!box || !number) return [];
    return [chipOn(edge, { ...box, width: textWidth(text, font, isBold) + PADDING }, text, number)];
  });
  return { crowded, mark: markOf(drawing, place, weights, chips) };
}

/** The number in full of the one edge that the pointer is on, in the place of its label if it has one. */
export function tipMark(
  drawing: Drawing,
  entry: string,
  label: Chip | undefined,
): ChipsMark | null {
  const { geometry, scene } = drawing;
  for (const [i, place] of geometry.columns.entries()) {
    const { weights } = place.column;
    if (!weights || !scene.snapshot) continue;
    for (const edge of geometry.edges[i] ?? []) {
      const number = numberOn(edge, weights, drawing);
      if (number.entry !== entry) continue;
      const { aspect, quantity } = aspectOf(weights.node, scene);
      const symbol = scene.symbol(quantity);
      const text = `${symbol} ${SPELLINGS[aspect][0]?.(number.value, number.old, scene.decimals) ?? ''}`;
      const { font } = geometry.metrics;
      const size = { width: textWidth(text, font) + 10, height: font + GROUND };
      const chip = chipOn(edge, { ...(label ?? pointOn(edge.curve, 0.5)), ...size }, text, number);
      return { ...markOf(drawing, place, weights, [chip]), key: 'tip', look: 'tip' };
    }
  }
  return null;
}
