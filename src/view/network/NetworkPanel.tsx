import { lazy, type ReactNode } from 'react';
import { Later } from '../controls/Later';
import { DraftBar, EditorDock, useEditing } from '../editor/EditorDock';
import { ProgramButton } from '../editor/ProgramButtons';
import { useSelect } from '../hooks';
import { SetupButton } from '../setup/SetupPanel';
import { LossNow } from '../update/LossNow';
import { DiagramHost } from './DiagramHost';
import { ExamplePicker } from './ExamplePicker';
import { isGraph } from './graphView';
import { ViewSwitch } from './ViewSwitch';
import './network.css';

/** With its layout, which layers do not need. */
const GraphView = lazy(() => import('./GraphView'));

export function NetworkPanel(): ReactNode {
  const title = useSelect((state) => state.shown?.problem.title);
  const isNetwork = useSelect((state) => state.problem?.kind !== 'program');
  const asGraph = useSelect(isGraph);
  const isEditing = useEditing();
  return (
    <section className="panel network" aria-label="Network" data-editing={isEditing || undefined}>
      <header className="panel-head">
        <h2>{title ?? '\u00a0'}</h2>
        {isNetwork && <ViewSwitch />}
        <ExamplePicker />
        <span className="panel-actions">
          <ProgramButton />
          {isNetwork && <SetupButton />}
        </span>
      </header>
      <EditorDock />
      {asGraph ? (
        <Later waiting={<div className="diagram-host" />}>
          <GraphView />
        </Later>
      ) : (
        <DiagramHost isEditable />
      )}
      <DraftBar />
      <LossNow />
    </section>
  );
}
