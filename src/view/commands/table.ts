import { exampleOf, THEMES, type Theme } from '../../store';
import { openDialog, tour } from '../dialogs/dialogs';
import { editProgram, newProgram, showAsProgram } from '../editor/programCommands';
import { explainFocused } from '../glossary/asked';
import { copyLink } from '../keep/copyLink';
import { lectureCommands } from '../lecture/commands';
import { foldAll, graphView } from '../network/graphView';
import { presenterCommands } from '../presenter/commands';
import { printNow } from '../print/open';
import { startProjector } from '../projector/start';
import { openCode } from '../qr/open';
import { newNetwork } from '../setup/newNetwork';
import { setup } from '../setup/open';
import { chooseFile, saveFile } from '../topbar/file';
import { applyUpdate } from '../update/applyUpdate';
import type { Command } from './command';

const steps: readonly Command[] = [
  {
    id: 'next',
    title: 'Next step',
    group: 'Steps',
    words: 'forward on',
    keys: [
      { press: 'ArrowRight', label: '→' },
      { press: 'PageDown', label: 'Page Down' },
    ],
    run: ({ actions }) => actions.next(),
  },
  {
    id: 'previous',
    title: 'Previous step',
    group: 'Steps',
    words: 'back',
    keys: [
      { press: 'ArrowLeft', label: '←' },
      { press: 'PageUp', label: 'Page Up' },
    ],
    run: ({ actions }) => actions.previous(),
  },
  {
    id: 'first',
    title: 'First step',
    group: 'Steps',
    words: 'start beginning',
    keys: [{ press: 'Home', label: 'Home' }],
    run: ({ actions }) => actions.first(),
  },
  {
    id: 'last',
    title: 'Last step',
    group: 'Steps',
    words: 'end',
    keys: [{ press: 'End', label: 'End' }],
    run: ({ actions }) => actions.last(),
  },
  {
    id: 'play',
    title: 'Play or pause',
    group: 'Steps',
    words: 'animate stop',
    keys: [{ press: ' ', label: 'Space', where: 'page' }],
    run: ({ store, actions }) => (store.getState().playing ? actions.pause() : actions.play()),
  },
];

const depths: readonly Command[] = [
  {
    id: 'depth-layer',
    title: 'Show the whole layer',
    group: 'Depth',
    words: 'matrices matrix',
    run: ({ actions }) => actions.setDepth('layer'),
  },
  {
    id: 'depth-entry',
    title: 'Show one entry',
    group: 'Depth',
    words: 'scalar sum unit weight',
    run: ({ actions }) => actions.setDepth('entry'),
  },
  {
    id: 'depth-path',
    title: 'Show the paths to the loss',
    group: 'Depth',
    words: 'path chain products',
    run: ({ actions }) => actions.setDepth('path'),
  },
  {
    id: 'depth-derivation',
    title: 'Show the derivation line by line',
    group: 'Depth',
    words: 'chain rule paper gradient latex',
    run: ({ actions }) => actions.setDepth('derivation'),
  },
];

const drawing: readonly Command[] = [
  {
    id: 'view-layers',
    title: 'Draw the network as layers',
    group: 'Drawing',
    words: 'units weights diagram view',
    run: ({ actions }) => actions.setView('layers'),
  },
  {
    id: 'view-graph',
    title: 'Draw the network as a graph',
    group: 'Drawing',
    words: 'operations nodes computation view',
    run: ({ actions }) => actions.setView('graph'),
  },
  {
    id: 'fold-all',
    title: 'Fold or open all lines of the graph',
    group: 'Drawing',
    words: 'operations expand collapse',
    keys: [{ press: 'Shift+f', label: 'Shift F' }],
    run: foldAll,
  },
  {
    id: 'fit-graph',
    title: 'Fit the graph',
    group: 'Drawing',
    words: 'zoom all whole',
    run: () => graphView.getState().diagram?.fit(),
  },
];

const edits: readonly Command[] = [
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

const files: readonly Command[] = [
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

const examples: readonly Command[] = [
  {
    id: 'next-example',
    title: 'Next example',
    group: 'Example',
    words: 'batch',
    run: ({ store, actions }) => actions.setExample(exampleOf(store.getState()) + 1),
  },
  {
    id: 'previous-example',
    title: 'Previous example',
    group: 'Example',
    words: 'batch',
    run: ({ store, actions }) => actions.setExample(Math.max(0, exampleOf(store.getState()) - 1)),
  },
  {
    id: 'alone',
    title: 'Only this example, or all',
    group: 'Example',
    words: 'single one share',
    run: ({ store, actions }) => actions.setAlone(!store.getState().settings.alone),
  },
];

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};

const themes = THEMES.map(
  (theme): Command => ({
    id: `theme-${theme}`,
    title: THEME_WORDS[theme],
    group: 'Theme',
    words: 'colours mode appearance',
    run: ({ actions }) => actions.setTheme(theme),
  }),
);

const teach: readonly Command[] = [
  {
    id: 'projector',
    title: 'Projector mode',
    group: 'Teach',
    words: 'present audience lecture large full screen beamer clicker slide show',
    keys: [
      { press: 'p', label: 'P' },
      { press: 'F5', label: 'F5' },
    ],
    run: startProjector,
  },
  {
    id: 'qr-code',
    title: 'QR code of this link',
    group: 'Teach',
    words: 'share phone students address scan camera',
    keys: [{ press: 'q', label: 'Q' }],
    run: openCode,
  },
];

const help: readonly Command[] = [
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

/** All that is the same for every problem. One table for the palette, the key help and the keys. */
export const COMMANDS: readonly Command[] = [
  ...steps,
  ...depths,
  ...drawing,
  ...edits,
  ...files,
  ...examples,
  ...themes,
  ...teach,
  ...presenterCommands,
  ...lectureCommands,
  ...help,
];
