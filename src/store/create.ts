import { temporal } from 'zundo';
import { createStore as createVanilla } from 'zustand/vanilla';
import { type DepthActions, depthActions } from './depth';
import { createLink, type LinkOptions } from './link';
import { type ProblemActions, problemActions } from './problem-actions';
import { initialState, type State, type Store, type Undoable } from './state';
import { keepPlaying, type WalkActions, walkActions } from './walk-actions';

export interface Actions extends ProblemActions, WalkActions, DepthActions {
  restartEngine(): void;
  /** Central differences of every parameter at ±ε, into `check`. */
  checkGradients(epsilon: number): void;
}

export interface Backstep {
  readonly store: Store;
  readonly actions: Actions;
  /** Stops the worker and the timer; for tests, a page just closes. */
  readonly dispose: () => void;
}

const HISTORY = 200;

/** The page's whole state, its actions, and the worker behind it. */
export function createStore(options: LinkOptions): Backstep {
  const store: Store = createVanilla<State>()(
    temporal(() => initialState, {
      limit: HISTORY,
      partialize: ({ problem, library }): Undoable => ({ problem, library }),
      equality: (a, b) => a.problem === b.problem,
    }),
  );
  const link = createLink(store, options);
  const walk = walkActions(store);
  const stopPlaying = keepPlaying(store, walk);
  return {
    store,
    actions: {
      ...problemActions(store, link),
      ...walk,
      ...depthActions(store),
      restartEngine: link.restart,
      checkGradients: link.check,
    },
    dispose() {
      stopPlaying();
      link.dispose();
    },
  };
}
