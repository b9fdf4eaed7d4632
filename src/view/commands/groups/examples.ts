import { exampleOf } from '../../../store';
import type { Command } from '../command';

export const examples: readonly Command[] = [
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
