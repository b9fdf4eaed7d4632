import type { Shape } from '../engine';
import type { Network } from '../problem';

/** What each quantity of layer l (from 1) is shaped like; `examples` is their number. */
export interface NetworkShapes {
  /** Values of the units of a layer for every example; layer 0 is the input. */
  readonly batch: (layer: number, examples: number) => Shape;
  readonly weights: (layer: number) => Shape;
  readonly bias: (layer: number) => Shape;
}

/** Units of a layer; layer 0 is the input. */
export function unitsOf(network: Network, layer: number): number {
  return layer === 0 ? network.inputs : (network.layers[layer - 1]?.units ?? 0);
}

export function shapesOf(network: Network): NetworkShapes {
  const columns = network.examples === 'columns';
  const outIn = network.weights === 'out-in';
  const units = (layer: number) => unitsOf(network, layer);
  return {
    batch: (layer, m) => (columns ? [units(layer), m] : [m, units(layer)]),
    weights: (l) => (outIn ? [units(l), units(l - 1)] : [units(l - 1), units(l)]),
    bias: (l) => (columns ? [units(l), 1] : [1, units(l)]),
  };
}
