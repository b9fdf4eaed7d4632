import { createStore } from 'zustand/vanilla';
import type { ScenePath } from '../../diagram';

/** What the sheet of an entry or a path lights up elsewhere. It follows from the sheet and goes with it. */
export interface Drawn {
  /** The entry that is looked at: `dW2[1,0]`. */
  readonly chosen: string | null;
  /** The entries that its formula reads. */
  readonly reads: readonly string[];
  /** The way that is drawn on the diagram. */
  readonly path: ScenePath | null;
}

export const NOTHING_DRAWN: Drawn = { chosen: null, reads: [], path: null };

export const drawn = createStore<Drawn>()(() => NOTHING_DRAWN);

/** For what was drawn since: it is marked too. */
export const markAnew = () => drawn.setState({});
