import { createStore } from 'zustand/vanilla';
import type { SharedState } from '../../store';

const KEY = 'problem';

export function problemInAddress(search: string): string | null {
  return new URLSearchParams(search).get(KEY);
}

/** Whether it names a lecture, which is loaded only then. */
export function namesLecture(search: string): boolean {
  return new URLSearchParams(search).has('lecture');
}

/** The same address with that problem and fragment; without a problem for one that is not of the library. */
export function addressWith(address: string, problem: string | null, fragment = ''): string {
  const url = new URL(address);
  if (problem === null) url.searchParams.delete(KEY);
  else url.searchParams.set(KEY, problem);
  url.hash = fragment;
  return url.href;
}

/** The same address for others, who are no presenters. */
export function addressForOthers(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('presenter');
  return url.href;
}

/** Never an entry of its own in the browser's history: that would be one for each step. */
export function writeAddress(address: string): void {
  if (address !== window.location.href)
    window.history.replaceState(window.history.state, '', address);
}

/** What an open lecture makes of the address of the page; set when lectures are loaded, and anew with each change. */
export const lectureAddress = createStore<{
  readonly of: ((address: string, state: SharedState) => Promise<string>) | null;
}>()(() => ({ of: null }));
