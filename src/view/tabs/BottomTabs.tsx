import { type KeyboardEvent, lazy, type ReactNode, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { currentStep } from '../../store';
import { Later } from '../controls/Later';
import { useSelect } from '../hooks';
import { NumbersPanel } from '../numbers/NumbersPanel';
import { preferences, TABS, type TabName } from '../preferences';
import './tabs.css';

/** What is opened on demand comes on demand. */
const panels: Readonly<Record<TabName, () => ReactNode>> = {
  Numbers: NumbersPanel,
  Shapes: lazy(() => import('../shapes/ShapesPanel')) as unknown as () => ReactNode,
  'Gradient check': lazy(() => import('../check/CheckPanel')) as unknown as () => ReactNode,
  Cached: lazy(() => import('../cached/CachedPanel')) as unknown as () => ReactNode,
  Modes: lazy(() => import('../modes/ModesPanel')) as unknown as () => ReactNode,
};

const MOVES: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1 + TABS.length,
  Home: () => 0,
  End: () => TABS.length - 1,
};

/** The numbers of the step, and what else can be known of all quantities, in one place. */
export function BottomTabs(): ReactNode {
  const tab = useStore(preferences, (state) => state.tab);
  const phase = useSelect((state) => currentStep(state)?.phase);
  const id = useId();
  const Panel = panels[tab];
  // Once another tab was opened the numbers keep its height, so that the tabs stay under the pointer.
  const isTall = useRef(false);
  isTall.current ||= tab !== 'Numbers';

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const move = MOVES[event.key];
    if (!move) return;
    // The arrows would go to another step as well.
    event.preventDefault();
    const at = move(TABS.indexOf(tab)) % TABS.length;
    preferences.setState({ tab: TABS[at] ?? tab });
    (event.currentTarget.children[at] as HTMLElement | undefined)?.focus();
  };

  return (
    <div className="bottom" data-tall={isTall.current || undefined}>
      <div
        className="tablist"
        role="tablist"
        aria-label="All quantities"
        data-phase={phase}
        onKeyDown={onKeyDown}
      >
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}${name}`}
            aria-selected={name === tab}
            aria-controls={name === tab ? `${id}panel` : undefined}
            tabIndex={name === tab ? 0 : -1}
            onClick={() => preferences.setState({ tab: name })}
          >
            {name}
          </button>
        ))}
      </div>
      <div
        className="tabpanel"
        role="tabpanel"
        id={`${id}panel`}
        aria-labelledby={`${id}${tab}`}
        // A colour that all cells of the numbers would inherit is left to the few cards that need it.
        data-phase={tab === 'Numbers' ? undefined : phase}
      >
        <Later key={tab} waiting={<section className="panel sheet-panel" aria-label={tab} />}>
          <Panel />
        </Later>
      </div>
    </div>
  );
}
