import { bareSymbol, firstThatFits, textWidth } from './format';
import type { ColumnPlace, NetworkGeometry } from './geometry';
import { headingLines } from './heading-places';
import type { Text } from './marks';
import { aspectOf } from './marks-edges';
import type { Drawing } from './marks-units';
import { type State, stateOf } from './scene';
import { ACTIVATION_NAMES, shownValue } from './stages';

export interface Heading extends Text {
  readonly tone: 'name' | 'detail' | 'symbol';
  /** The layer, or the weights, that the step is about. */
  readonly state: State;
  readonly quantity: string | null;
}

export interface Legend extends Text {
  readonly line: ReturnType<typeof keysOf>[number]['line'] | 'none';
}

/** Above each column its layer and what it shows; above each gap its weights. */
export function headings(drawing: Drawing): readonly Heading[] {
  const { geometry, scene } = drawing;
  const { metrics } = geometry;
  const { font, spacing } = metrics;
  const [first, second] = headingLines(metrics);
  const nameFont = metrics.twoLines ? font * 1.1 : font;

  const columns = geometry.columns.flatMap(({ column, x }): Heading[] => {
    const node = shownValue(column, scene);
    const symbol = node.named ? scene.symbol(node.id) : '';
    const activation = ACTIVATION_NAMES[column.activation];
    const isActive = node.role === 'activation' && activation !== undefined;
    const state: State = scene.step?.layer === column.layer && column.layer > 0 ? 'writes' : 'rest';
    const base = { x, state, quantity: null };
    // At the edges of the drawing there is less.
    const edge = 2 * Math.min(x, metrics.width - x) - 4;
    const room = Math.min(spacing - (column.weights ? 26 : 20), edge);
    if (!metrics.twoLines) {
      const what = isActive ? activation : symbol;
      const short = column.name.replace('hidden ', 'h');
      const texts = [`${column.name} · ${what}`, column.name, short];
      const text = firstThatFits(texts, room, nameFont, true);
      return [{ ...base, key: `n${column.layer}`, y: first, text, font: nameFont, tone: 'name' }];
    }
    const details = isActive ? [`${symbol} · ${activation}`, symbol] : [symbol];
    const detail = firstThatFits(details, room, font);
    return [
      {
        ...base,
        key: `n${column.layer}`,
        y: first,
        text: column.name,
        font: nameFont,
        tone: 'name',
      },
      { ...base, key: `d${column.layer}`, y: second, text: detail, font, tone: 'detail' },
    ];
  });

  const gaps = geometry.columns.flatMap(({ column, x }): Heading[] => {
    if (!column.weights || x === geometry.columns[0]?.x) return [];
    const { quantity } = aspectOf(column.weights.node, scene);
    const state = stateOf(scene, quantity, column.weights.node.id);
    const { aspect } = aspectOf(column.weights.node, scene);
    const symbol = scene.symbol(aspect === 'updated' ? column.weights.node.id : quantity);
    const texts = aspect === 'updated' ? [`${symbol} new`] : [symbol, bareSymbol(symbol)];
    // What the two headings beside it leave free.
    const beside = columns.filter(
      (each) => each.y === second && Math.abs(each.x - x + spacing / 2) < spacing,
    );
    const taken = beside.map((each) => textWidth(each.text, each.font, true) / 2);
    const room = 2 * (spacing / 2 - Math.max(0, ...taken)) - 8;
    const text = firstThatFits([...texts, symbol.replace(/^∂.*∂/u, ''), ''], room, font, true);
    return [
      {
        key: `w${column.layer}`,
        x: x - spacing / 2,
        y: second,
        text,
        font,
        tone: 'symbol',
        state,
        quantity,
      },
    ];
  });

  const loss: Heading = {
    key: 'loss',
    x: geometry.loss.x,
    y: first,
    text: 'loss',
    font: nameFont,
    tone: 'name',
    state: scene.step?.phase === 'loss' ? 'writes' : 'rest',
    quantity: null,
  };
  return [...columns, ...gaps, ...(geometry.span.loss ? [loss] : [])];
}

