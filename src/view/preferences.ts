import { createStore } from 'zustand/vanilla';
import type { dialects } from '../derive';

/** What the region below shows. */
export const TABS = ['Numbers', 'Shapes', 'Gradient check', 'Cached', 'Modes'] as const;
export type TabName = (typeof TABS)[number];

/** Steps of a gradient check, as powers of a tenth. */
export const EPSILONS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export type DialectName = keyof typeof dialects;

export const DIALECTS: readonly DialectName[] = ['numpy', 'pytorch'];

/** What only the view knows of: how numbers and code are printed. */
export interface Preferences {
  /** Null as long as the reader has not chosen: then the notation's own. */
  readonly decimals: number | null;
  readonly dialect: DialectName;
  readonly tab: TabName;
  /** The step of a gradient check is 10 to the minus this. */
  readonly epsilon: number;
  /** The one whose cached values are asked for; null for the last of the problem. */
  readonly gradient: string | null;
}

export const AT_FIRST: Preferences = {
  decimals: null,
  dialect: 'numpy',
  tab: 'Numbers',
  epsilon: 5,
  gradient: null,
};

export const preferences = createStore<Preferences>()(() => AT_FIRST);
