import { DEFAULT_PROBLEM, LIBRARY } from '../problem';
import type { Backstep } from '../store';

const KEY = 'problem';

export function problemInAddress(search: string): string | null {
  return new URLSearchParams(search).get(KEY);
}

/** The same address with that problem; without one for a file of the reader's own. */
export function addressWith(address: string, problem: string | null): string {
  const url = new URL(address);
  if (problem === null) url.searchParams.delete(KEY);
  else url.searchParams.set(KEY, problem);
  return url.href;
}

/** Opens what the address names. Where the library does not have it, the default is shown, and why. */
export async function openFromAddress({ store, actions }: Backstep): Promise<void> {
  const asked = problemInAddress(window.location.search);
  const known = LIBRARY.some(({ id }) => id === asked);
  await actions.openLibrary(asked !== null && known ? asked : DEFAULT_PROBLEM);
  if (asked !== null && !known) {
    await actions.openLibrary(asked);
    // The address stays as it was typed, to be mended.
    return;
  }
  if (!store.getState().problem) await actions.openLibrary(DEFAULT_PROBLEM);
}

export function writeAddress(problem: string | null): void {
  const { href } = window.location;
  const next = addressWith(href, problem);
  if (next !== href) window.history.replaceState(window.history.state, '', next);
}

/** From then on the address names what is open, also after an undo. */
export function keepAddress({ store }: Backstep): () => void {
  return store.subscribe(({ library }, before) => {
    if (library !== before.library && before.problem !== null) writeAddress(library);
  });
}
