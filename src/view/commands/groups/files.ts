import { openDialog } from '../../dialogs/dialogs';
import { newProgram } from '../../editor/programCommands';
import { copyLink } from '../../keep/copyLink';
import { printNow } from '../../print/open';
import { newNetwork } from '../../setup/newNetwork';
import { chooseFile, saveFile } from '../../topbar/files';
import type { Command } from '../command';

export const files: readonly Command[] = [
  {
    id: 'new-network',
    title: 'New network…',
    group: 'Problem',
    words: 'create empty own start',
    run: newNetwork,
  },
  {
    id: 'new-program',
    title: 'New program',
    group: 'Problem',
    words: 'formula type own text empty create',
    run: newProgram,
  },
  {
    id: 'saved',
    title: 'My problems…',
    group: 'Problem',
    words: 'save saved browser name rename duplicate delete import export',
    run: () => openDialog('saved'),
  },
  {
    id: 'copy-link',
    title: 'Copy link',
    group: 'Problem',
    words: 'share url address',
    run: (backstep) => void copyLink(backstep),
  },
  {
    id: 'open-file',
    title: 'Open a file…',
    group: 'Problem',
    words: 'load json',
    run: chooseFile,
  },
  {
    id: 'save-file',
    title: 'Save to a file',
    group: 'Problem',
    words: 'download json export',
    run: saveFile,
  },
  {
    id: 'print-now',
    title: 'Print the derivation, or what was printed last',
    group: 'Problem',
    words: 'paper pdf sheets',
    keys: [{ press: 'Mod+p', label: 'Ctrl P', where: 'anywhere' }],
    run: printNow,
  },
];
