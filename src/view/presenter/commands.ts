import type { Command } from '../commands/command';
import { present } from './mode';

export const presenterCommands: readonly Command[] = [
  {
    id: 'presenter',
    title: 'Presenter view',
    group: 'Teach',
    words: 'two windows second screen audience notes clock timer lecture',
    keys: [{ press: 'Shift+p', label: 'Shift P' }],
    run: present,
  },
];
