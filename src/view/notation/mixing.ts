import { createStore } from 'zustand/vanilla';

/** Whether the panel for one's own notation is open. */
export const mixing = createStore<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));
