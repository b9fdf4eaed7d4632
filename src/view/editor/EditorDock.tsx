import { lazy, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { whenIdle } from '../afterPaint';
import { Later } from '../controls/Later';
import { useSelect } from '../hooks';
import { editing, lineOf, openEditor } from './editing';
import './editor.css';

// It opens together with a graph: each is a task of its own.
const Editor = lazy(async () => {
  const loaded = await import('./Editor');
  await new Promise<void>(whenIdle);
  return loaded;
});

/** Whether it is there: it is open, and what is shown is a program. */
export function useEditing(): boolean {
  const open = useStore(editing, (state) => state.open);
  const isProgram = useSelect((state) => state.problem?.kind === 'program');
  return open && isProgram;
}

/** Beside the diagram, above it where there is one column. */
export function EditorDock(): ReactNode {
  if (!useEditing()) return null;
  return (
    <div className="editor">
      <Later waiting={<p className="editor-waiting">Opening the editor…</p>}>
        <Editor />
      </Later>
    </div>
  );
}

/** While what was typed cannot be calculated, that what is seen is older. */
export function DraftBar(): ReactNode {
  const draft = useStore(editing, (state) => state.draft);
  const open = useStore(editing, (state) => state.open);
  const program = useSelect((state) =>
    state.problem?.kind === 'program' ? state.problem.program : null,
  );
  if (!draft || draft.over !== program || (open && draft.faults.length === 0)) return null;
  const [fault, ...others] = draft.faults;
  const line = fault ? lineOf(fault) : undefined;
  return (
    <div className="draft-bar">
      <span>
        {`The program has ${others.length > 0 ? `${draft.faults.length} errors, the first` : 'an error'}${line ? ` on line ${line}` : ''}; what you see is the last version that worked.`}
      </span>
      {!open && (
        <button type="button" className="button plain" onClick={openEditor}>
          Edit program
        </button>
      )}
    </div>
  );
}
