import { createStore } from 'zustand/vanilla';
import type { Hideable, StopView } from '../../problem/lecture';

/** What can be kept from the audience: parts of the picture. */
export type Part = Hideable;
export type ProjectorTheme = 'light' | 'dark';
export type Blank = 'none' | 'black' | 'white';

/** What the audience's picture is besides the page's own state. */
export interface Projecting {
  readonly on: boolean;
  /** Halls are bright: light at first, whatever the page has. */
  readonly theme: ProjectorTheme;
  /** Of the type; 1 is the smallest that may be, 24 px on a screen of 720. */
  readonly scale: number;
  readonly blank: Blank;
  readonly pointer: boolean;
  readonly magnifier: boolean;
  /** Each step's result waits for one more press. */
  readonly predict: boolean;
  /** What is hidden now. Empty again with the next press, or the next step. */
  readonly hidden: readonly Part[];
  readonly view: StopView;
  /** The last steps and keys stand in a corner. */
  readonly corner: boolean;
  /** Of what does not fit on one, from 0; how many there are is measured when it is drawn. */
  readonly page: number;
  /** All keys are listed over the picture. */
  readonly help: boolean;
  /** For an audience in a window of its own: the link whose QR code fills it. */
  readonly code: string | null;
}

const SCALES = [1, 1.15, 1.3, 1.5] as const;

const OFF: Projecting = {
  on: false,
  theme: 'light',
  scale: 1,
  blank: 'none',
  pointer: false,
  magnifier: false,
  predict: false,
  hidden: [],
  view: 'auto',
  corner: false,
  page: 0,
  help: false,
  code: null,
};

export const projecting = createStore<Projecting>()(() => OFF);

const set = (change: Partial<Projecting>) => projecting.setState(change);
const now = projecting.getState;

export function start(): void {
  set({ on: true, blank: 'none', page: 0, hidden: now().predict ? ['result'] : [] });
}

export function leave(): void {
  const { theme, scale, corner } = now();
  set({ ...OFF, theme, scale, corner });
}

/** The same again, or any step, brings the picture back. */
export function blank(colour: 'black' | 'white'): void {
  set({ blank: now().blank === colour ? 'none' : colour, code: null });
}

export function toggle(what: 'pointer' | 'magnifier' | 'corner' | 'help'): void {
  set({ [what]: !now()[what] });
}

export function togglePredict(): void {
  const predict = !now().predict;
  set({ predict, hidden: predict ? [...new Set([...now().hidden, 'result' as const])] : [] });
}

export function switchTheme(): void {
  set({ theme: now().theme === 'light' ? 'dark' : 'light' });
}

/** One size up or down, within what the table has. */
export function resize(by: 1 | -1): void {
  const at = SCALES.findIndex((scale) => scale >= now().scale - 1e-9);
  const next = SCALES[Math.max(0, Math.min(SCALES.length - 1, Math.max(0, at) + by))];
  if (next !== undefined) set({ scale: next, page: 0 });
}

/** True where something was hidden, and is shown now. */
export function reveal(): boolean {
  if (now().hidden.length === 0) return false;
  set({ hidden: [] });
  return true;
}

/** The picture of another step: its first page, with what it hides. */
export function arrive(hidden: readonly Part[] = [], view: StopView = 'auto'): void {
  const parts = now().predict ? [...new Set([...hidden, 'result' as const])] : hidden;
  set({ hidden: parts, view, page: 0, blank: 'none', code: null });
}

/** What is measured when the picture is drawn; no part of what is sent to another window. */
export interface Paging {
  readonly pages: number;
  /** Something on this page waits for one more press. */
  readonly isCovered: boolean;
}

export const paging = createStore<Paging>()(() => ({ pages: 1, isCovered: false }));

export function turnPage(by: 1 | -1): boolean {
  const { pages } = paging.getState();
  const page = now().page + by;
  if (page < 0 || page >= pages) return false;
  set({ page });
  return true;
}

export function showAs(view: StopView): void {
  set({ view, page: 0 });
}
