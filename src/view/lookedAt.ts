import { createStore } from 'zustand/vanilla';
import { drawn } from './depth/drawn';

/** The entry that was looked at last, in a card or in the sheet; a folded layer opens around its unit. */
export const lookedAt = createStore<{ readonly entry: string | null }>()(() => ({ entry: null }));

drawn.subscribe(({ chosen }, before) => {
  if (chosen !== null && chosen !== before.chosen) lookedAt.setState({ entry: chosen });
});
