import { createStore } from 'zustand/vanilla';

const DIALOGS = ['palette', 'keys', 'saved', 'glossary'] as const;
export type DialogName = (typeof DIALOGS)[number];

/** At most one is open. */
export const dialogs = createStore<{
  readonly open: DialogName | null;
  /** The quantity that was pointed at when it was opened. */
  readonly about: string | null;
}>()(() => ({ open: null, about: null }));

/** About what is pointed at, unless told otherwise. */
export function openDialog(open: DialogName, about?: string): void {
  const pointed = document.querySelector('[data-lit][data-quantity]');
  dialogs.setState({ open, about: about ?? pointed?.getAttribute('data-quantity') ?? null });
}

export function closeDialog(): void {
  dialogs.setState({ open: null });
}

/** A tour that stands at its stop, from 0; null when none is on. */
export const tour = createStore<{ readonly stop: number | null }>()(() => ({ stop: null }));
