import { useSyncExternalStore } from 'react';
import { once } from '../../problem';
import { eachWhenIdle, whenIdle } from '../afterPaint';
import { loadFonts } from './fonts';

type RenderTex = (tex: string, host: HTMLElement) => void;
type Engine = { readonly renderTex: RenderTex };

// KaTeX and its fonts are most of the page's weight, so they come by themselves, after the page.
let renderTex: RenderTex | null = null;
let arrivals = 0;
const listeners = new Set<() => void>();

function take(engine: Engine): void {
  renderTex = engine.renderTex;
  arrivals += 1;
  for (const listener of listeners) listener();
}

const engine = once(() =>
  import('./engine').then((made) => {
    take(made);
    whenIdle(loadFonts);
  }),
);

export const loadTypesetter = engine.load;

/** For a formula that needs more of KaTeX than the page's printers ever wrote when this was built. */
const whole = once(() => import('./whole').then(take));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Zero until the typesetter is there; another number whenever it can set more than before. */
export function useTypesetter(): number {
  return useSyncExternalStore(subscribe, () => arrivals);
}

const MOST = 400;
/** What was typeset lately: going back and forth in a walk costs a copy only. */
const done = new Map<string, HTMLElement>();

/** Formulas that were set when the page was built, with `data-style` for `style`, which its policy forbids in markup. */
export function preset(formulas: readonly (readonly [tex: string, markup: string])[]): void {
  for (const [tex, markup] of formulas) {
    const known = document.createElement('span');
    known.innerHTML = markup;
    for (const part of known.querySelectorAll<HTMLElement>('[data-style]')) {
      part.style.cssText = part.dataset.style ?? '';
      delete part.dataset.style;
    }
    done.set(tex, known);
  }
}

export function isTypeset(tex: string): boolean {
  return done.has(tex);
}

/** Null until it can be set. Each call gives a copy of its own. */
export function typeset(tex: string): HTMLElement | null {
  let known = done.get(tex);
  if (!known) {
    if (!renderTex) return null;
    known = document.createElement('span');
    try {
      renderTex(tex, known);
    } catch {
      whole.load().catch(() => {});
      return null;
    }
    done.set(tex, known);
    if (done.size > MOST) done.delete(done.keys().next().value as string);
  }
  return known.cloneNode(true) as HTMLElement;
}

/** Typesets one after the other while the page has nothing else to do, then says so. */
export function typesetSoon(texs: readonly string[], then: () => void): () => void {
  const waiting = texs.filter((tex) => !done.has(tex));
  return eachWhenIdle(waiting, typeset, then);
}
