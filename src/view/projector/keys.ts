import { currentStep } from '../../store';
import type { Command } from '../commands/command';
import { openCode } from '../qr/open';
import { nextView } from './layout';
import { back, forward, toEnd, toStart } from './moves';
import {
  blank,
  leave,
  projecting,
  resize,
  showAs,
  switchTheme,
  toggle,
  togglePredict,
} from './projecting';
import { toggleFullScreen } from './screen';

const teach = (
  id: string,
  title: string,
  keys: readonly (readonly [press: string, label: string])[],
  run: Command['run'],
): Command => ({
  id,
  title,
  group: 'Projector',
  // A button that has the focus keeps its own.
  keys: keys.map(([press, label]) => ({
    press,
    label,
    ...((press === ' ' || press === 'Enter') && { where: 'page' as const }),
  })),
  run,
});

/** The keys of projector mode, which clickers press too. Its help is this table. */
export const PROJECTOR_KEYS: readonly Command[] = [
  teach(
    'forward',
    'Next: what is hidden, the next page, the next step',
    [
      ['PageDown', 'Page Down'],
      ['ArrowRight', '→'],
      ['ArrowDown', '↓'],
      [' ', 'Space'],
      ['Enter', 'Enter'],
    ],
    forward,
  ),
  teach(
    'back',
    'Back: the page before, the step before',
    [
      ['PageUp', 'Page Up'],
      ['ArrowLeft', '←'],
      ['ArrowUp', '↑'],
      ['Backspace', 'Backspace'],
    ],
    back,
  ),
  teach('to-start', 'First step', [['Home', 'Home']], toStart),
  teach('to-end', 'Last step', [['End', 'End']], toEnd),
  teach(
    'black',
    'Black screen, and back',
    [
      ['b', 'B'],
      ['.', '.'],
    ],
    () => blank('black'),
  ),
  teach('white', 'White screen, and back', [['w', 'W']], () => blank('white')),
  teach('predict', 'Hide each result until the next press', [['h', 'H']], togglePredict),
  teach('view', 'Large: diagram, equation, numbers', [['v', 'V']], ({ store }) => {
    const state = store.getState();
    const phase = currentStep(state)?.phase ?? 'forward';
    showAs(nextView(projecting.getState().view, phase, state.depth));
  }),
  teach('pointer', 'Pointer that fades', [['l', 'L']], () => toggle('pointer')),
  teach('magnifier', 'Magnify around the pointer', [['m', 'M']], () => toggle('magnifier')),
  teach(
    'larger',
    'Larger type',
    [
      ['+', '+'],
      ['=', '+'],
    ],
    () => resize(1),
  ),
  teach(
    'smaller',
    'Smaller type',
    [
      ['-', '−'],
      ['_', '−'],
    ],
    () => resize(-1),
  ),
  teach('dark', 'Light or dark', [['d', 'D']], switchTheme),
  teach('full-screen', 'Full screen', [['f', 'F']], toggleFullScreen),
  teach('corner', 'Last steps and keys in a corner', [['c', 'C']], () => toggle('corner')),
  teach('qr-code', 'QR code of this link', [['q', 'Q']], openCode),
  teach('undo', 'Undo an edit', [['Mod+z', 'Ctrl Z']], ({ actions }) => actions.undo()),
  teach('redo', 'Redo it', [['Mod+y', 'Ctrl Y']], ({ actions }) => actions.redo()),
  teach('help', 'All keys', [['?', '?']], () => toggle('help')),
  // A clicker may send it again; the page must not be loaded anew.
  teach('start', 'Start', [['F5', 'F5']], () => undefined),
  teach(
    'leave',
    'Leave',
    [
      ['Escape', 'Esc'],
      ['p', 'P'],
    ],
    () => {
      const { help, magnifier, pointer } = projecting.getState();
      if (help) return toggle('help');
      if (magnifier || pointer) return projecting.setState({ magnifier: false, pointer: false });
      leave();
    },
  ),
];
