import { CONTESTANTS } from './contestants.mjs';
import { race } from './measure.mjs';
import { batchFor, NETS, nameOf } from './nets.mjs';

/** Batches of ten examples that are trained in a second, on one thread, for each network and contestant. */
export function raceTraining(options) {
  return NETS.map((sizes) => {
    const batch = batchFor(sizes);
    const ready = Object.fromEntries(
      Object.entries(CONTESTANTS).map(([name, make]) => [name, make(sizes, batch)]),
    );
    return { network: nameOf(sizes), results: race(ready, options) };
  });
}
