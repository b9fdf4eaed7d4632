import { parseProblemLater } from '../../problem';
import type { Backstep } from '../../store';
import { leaving } from '../keep/leaving';
import { setup } from './open';

/** As small as a network with a hidden layer can be, with numbers for pen and paper. */
export const STARTER = {
  format: 'backstep-problem',
  version: 1,
  title: 'My network, 2-2-1',
  network: {
    layers: [
      { units: 2 },
      { units: 2, activation: 'sigmoid' },
      { units: 1, activation: 'sigmoid' },
    ],
    loss: { kind: 'squared-error', scale: 0.5 },
  },
  data: { X: [[1], [2]], Y: [[1]] },
  parameters: {
    W1: [
      [0.1, 0.2],
      [0.3, 0.4],
    ],
    b1: [[0], [0]],
    W2: [[0.5, 0.6]],
    b2: [[0]],
  },
};

/** A network to start from, with the panel open in which it is changed. */
export async function newNetwork(backstep: Backstep): Promise<void> {
  const { actions } = backstep;
  const starter = await parseProblemLater(STARTER);
  if (!starter.ok) return actions.refuse(starter.fault);
  const opened = await leaving(backstep, () => actions.openProblem(starter.value));
  if (opened.ok) setup.setState({ open: true });
}
