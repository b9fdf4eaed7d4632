import { lazy, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { useKeys } from './commands/useKeys';
import { Later } from './controls/Later';
import { useDepths } from './depth/useDepths';
import { Dialogs } from './dialogs/Dialogs';
import { EdgeField } from './edit/EdgeField';
import { EquationPanel } from './equation/EquationPanel';
import { RefusedDialog } from './export/RefusedDialog';
import { useBackstep, useSelect } from './hooks';
import { type Lighting, startLighting } from './lit';
import { NetworkPanel } from './network/NetworkPanel';
import { MixturePanel } from './notation/MixturePanel';
import { useRewritten } from './notation/rewritten';
import { Notices } from './notice/Notices';
import { projecting } from './projector/projecting';
import { SetupPanel } from './setup/SetupPanel';
import { StepsPanel } from './steps/StepsPanel';
import { BottomTabs } from './tabs/BottomTabs';
import { DropTarget } from './topbar/Files';
import { Topbar } from './topbar/Topbar';
import { Tour } from './tour/Tour';
import './theme.css';
import './base.css';
import './app.css';
import './lit.css';

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

/** What the audience sees, in place of all panels. */
const Projector = lazy(() => import('./projector/Projector'));

export function App(): ReactNode {
  useKeys();
  useTheme();
  useLighting();
  useDepths();
  useRewritten();
  const isProjecting = useStore(projecting, ({ on }) => on);
  if (isProjecting) {
    return (
      <Later waiting={<main className="app" aria-busy="true" />}>
        <Projector />
      </Later>
    );
  }
  return (
    <div className="app">
      <Topbar />
      <main className="main">
        <NetworkPanel />
        <EquationPanel />
        <StepsPanel />
        <BottomTabs />
      </main>
      <EdgeField />
      <SetupPanel />
      <DropTarget />
      <Tour />
      <Dialogs />
      <RefusedDialog />
      <MixturePanel />
      <Notices />
    </div>
  );
}
