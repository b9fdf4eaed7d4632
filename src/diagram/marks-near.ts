import { type Aspect, entryName } from '../engine';
import { bareSymbol, changed, digits, firstThatFitsAll, spellings, textWidth } from './format';
import type { ColumnPlace, NetworkGeometry, UnitPlace } from './geometry';
import { type Chip, type ChipsMark, type Palette, signOf } from './marks';
import { type Drawing, spokenLayer } from './marks-units';
import { biasCell, unitCell } from './model';
import { numberAt } from './numbers';
import { isSpokenOf, stateOf } from './scene';
import { shownGradient } from './stages';

export const PALETTE_OF: Readonly<Record<Aspect, Palette>> = {
  value: 'none',
  gradient: 'backward',
  updated: 'update',
};

/** How far a tag or bias may stand out beyond its unit. */
export function overhang({ metrics }: NetworkGeometry): number {
  return Math.max(12, (metrics.spacing - 2 * metrics.rx) * 0.16);
}

/** How wide what stands above or below a unit may be; at the edge of the drawing there is less room. */
function widest(geometry: NetworkGeometry, x: number): number {
  const { rx, width } = geometry.metrics;
  return Math.min(2 * (rx + overhang(geometry)), 2 * Math.min(x, width - x) - 2);
}

/** With what leads the number where there is room for it. */
function withSymbol(lead: string, numbers: readonly string[]): readonly string[] {
  return [...numbers.slice(0, 2).map((number) => `${lead} ${number}`), ...numbers];
}

/** The gradient at each unit, above it. */
export function tagsMark(drawing: Drawing, place: ColumnPlace): ChipsMark | null {
  const { model, geometry, scene } = drawing;
  const node = shownGradient(place.column, scene);
  if (!node || !scene.isKnown(node.gradientId)) return null;
  const { metrics } = geometry;
  const state = stateOf(scene, node.gradientId);
  const symbol = bareSymbol(scene.symbol(node.gradientId));
  const most = widest(geometry, place.x);
  const height = metrics.tagHeight - 2;
  const cellOf = ({ unit }: UnitPlace) => unitCell(model.examples, unit, scene.example);
  const units = place.units.filter((unit) =>
    isSpokenOf(scene, entryName(node.gradientId, ...cellOf(unit))),
  );
  if (units.length === 0) return null;
  const numbers = units.map((unit) => {
    const cell = cellOf(unit);
    return { cell, value: numberAt(scene.snapshot, 'gradient', node.id, cell) };
  });
  const texts = firstThatFitsAll(
    numbers.map(({ value }) => withSymbol(symbol, spellings(value, scene.decimals))),
    most - 6,
    metrics.font,
    true,
  );
  const chip = ({ unit, x, y }: UnitPlace, i: number): Chip => {
    const { cell, value } = numbers[i] as (typeof numbers)[number];
    const text = texts[i] ?? '';
    return {
      key: String(unit),
      text,
      entry: entryName(node.gradientId, ...cell),
      x,
      y: y - metrics.ry - metrics.tagHeight / 2 - (state === 'rest' ? 0.5 : 1),
      width: Math.max(2 * metrics.rx, textWidth(text, metrics.font, true) + 6),
      height,
      font: metrics.font,
      sign: signOf(value),
    };
  };
  const chips = units.map(chip);
  return {
    kind: 'chips',
    look: 'tag',
    key: `tags-${place.column.layer}`,
    quantity: node.gradientId,
    state,
    focusable: true,
    spoken: `${node.gradientId}, gradient at ${spokenLayer(place.column)}: ${chips.map(({ text }) => text.replace(`${symbol} `, '')).join(', ')}`,
    palette: 'backward',
    chips,
  };
}

/** The bias under each unit; its gradient, or old and new, where the step is about that. */
export function biasMark(drawing: Drawing, place: ColumnPlace): ChipsMark | null {
  const { geometry, scene } = drawing;
  const { bias } = place.column;
  if (!bias || !scene.snapshot) return null;
  const { metrics } = geometry;
  const { step } = scene;
  const aspect = step?.of === bias.id ? step.aspect : 'value';
  const quantity = aspect === 'value' || !step ? bias.id : step.writes;
  const state = stateOf(scene, bias.id, quantity);
  const isBold = state === 'writes';
  const symbol = bareSymbol(scene.symbol(aspect === 'gradient' ? bias.gradientId : bias.id));
  const most = widest(geometry, place.x);
  const units = place.units.filter(({ unit }) =>
    isSpokenOf(scene, entryName(quantity, ...biasCell(bias, unit))),
  );
  if (units.length === 0) return null;
  const numbers = units.map(({ unit }) => {
    const cell = biasCell(bias, unit);
    const old = numberAt(scene.snapshot, 'value', bias.id, cell);
    return { cell, old, value: numberAt(scene.snapshot, aspect, bias.id, cell) };
  });
  const texts = firstThatFitsAll(
    numbers.map(({ value, old }) =>
      aspect === 'updated'
        ? withSymbol(`${digits(old, scene.decimals)} →`, [
            changed(value, old, scene.decimals),
            ...spellings(value, scene.decimals),
          ])
        : withSymbol(symbol, spellings(value, scene.decimals)),
    ),
    most,
    metrics.font,
    isBold,
  );
  const chip = ({ unit, x, y }: UnitPlace, i: number): Chip => {
    const { cell, value } = numbers[i] as (typeof numbers)[number];
    const text = texts[i] ?? '';
    return {
      key: String(unit),
      text,
      entry: entryName(quantity, ...cell),
      x,
      y: y + metrics.ry + metrics.biasHeight / 2 + 1,
      width: textWidth(text, metrics.font, isBold) + 6,
      height: metrics.biasHeight,
      font: metrics.font,
      sign: signOf(value),
    };
  };
  const chips = units.map(chip);
  return {
    kind: 'chips',
    look: 'plain',
    key: `bias-${place.column.layer}`,
    quantity,
    state,
    focusable: true,
    spoken: `${quantity}, bias of ${spokenLayer(place.column)}: ${chips.map(({ text }) => text.replace(`${symbol} `, '')).join(', ')}`,
    palette: PALETTE_OF[aspect],
    chips,
  };
}