const VALUES = [
  { line: 'positive', texts: ['weight or value > 0', 'weight > 0', 'w > 0'] },
  { line: 'negative', texts: ['weight or value < 0', 'weight < 0', 'w < 0'] },
] as const;
const FLOWS = [
  { line: 'flow', texts: ['gradient > 0, flows back', 'gradient > 0', '∂ > 0'] },
  { line: 'flow-negative', texts: ['gradient < 0', 'gradient < 0', '∂ < 0'] },
] as const;
/** At a step whose edges bear the gradient of their own weights, which does not flow on. */
const GRADIENTS = [
  { line: 'gradient', texts: ['gradient of a weight > 0', 'gradient > 0', '∂ > 0'] },
  { line: 'gradient-negative', texts: ['gradient < 0', 'gradient < 0', '∂ < 0'] },
] as const;

/** The first two are values, the others gradients; each is told by a colour and by its line. */
function keysOf({ model, scene: { step } }: Drawing) {
  const isOfWeights =
    step?.aspect === 'gradient' &&
    model.columns.some(({ weights }) => weights?.node.id === step.of);
  return [...VALUES, ...(isOfWeights ? GRADIENTS : FLOWS)];
}
/** Length of a sample line, and the room around it. */
export const SAMPLE = 26;
const BESIDE = 6;
const APART = 16;
/** Where the numbers of edges that have no room for them are. */
const HIDDEN = [
  'numbers left out: point at an edge, or tap it',
  'numbers left out: tap an edge',
  'tap an edge',
];

/** Room for the legend at the lower edge: a row of its own, or what is free right of the columns that reach down to it. */
function legendRoom({
  columns,
  loss,
  metrics,
}: NetworkGeometry): { left: number; y: number } | null {
  const { footer, height, rx, ry, biasHeight, font } = metrics;
  if (footer >= 15) return { left: APART, y: height - footer * 0.42 };
  const y = height - font * 0.6;
  const top = y - font;
  const isLow = ({ units }: ColumnPlace) => units.some((unit) => unit.y + ry + biasHeight > top);
  const next = columns[columns.findLastIndex(isLow) + 1];
  // Edges of a low unit rise to the next column.
  return next && loss.y + loss.height / 2 < top ? { left: next.x - rx, y } : null;
}

/** What the lines mean, along the lower edge; with `hidden`, where the numbers that are not drawn are. */
export function legend(drawing: Drawing, hidden: boolean): readonly Legend[] {
  const { geometry, scene } = drawing;
  const shown = keysOf(drawing);
  const room = legendRoom(geometry);
  if (!room) return [];
  const { font, width } = geometry.metrics;
  const { left, y } = room;
  const widthOf = (text: string) => SAMPLE + BESIDE + textWidth(text, font) + APART;
  const notes = hidden && !scene.legible ? HIDDEN : [];
  const rows = [...[0, 1, 2].map((way) => shown.map(({ texts }) => texts[way] ?? '')), []];
  const ways = rows.flatMap((row) => {
    const start = width - row.reduce((sum, text) => sum + widthOf(text), 0);
    const note = notes.find((text) => left + textWidth(text, font) + APART <= start);
    return start >= left ? [{ row, start, note }] : [];
  });
  const best = ways.find(({ row, note }) => note && row.length > 0) ?? ways[0];
  if (!best) return [];
  const { row, start, note } = best;
  let right = start;
  const keys = shown.slice(0, row.length).map(({ line }, i): Legend => {
    const text = row[i] ?? '';
    const x = right;
    right += widthOf(text);
    return { key: line, x, y, text, line, font };
  });
  return note ? [{ key: 'note', x: left, y, text: note, line: 'none', font }, ...keys] : keys;
}
