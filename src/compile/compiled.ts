import type { Graph, Matrix } from '../engine';
import type { Problem } from '../problem';

/** A problem ready to run: its graph and the value of each leaf, by id. */
export interface Compiled {
  readonly problem: Problem;
  readonly graph: Graph;
  readonly values: ReadonlyMap<string, Matrix>;
}
