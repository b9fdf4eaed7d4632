import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useBackstep, useSelect } from '../hooks';
import { closeEditor, editing, openEditor } from './editing';
import { showAsProgram } from './programCommands';

/** A program is edited as text; a network can be looked at as one. */
export function ProgramButton(): ReactNode {
  const backstep = useBackstep();
  const kind = useSelect((state) => state.problem?.kind);
  const open = useStore(editing, (state) => state.open);
  if (kind === 'program') {
    return (
      <button
        type="button"
        className="button setup-button"
        aria-expanded={open}
        onClick={open ? closeEditor : openEditor}
      >
        Edit program
      </button>
    );
  }
  return (
    <button
      type="button"
      className="button plain"
      aria-label="Show as program"
      title="Show as program: the same arithmetic, one named line after another"
      onClick={() => void showAsProgram(backstep)}
    >
      Program
    </button>
  );
}
