import { useEffect } from 'react';
import type { State } from '../../store';
import { useBackstep } from '../hooks';

const MARK = 'data-rewritten';
/** In milliseconds, as long as the animation and a little more. */
const LASTS = 250;

const SYMBOLS = '.formula-body [data-quantity]:not(:has([data-quantity])), .inline-symbol';
const FORMULAS = '.equation:not([data-prepared]) .formula-body';

const textsOf = (selector: string) =>
  new Set([...document.querySelectorAll(selector)].map((e) => e.textContent ?? ''));

/** Marks what reads otherwise than before: the symbols, and formulas in which only a sign has changed. */
function markChanged(symbols: ReadonlySet<string>, formulas: ReadonlySet<string>) {
  const fresh = [...document.querySelectorAll(SYMBOLS)].filter(
    (e) => !symbols.has(e.textContent ?? ''),
  );
  const bodies = [...document.querySelectorAll(FORMULAS)].filter(
    (e) => !formulas.has(e.textContent ?? '') && !fresh.some((symbol) => e.contains(symbol)),
  );
  const marked = [...fresh, ...bodies];
  for (const element of marked) element.setAttribute(MARK, '');
  window.setTimeout(() => {
    for (const element of marked) element.removeAttribute(MARK);
  }, LASTS);
}

const sameWriting = (a: State, b: State) =>
  a.shown?.problem.notation === b.shown?.problem.notation &&
  a.shown?.problem.mixture === b.shown?.problem.mixture;

/** A short flash on what a change of notation has rewritten. */
export function useRewritten(): void {
  const { store } = useBackstep();
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (!state.shown || !before.shown || state.library !== before.library) return;
        if (sameWriting(state, before)) return;
        const [symbols, formulas] = [textsOf(SYMBOLS), textsOf(FORMULAS)];
        requestAnimationFrame(() => markChanged(symbols, formulas));
      }),
    [store],
  );
}
