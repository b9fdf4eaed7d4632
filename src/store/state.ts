import type { TemporalState } from 'zundo';
import type { StoreApi } from 'zustand/vanilla';
import type { Compiled } from '../compile';
import type { Detail } from '../derive';
import type { Snapshot } from '../engine';
import type { Fault, Problem } from '../problem';
import type { EngineState } from '../worker';

/** A problem with its own numbers. The view draws from this alone, so nothing half new is ever seen. */
export interface Shown {
  readonly revision: number;
  readonly problem: Problem;
  readonly compiled: Compiled;
  readonly snapshot: Snapshot;
  /** The memory has arrived up to here; all of it, but while a problem is being opened. */
  readonly filled: number;
}

/** Central differences beside the gradients of what is shown: as many as have come. */
export interface Check {
  readonly revision: number;
  readonly epsilon: number;
  readonly done: number;
  /** 0 until the first have come. */
  readonly total: number;
  readonly difference: Float64Array;
  readonly kinkNode: Int32Array;
  readonly kinkEntry: Int32Array;
}

/** A state of the training that one can go back to. */
export interface LossPoint {
  readonly problem: Problem;
  readonly loss: number;
}

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How a network is drawn; a program is always a graph. */
export const VIEWS = ['layers', 'graph'] as const;
export type View = (typeof VIEWS)[number];

/** Steps a `PACE` while playing. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const;

export interface Settings {
  readonly detail: Detail;
  readonly theme: Theme;
  /** Steps a `PACE` while playing. */
  readonly speed: number;
  /** The example looked at, from 0. */
  readonly example: number;
  /** Only that one is looked at: the others step back everywhere. */
  readonly alone: boolean;
  readonly view: View;
}

/**
 * How deep a step is looked into: its matrices, one entry of them, the ways from that entry to the loss, or a gradient
 * derived line by line.
 */
export const DEPTHS = ['layer', 'entry', 'path', 'derivation'] as const;
export type Depth = (typeof DEPTHS)[number];

/** An entry that was chosen: a weight, a bias, or a unit by what it shows. */
export interface Selection {
  readonly quantity: string;
  readonly row: number;
  readonly col: number;
  /** The step at which it was chosen; at another one the sheet follows the step. */
  readonly step: string;
}

export interface State {
  /** The newest truth, with the learner's edits and the notation; null until one is opened. */
  readonly problem: Problem | null;
  /** The library's id of what was opened; null for a file or a link. */
  readonly library: string | null;
  readonly shown: Shown | null;
  /** Counts the problems that were opened: the same step, or entry, of another one is another. */
  readonly openings: number;
  /** By id, not index, so that it means the same when the steps change. Empty while nothing is shown. */
  readonly cursor: { readonly step: string };
  /** How deep the step is looked into, and of which entry. */
  readonly depth: Depth;
  readonly selection: Selection | null;
  readonly settings: Settings;
  /** The gradient check that was asked for last. */
  readonly check: Check | null;
  /** What was shown before the edits made at this step. */
  readonly before: Shown | null;
  /** Of the updates applied, in their order. */
  readonly losses: readonly LossPoint[];
  readonly playing: boolean;
  /** The last file, link or edit that was refused. */
  readonly fault: Fault | null;
  readonly engine: EngineState;
}

/** What undo brings back. */
export type Undoable = Pick<State, 'problem' | 'library'>;
export type History = TemporalState<Undoable>;

export type Store = StoreApi<State> & { readonly temporal: StoreApi<History> };

export const initialState: State = {
  problem: null,
  library: null,
  shown: null,
  openings: 0,
  cursor: { step: '' },
  depth: 'layer',
  selection: null,
  settings: {
    detail: 'layers',
    theme: 'system',
    speed: 1,
    example: 0,
    alone: false,
    view: 'layers',
  },
  before: null,
  losses: [],
  check: null,
  playing: false,
  fault: null,
  engine: 'starting',
};
