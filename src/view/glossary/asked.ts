import { createStore } from 'zustand/vanilla';
import { placeOf } from '../../engine';

/** A symbol that is to be explained where it stands. */
export interface Asked {
  /** The quantity that it stands for. */
  readonly quantity: string;
  /** What it was asked at: the entry opens beside it, and gives the focus back to it. */
  readonly anchor: Element;
}

/** At most one is open. */
export const asked = createStore<{ readonly now: Asked | null }>()(() => ({ now: null }));

const NAMED = '[data-quantity],[data-cell],[data-entry]';

/** What an element, or the nearest around it, stands for. */
export function askedAt(target: Element | null): Asked | null {
  const anchor = target?.closest(NAMED);
  if (!target || !anchor) return null;
  const entry = anchor.getAttribute('data-cell') ?? anchor.getAttribute('data-entry');
  const quantity = placeOf(entry)?.quantity ?? anchor.getAttribute('data-quantity');
  return quantity ? { quantity, anchor } : null;
}

/** Explains what has the focus, in a drawing the part that was walked to; false where that is no symbol. */
export function explainFocused(): boolean {
  const { activeElement: focused } = document;
  const chosen = focused?.matches('.quantity')
    ? focused.querySelector('[data-part="chosen"]')
    : null;
  const found = askedAt(chosen ?? focused);
  if (found) asked.setState({ now: found });
  return found !== null;
}

/** Unless another one was asked for meanwhile. */
export function endAsked(of: Asked): void {
  if (asked.getState().now === of) asked.setState({ now: null });
}
