import { lazy, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { currentStep } from '../../store';
import { Later } from '../controls/Later';
import { useSelect } from '../hooks';
import { asked, askedAt } from './asked';

const EntryPopover = lazy(() => import('./EntryPopover'));

/** A click on a symbol of the equation asks for it; a drag over it marks text. */
function useClicks(): void {
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const symbol =
        target instanceof Element
          ? target.closest('.equation .formula-body [data-quantity]')
          : null;
      const found = symbol && askedAt(symbol);
      if (found && window.getSelection()?.isCollapsed !== false) asked.setState({ now: found });
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
}

/** The glossary's entry of one symbol, beside it. */
export function SymbolEntry(): ReactNode {
  useClicks();
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
