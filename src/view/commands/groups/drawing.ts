import { foldAll, graphView } from '../../network/graphView';
import type { Command } from '../command';

export const drawing: readonly Command[] = [
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
