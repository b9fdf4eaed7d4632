import { startProjector } from '../../projector/start';
import { openCode } from '../../qr/open';
import type { Command } from '../command';

export const teach: readonly Command[] = [
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
