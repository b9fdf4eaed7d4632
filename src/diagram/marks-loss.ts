import { entryName } from '../engine';
import { pathOf } from './curve';
import { bareSymbol, digits, firstThatFits, spellings, textWidth } from './format';
import type { UnitPlace } from './geometry';
import { type Chip, type ChipsMark, type LossMark, signOf } from './marks';
import { headLength } from './marks-flow';
import type { Drawing } from './marks-units';
import { unitCell } from './model';
import { numberAt } from './numbers';
import { stateOf } from './scene';
import { isGradientStepOf, preActivation } from './stages';

export function lossMark({ model, geometry, scene }: Drawing): LossMark | null {
  const { loss, metrics, span } = geometry;
  if (!span.loss) return null;
  const node = model.loss;
  const known = scene.isKnown(node.id) && scene.snapshot !== null;
  const value = known ? numberAt(scene.snapshot, 'value', node.id, [0, 0]) : undefined;
  const font = metrics.font * 1.15;
  const text = firstThatFits(spellings(value, scene.decimals), loss.width - 8, font, true);
  const output = geometry.columns.at(-1)?.units ?? [];
  const symbol = scene.symbol(node.id);
  return {
    kind: 'loss',
    key: 'loss',
    quantity: node.id,
    state: stateOf(scene, node.id),
    spoken: `${node.id}, loss: ${known ? digits(value, scene.decimals) : 'not computed yet'}`,
    palette: 'loss',
    known,
    box: loss,
    symbol: { key: 's', x: loss.x, y: loss.y - font * 0.62, text: symbol, font: metrics.font },
    value: { key: 'v', x: loss.x, y: loss.y + font * 0.58, text, font },
    wires: output.map(({ unit, x, y }) => ({
      key: String(unit),
      path: pathOf({ x0: x + metrics.rx, y0: y, x1: loss.x - loss.width / 2, y1: loss.y }),
    })),
  };
}

/** What the outputs ought to be for this example, beside them. */
export function targetMark(drawing: Drawing): ChipsMark | null {
  const { model, geometry, scene } = drawing;
  const { target } = model;
  const { metrics, loss, span } = geometry;
  if (!target || !scene.snapshot || !span.loss) return null;
  const symbol = bareSymbol(scene.symbol(target.id)).toLowerCase();
  const values: string[] = [];
  const chip = ({ unit, x, y }: UnitPlace): Chip => {
    const cell = unitCell(model.examples, unit, scene.example);
    const value = numberAt(scene.snapshot, 'value', target.id, cell);
    const left = x + metrics.rx + headLength(geometry) + 3;
    const room = loss.x - loss.width / 2 - left - 3;
    const bare = spellings(value, scene.decimals);
    values.push(bare[0] ?? '');
    const texts = [`${symbol} ${bare[0]}`, `${symbol} ${bare.at(-1)}`, ...bare];
    const text = firstThatFits(texts, room - 6, metrics.font);
    const width = textWidth(text, metrics.font) + 6;
    return {
      key: String(unit),
      text,
      entry: entryName(target.id, ...cell),
      x: left + width / 2,
      y,
      width,
      height: metrics.font + 4,
      font: metrics.font,
      sign: signOf(value),
    };
  };
  const chips = (geometry.columns.at(-1)?.units ?? []).map(chip);
  return {
    kind: 'chips',
    look: 'plain',
    key: 'target',
    quantity: target.id,
    state: stateOf(scene, target.id),
    focusable: true,
    spoken: `${target.id}, target: ${values.join(', ')}`,
    palette: 'none',
    chips,
  };
}

/** Why a unit sends nothing back, beside it, where the step is about it and there is room. */
export function deadUnitsMark(drawing: Drawing): ChipsMark | null {
  const { model, geometry, scene } = drawing;
  const { metrics } = geometry;
  const place = geometry.columns.find(
    ({ column }) =>
      column.activation === 'relu' &&
      (isGradientStepOf(column, scene) ||
        column.stages.some((n) => n.role === 'activation' && n.id === scene.step?.of)),
  );
  const z = place && preActivation(place.column);
  if (!place || !z) return null;
  const room = metrics.spacing - 2 * metrics.rx - 12;
  const height = metrics.font + 3;
  const chips = place.units.flatMap(({ unit, x, y }): Chip[] => {
    const cell = unitCell(model.examples, unit, scene.example);
    const value = numberAt(scene.snapshot, 'value', z.id, cell);
    if (value === undefined || value > 0) return [];
    const one = `ReLU is off (z ${digits(value, scene.decimals)})`;
    const two = ['ReLU is off', `z ${digits(value, scene.decimals)}`];
    const lines = textWidth(one, metrics.font) + 6 <= room ? [one] : two;
    const width = Math.max(...lines.map((line) => textWidth(line, metrics.font))) + 6;
    const isOutside = x - metrics.rx - 5 - width < 0;
    if (isOutside || width > room || lines.length * height > 2 * metrics.ry + 6) return [];
    return lines.map((text, i) => ({
      key: `${unit}-${i}`,
      text,
      entry: entryName(z.id, ...cell),
      x: x - metrics.rx - 5 - width / 2,
      y: y + (i - (lines.length - 1) / 2) * height,
      width,
      height,
      font: metrics.font,
      sign: 'zero',
    }));
  });
  return {
    kind: 'chips',
    look: 'note',
    key: 'dead-units',
    quantity: z.id,
    state: 'rest',
    focusable: false,
    spoken: '',
    palette: 'none',
    chips,
  };
}
