import type { Store } from './state';

export interface Gesture {
  /** From now on all changes are one entry of the history, until `end`. */
  begin(): void;
  end(): void;
  /** A change was taken. */
  took(): void;
}

/** A drag, or a key held down, is undone in one go: its first change is recorded, the others are not. */
export function createGesture(store: Store): Gesture {
  let active = false;
  const history = () => store.temporal.getState();
  return {
    begin() {
      active = true;
    },
    end() {
      active = false;
      history().resume();
    },
    took() {
      if (active) history().pause();
    },
  };
}
