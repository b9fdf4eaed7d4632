import type { Step } from '../derive';
import type { Graph, Snapshot } from '../engine';

/** One entry of a value that a path goes through. */
export interface PathStop {
  readonly of: string;
  readonly row: number;
  readonly col: number;
}

/** From where it starts up to the loss; between two stops the local derivative. */
export interface ScenePath {
  readonly stops: readonly PathStop[];
  readonly slopes: readonly number[];
}

/** How a drawing is made to be read from the last row: nothing smaller, rather less. */
export interface Legible {
  /** Pixels to one unit of the drawing, in which no letter is smaller than `LETTER` and no line thinner than 1.5. */
  readonly zoom: number;
  /** Only the layers that the step is about. */
  readonly near: boolean;
}

/** All that a drawing depends on, besides the size of its panel. */
export interface Scene {
  readonly graph: Graph;
  readonly snapshot: Snapshot | null;
  /** The current step. */
  readonly step: Step | null;
  /** Whether a quantity has been computed when the cursor stands on the step. */
  readonly isKnown: (quantityId: string) => boolean;
  /** Which example of the batch is drawn. */
  readonly example: number;
  /** Digits after the point, as everywhere on the page; fewer where there is no room. */
  readonly decimals: number;
  /** A way from an entry to the loss, drawn on top. */
  readonly path?: ScenePath | null;
  /** Entries that are looked at: their units are drawn also where a layer is folded. Later ones count. */
  readonly looked?: readonly string[];
  readonly legible?: Legible | undefined;
  /** The entries of the one formula beside the drawing; weights and gradients of others then have no numbers. */
  readonly about?: ReadonlySet<string> | undefined;
  /** The quantity's symbol as plain text: `δ²`, `W¹`, `J`. */
  readonly symbol: (quantityId: string) => string;
  /** Of a quantity with numbers that are none: where they come from. */
  readonly why?: (quantityId: string) => string | undefined;
}

const NO_NUMBER = /undefined|∞/;

/** What is said of a quantity, with the reason where a number of it is none. */
export function withReason({ why }: Scene, quantityId: string, spoken: string): string {
  const reason = NO_NUMBER.test(spoken) ? why?.(quantityId) : undefined;
  return reason === undefined ? spoken : `${spoken}; ${reason}`;
}

/** Whether an entry is one of those that the drawing is about; all are, where it is about whole matrices. */
export function isSpokenOf({ about }: Scene, entry: string): boolean {
  return about?.has(entry) ?? true;
}

/** What the step does with a quantity. */
export type State = 'writes' | 'reads' | 'rest';

export function stateOf(scene: Scene, ...quantityIds: readonly string[]): State {
  const { step } = scene;
  if (!step) return 'rest';
  if (quantityIds.includes(step.writes)) return 'writes';
  return quantityIds.some((id) => step.reads.includes(id)) ? 'reads' : 'rest';
}
