import { createStore } from 'zustand/vanilla';

const DIALOGS = ['palette', 'keys', 'saved', 'glossary', 'print', 'qr'] as const;
export type DialogName = (typeof DIALOGS)[number];

/** At most one is open. */
export const dialogs = createStore<{
  readonly open: DialogName | null;
  /** The quantity that was pointed at when it was opened. */
  readonly about: string | null;
  /** What was typed while the dialog was on its way. */
  readonly typed: string;
}>()(() => ({ open: null, about: null, typed: '' }));

/** About what is pointed at, unless told otherwise. */
export function openDialog(open: DialogName, about?: string): void {
  const pointed = document.querySelector('[data-lit][data-quantity]');
  const quantity = about ?? pointed?.getAttribute('data-quantity') ?? null;
  dialogs.setState({ open, about: quantity, typed: '' });
}

export function typeAhead(letter: string): void {
  dialogs.setState(({ typed }) => ({ typed: typed + letter }));
}

export function closeDialog(): void {
  dialogs.setState({ open: null });
}

/** A tour that stands at its stop, from 0; null when none is on. */
export const tour = createStore<{ readonly stop: number | null }>()(() => ({ stop: null }));
