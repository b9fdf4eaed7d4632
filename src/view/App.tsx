import { lazy, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useKeys } from './commands/useKeys';
import { Later } from './controls/Later';
import { useDepths } from './depth/useDepths';
import { EdgeField } from './edit/EdgeField';
import { EquationPanel } from './equation/EquationPanel';
import { Refused } from './export/Refused';
import { SymbolEntry } from './glossary/SymbolEntry';
import { LectureBar, LecturePanel } from './lecture/LecturePart';
import { useLecturePart } from './lecture/view';
import { NetworkPanel } from './network/NetworkPanel';
import { MixturePanel } from './notation/MixturePanel';
import { useRewritten } from './notation/rewritten';
import { Notices } from './notice/Notices';
import { presenting } from './presenter/mode';
import { PresenterPart } from './presenter/PresenterPart';
import { projecting } from './projector/projecting';
import { SetupPanel } from './setup/SetupPanel';
import { StepsPanel } from './steps/StepsPanel';
import { BottomTabs } from './tabs/BottomTabs';
import { DropTarget } from './topbar/Files';
import { Topbar } from './topbar/Topbar';
import { Tour } from './tour/Tour';
import { useLighting, useTheme } from './usePage';
import './theme.css';
import './base.css';
import './app.css';
import './lit.css';
import './forced-colors.css';

/** What the audience sees, in place of all panels. */
const Projector = lazy(() => import('./projector/Projector'));

export function App(): ReactNode {
  useKeys();
  useTheme();
  useLighting();
  useDepths();
  useRewritten();
  const isProjecting = useStore(projecting, ({ on }) => on);
  const isPresenting = useStore(presenting, ({ channel }) => channel !== null);
  const lecture = useLecturePart();
  if (isProjecting && !isPresenting) {
    return (
      <Later waiting={<main className="app" aria-busy="true" />}>
        <Projector />
      </Later>
    );
  }
  return (
    <div className="app" data-lecture={lecture} data-presenting={isPresenting || undefined}>
      <Topbar />
      <LectureBar />
      <main className="main">
        <NetworkPanel />
        <EquationPanel />
        <StepsPanel />
        <BottomTabs />
        <Notices />
      </main>
      <PresenterPart />
      <LecturePanel />
      <EdgeField />
      <SetupPanel />
      <DropTarget />
      <Tour />
      <SymbolEntry />
      <Refused />
      <MixturePanel />
    </div>
  );
}
