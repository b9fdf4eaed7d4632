import { useSyncExternalStore } from 'react';

type RenderTex = (tex: string, host: HTMLElement) => void;

// KaTeX and its fonts are most of the page's weight, so they come by themselves, after the page.
let renderTex: RenderTex | null = null;
let loading: Promise<void> | null = null;
const listeners = new Set<() => void>();

export function loadTypesetter(): Promise<void> {
  loading ??= import('./engine').then((engine) => {
    renderTex = engine.renderTex;
    for (const listener of listeners) listener();
  });
  return loading;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTypesetter(): boolean {
  return useSyncExternalStore(subscribe, () => renderTex !== null);
}

const MOST = 400;
/** What was typeset lately: going back and forth in a walk costs a copy only. */
const done = new Map<string, HTMLElement>();

/** Null until the typesetter is there. Each call gives a copy of its own. */
export function typeset(tex: string): HTMLElement | null {
  if (!renderTex) return null;
  let known = done.get(tex);
  if (!known) {
    known = document.createElement('span');
    renderTex(tex, known);
    done.set(tex, known);
    if (done.size > MOST) done.delete(done.keys().next().value as string);
  }
  return known.cloneNode(true) as HTMLElement;
}

/** In milliseconds: drawing is left to finish first, but not waited for long. */
const PATIENCE = 120;

/** Typesets one after the other while the page has nothing else to do, then says so. */
export function typesetSoon(texs: readonly string[], then: () => void): () => void {
  const waiting = texs.filter((tex) => !done.has(tex));
  const ask =
    window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, PATIENCE / 4));
  const cancel = window.cancelIdleCallback ?? window.clearTimeout;
  const next = () => {
    const tex = waiting.shift();
    if (tex === undefined) return then();
    typeset(tex);
    handle = ask(next, { timeout: PATIENCE });
  };
  let handle = ask(next, { timeout: PATIENCE });
  return () => cancel(handle);
}
