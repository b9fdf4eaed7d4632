import { createStore } from 'zustand/vanilla';
import type { Seeded } from '../../problem';

/** Whether the panel is open, and how it makes new numbers. */
export const setup = createStore<{ readonly open: boolean; readonly seeded: Seeded }>()(() => ({
  open: false,
  seeded: { kind: 'readable', seed: 1 },
}));
