import { openDialog, tour } from '../../dialogs/dialogs';
import { explainFocused } from '../../glossary/asked';
import type { Command } from '../command';

export const help: readonly Command[] = [
  {
    id: 'palette',
    title: 'Search commands',
    group: 'Help',
    words: 'palette find',
    keys: [{ press: 'Mod+k', label: 'Ctrl K', where: 'anywhere' }],
    run: () => openDialog('palette'),
  },
  {
    id: 'keys',
    title: 'Help and keys',
    group: 'Help',
    words: 'keyboard shortcuts',
    keys: [{ press: '?', label: '?' }],
    run: () => openDialog('keys'),
  },
  {
    id: 'glossary',
    title: 'Glossary of this step',
    group: 'Help',
    words: 'symbols meaning definition what is',
    // No number has a G in it.
    keys: [{ press: 'g', label: 'G', where: 'number' }],
    run: () => {
      if (!explainFocused()) openDialog('glossary');
    },
  },
  {
    id: 'tour',
    title: 'Show the tour',
    group: 'Help',
    words: 'introduction start',
    run: () => tour.setState({ stop: 0 }),
  },
];
