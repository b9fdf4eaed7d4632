import { lazy, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { currentStep } from '../../store';
import { Later } from '../controls/Later';
import { useSelect } from '../hooks';
import { asked, askedAt, explainFocused } from './asked';

const EntryPopover = lazy(() => import('./EntryPopover'));

const SYMBOL = '.equation .formula-body [data-quantity]';

/** A click on a symbol of the equation asks for it, and Enter where it has the focus; a drag over it marks text. */
function useRequests(): void {
  useEffect(() => {
    const onKey = ({ key, target, defaultPrevented }: KeyboardEvent) => {
      const hasFocus = target instanceof Element && target.matches(SYMBOL);
      if (key === 'Enter' && hasFocus && !defaultPrevented) explainFocused();
    };
    const onClick = ({ target }: MouseEvent) => {
      const symbol = target instanceof Element ? target.closest(SYMBOL) : null;
      const found = symbol && askedAt(symbol);
      if (found && window.getSelection()?.isCollapsed !== false) asked.setState({ now: found });
    };
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** The glossary's entry of one symbol, beside it. */
export function SymbolEntry(): ReactNode {
  useRequests();
  const now = useStore(asked, (state) => state.now);
  const step = useSelect(currentStep);
  // At another step its symbol may be gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: that the step has changed is what counts.
  useEffect(() => () => asked.setState({ now: null }), [step?.id]);
  if (!now) return null;
  return (
    <Later waiting={null}>
      <EntryPopover asked={now} />
    </Later>
  );
}
