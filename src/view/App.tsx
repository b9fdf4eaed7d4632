import { type ReactNode, useEffect } from 'react';
import { EquationPanel } from './equation/EquationPanel';
import { useBackstep, useSelect } from './hooks';
import { focusOf, keyAction } from './keys';
import { type Lighting, startLighting } from './lit';
import { NetworkPanel } from './network/NetworkPanel';
import { Notices } from './notice/Notices';
import { NumbersPanel } from './numbers/NumbersPanel';
import { StepsPanel } from './steps/StepsPanel';
import { Topbar } from './topbar/Topbar';
import './theme.css';
import './base.css';
import './app.css';
import './lit.css';

function useKeys(): void {
  const { store, actions } = useBackstep();
  useEffect(() => {
    const togglePlay = () => (store.getState().playing ? actions.pause() : actions.play());
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = keyAction(event, focusOf(event.target));
      if (!action) return;
      event.preventDefault();
      if (action === 'togglePlay') togglePlay();
      else actions[action]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store, actions]);
}

function useTheme(): void {
  const theme = useSelect((state) => state.settings.theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
}

/** Lights what is pointed at; again after each change, since what was drawn anew is not marked. */
function useLighting(): void {
  const { store } = useBackstep();
  useEffect(() => {
    const lighting: Lighting = startLighting();
    let frame = 0;
    const unsubscribe = store.subscribe(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(lighting.renew);
    });
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      lighting.stop();
    };
  }, [store]);
}

export function App(): ReactNode {
  useKeys();
  useTheme();
  useLighting();
  return (
    <div className="app">
      <Topbar />
      <main className="main">
        <NetworkPanel />
        <EquationPanel />
        <StepsPanel />
        <NumbersPanel />
      </main>
      <Notices />
    </div>
  );
}
