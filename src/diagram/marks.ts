import type { Box, Curve } from './curve';
import type { State } from './scene';

/**
 * What is drawn, as plain data: pure functions of model, geometry and scene make marks, and the `draw-*` files
 * write those that changed into the page.
 */
export type Sign = 'positive' | 'negative' | 'zero';
/** Which pair of colours tells the sign. */
export type Palette = 'forward' | 'backward' | 'update' | 'loss' | 'none';

export interface Text {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly font: number;
}

/** A unit: a value on a tint. */
export interface UnitItem extends Text {
  readonly entry: string;
  readonly known: boolean;
  readonly sign: Sign;
  /** Depth of the tint, 0 to 1. */
  readonly depth: number;
}

/** A short text with a ground of its own: weights, biases, targets, tags, notes. */
export interface Chip extends Box {
  readonly key: string;
  readonly text: string;
  readonly font: number;
  readonly sign: Sign;
  readonly entry: string | null;
}

export interface EdgeItem {
  readonly key: string;
  readonly entry: string;
  readonly path: string;
  readonly sign: Sign;
  readonly width: number;
}

/** A focusable group: one quantity. */
interface Group {
  readonly key: string;
  readonly quantity: string;
  readonly state: State;
  /** Its accessible name. */
  readonly spoken: string;
  readonly palette: Palette;
}

export interface UnitsMark extends Group {
  readonly kind: 'units';
  readonly rx: number;
  readonly ry: number;
  readonly units: readonly UnitItem[];
  readonly gaps: readonly (Text & { readonly entry: string })[];
}

export interface EdgesMark extends Group {
  readonly kind: 'edges';
  /** The step is about something else. */
  readonly recedes: boolean;
  readonly known: boolean;
  readonly edges: readonly EdgeItem[];
}

export interface ChipsMark extends Group {
  readonly kind: 'chips';
  /** Frames and grounds: always, or only where the step concerns them. */
  readonly look: 'tag' | 'plain' | 'label' | 'note' | 'tip' | 'path';
  /** Whether it can be reached by key; labels belong to a group that can. */
  readonly focusable: boolean;
  readonly chips: readonly Chip[];
}

export interface LossMark extends Group {
  readonly kind: 'loss';
  readonly box: Box;
  readonly symbol: Text;
  readonly value: Text;
  readonly known: boolean;
  readonly wires: readonly { readonly key: string; readonly path: string }[];
}

export type Mark = UnitsMark | EdgesMark | ChipsMark | LossMark;

/** A gradient on its way back, from right to left. */
export interface FlowLine {
  readonly key: string;
  readonly curve: Curve;
  readonly sign: Sign;
}

export interface FlowHead {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly sign: Sign;
}

export interface Flow {
  readonly lines: readonly FlowLine[];
  readonly heads: readonly FlowHead[];
}

export function signOf(value: number | undefined): Sign {
  if (value === undefined || value === 0 || Number.isNaN(value)) return 'zero';
  return value > 0 ? 'positive' : 'negative';
}
