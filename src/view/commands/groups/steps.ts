import type { Command } from '../command';

export const steps: readonly Command[] = [
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
