import { withCompiler } from '../../compile';
import { parseProblemLater } from '../../problem';
import type { Backstep } from '../../store';
import { leaving } from '../keep/leaving';
import { say } from '../notice/messages';
import { sayUndoable } from '../notice/undoable';
import { editing, openEditor } from './editing';

/** The network on the screen, written out; it can be undone. */
export async function showAsProgram(backstep: Backstep): Promise<void> {
  const { store, actions } = backstep;
  const { networkAsProgram } = await import('../../compile/asProgram');
  const { problem } = store.getState();
  if (problem?.kind !== 'network') {
    if (problem) openEditor();
    return;
  }
  const program = await withCompiler(networkAsProgram(problem));
  const shown = program.ok ? actions.setProblem(program.value) : program;
  if (!shown.ok) return say(`${shown.fault.error}.`);
  openEditor();
  sayUndoable(backstep, 'The network is written out as a program now.');
}

export function editProgram(backstep: Backstep): void {
  if (backstep.store.getState().problem?.kind === 'program') openEditor();
  else void showAsProgram(backstep);
}

export const STARTER = {
  format: 'backstep-problem',
  version: 1,
  title: 'My program',
  program: 'yhat = w * x + b\nL = (yhat - y)^2',
  data: { x: 2, y: 1 },
  parameters: { w: 0.5, b: -0.3 },
};

/** Something to see at once, all selected: what is typed next replaces it. */
export async function newProgram(backstep: Backstep): Promise<void> {
  const { actions } = backstep;
  const starter = await parseProblemLater(STARTER);
  if (!starter.ok) return actions.refuse(starter.fault);
  const opened = await leaving(backstep, () => actions.openProblem(starter.value));
  if (!opened.ok) return;
  editing.setState(({ replace }) => ({ open: true, draft: null, replace: replace + 1 }));
}
