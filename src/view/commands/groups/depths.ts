import type { Command } from '../command';

export const depths: readonly Command[] = [
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
