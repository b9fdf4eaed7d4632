import { createStore } from 'zustand/vanilla';
import type { dialects } from '../derive';

export type DialectName = keyof typeof dialects;

/** What only the view knows of: how numbers and code are printed. */
export interface Preferences {
  /** Null as long as the reader has not chosen: then the notation's own. */
  readonly decimals: number | null;
  readonly dialect: DialectName;
}

export const preferences = createStore<Preferences>()(() => ({ decimals: null, dialect: 'numpy' }));
