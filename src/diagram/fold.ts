import { placeOf } from '../engine';
import type { NetworkModel } from './model';

/** Units that are left out, from `first` to `last`. */
export interface Gap {
  readonly first: number;
  readonly last: number;
}

export type Slot = number | Gap;

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/**
 * What stands in each of a column's slots: its first units and the last one, or, around a unit that is looked at and
 * would be left out, that unit and its neighbours.
 */
export function slotsFor(units: number, slots: number, looked = 0): readonly Slot[] {
  const last = units - 1;
  if (units <= slots) return range(0, units);
  if (slots < 3) return [Math.min(looked, last), ...(slots === 2 ? [rest(looked, last)] : [])];
  const few = slots - 2;
  // Of three slots one is left: the one before the gap, else the one between two.
  if (looked < few) return [...range(0, few), { first: few, last: last - 1 }, last];
  if (looked >= last - few) {
    return slots === 3 && looked === last
      ? [0, { first: 1, last: last - 1 }, last]
      : [{ first: 0, last: last - few - 1 }, ...range(last - few, units)];
  }
  const middle = Math.max(1, slots - 3);
  const from = Math.min(looked - Math.floor((middle - 1) / 2), last - 1 - middle);
  const to = from + middle;
  const end: readonly Slot[] =
    slots === 3 ? [{ first: to, last }] : [{ first: to, last: last - 1 }, last];
  return [{ first: 0, last: from - 1 }, ...range(from, to), ...end];
}

/** All but the one that is drawn, at the end of a column that has room for one. */
const rest = (looked: number, last: number): Gap =>
  looked === last ? { first: 0, last: last - 1 } : { first: looked + 1, last };

/** By layer, the unit that is looked at. */
export type Looked = ReadonlyMap<number, number>;

/** The units that entries belong to: `A1[2,0]`, `delta1[2,0]`, and both ends of `W2[1,2]`. Later ones count. */
export function lookedUnits(
  { columns, examples }: NetworkModel,
  entries: readonly string[],
): Looked {
  const looked = new Map<number, number>();
  for (const entry of entries) {
    const place = placeOf(entry);
    if (!place) continue;
    const { quantity: id, row, col } = place;
    const isOf = (node: { readonly id: string; readonly gradientId: string } | null | undefined) =>
      node && (node.id === id || node.gradientId === id || `${node.id}_new` === id);
    for (const { layer, stages, weights, bias } of columns) {
      if (stages.some(isOf)) looked.set(layer, examples === 'columns' ? row : col);
      if (isOf(bias)) looked.set(layer, bias?.shape[1] === 1 ? row : col);
      if (!weights || !isOf(weights.node)) continue;
      const [unit, input] = weights.units === 'rows' ? [row, col] : [col, row];
      looked.set(layer, unit);
      looked.set(layer - 1, input);
    }
  }
  return looked;
}
