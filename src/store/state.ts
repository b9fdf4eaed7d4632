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

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Settings {
  readonly detail: Detail;
  readonly theme: Theme;
  /** Steps a `PACE` while playing. */
  readonly speed: number;
  /** The example looked at, from 0. */
  readonly example: number;
}

export interface State {
  /** The newest truth, with the learner's edits and the notation; null until one is opened. */
  readonly problem: Problem | null;
  /** The library's id of what was opened; null for a file or a link. */
  readonly library: string | null;
  readonly shown: Shown | null;
  /** By id, not index, so that it means the same when the steps change. Empty while nothing is shown. */
  readonly cursor: { readonly step: string };
  readonly settings: Settings;
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
  cursor: { step: '' },
  settings: { detail: 'layers', theme: 'system', speed: 1, example: 0 },
  playing: false,
  fault: null,
  engine: 'starting',
};
