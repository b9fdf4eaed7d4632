import { editProgram, showAsProgram } from '../../editor/programCommands';
import { setup } from '../../setup/open';
import { applyUpdate } from '../../update/applyUpdate';
import type { Command } from '../command';

/** Fields of numbers run these themselves: a browser has a history of its own for what is typed. */
export const history: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo',
    group: 'Edit',
    words: 'take back',
    keys: [{ press: 'Mod+z', label: 'Ctrl Z' }],
    run: ({ actions }) => actions.undo(),
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Edit',
    words: 'again',
    keys: [
      { press: 'Mod+y', label: 'Ctrl Y' },
      { press: 'Mod+Shift+z', label: 'Ctrl Shift Z' },
    ],
    run: ({ actions }) => actions.redo(),
  },
];

export const edits: readonly Command[] = [
  ...history,
  {
    id: 'apply-update',
    title: 'Apply update',
    group: 'Edit',
    words: 'train learn gradient descent step parameters',
    keys: [{ press: 'u', label: 'U' }],
    run: applyUpdate,
  },
  {
    id: 'set-up',
    title: 'Set up the network…',
    group: 'Edit',
    words: 'architecture layers units activation loss batch examples weights seed',
    run: () => setup.setState({ open: true }),
  },
  {
    id: 'edit-program',
    title: 'Edit program',
    group: 'Edit',
    words: 'formula text code editor type syntax',
    keys: [{ press: 'e', label: 'E' }],
    run: editProgram,
  },
  {
    id: 'show-as-program',
    title: 'Show as program',
    group: 'Edit',
    words: 'network formula text lines',
    run: (backstep) => void showAsProgram(backstep),
  },
];
