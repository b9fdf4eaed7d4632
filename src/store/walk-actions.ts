import type { Detail } from '../derive';
import { isAtEnd, stepIndex, stepsIn } from './selectors';
import type { Settings, State, Store, Theme, View } from './state';
import { sameStep, stepsFor } from './walk';

export interface WalkActions {
  /** A step that is not there is not gone to. */
  goTo(step: string): void;
  next(): void;
  previous(): void;
  first(): void;
  last(): void;
  /** At the last step it starts over. */
  play(): void;
  pause(): void;
  setDetail(detail: Detail): void;
  setTheme(theme: Theme): void;
  setSpeed(speed: number): void;
  setExample(example: number): void;
  /** Only the example looked at, or all of them. */
  setAlone(alone: boolean): void;
  /** A network as layers, or as a graph. */
  setView(view: View): void;
}

/** From one step to the next while playing, in milliseconds, at speed 1. */
export const PACE = 1600;

const stepAt = (state: State, index: number) => {
  const steps = stepsIn(state);
  return steps[Math.max(0, Math.min(index, steps.length - 1))]?.id ?? '';
};

export function walkActions(store: Store): WalkActions {
  const goToIndex = (to: (state: State) => number) => {
    const state = store.getState();
    const step = stepAt(state, to(state));
    if (step !== state.cursor.step) store.setState({ cursor: { step }, before: null });
  };
  const set = (settings: Partial<Settings>) =>
    store.setState((state) => ({ settings: { ...state.settings, ...settings } }));

  return {
    goTo: (id) =>
      goToIndex((state) => {
        const index = stepsIn(state).findIndex((step) => step.id === id);
        return index < 0 ? stepIndex(state) : index;
      }),
    next: () => goToIndex((state) => stepIndex(state) + 1),
    previous: () => goToIndex((state) => stepIndex(state) - 1),
    first: () => goToIndex(() => 0),
    last: () => goToIndex((state) => stepsIn(state).length - 1),
    play() {
      const state = store.getState();
      if (!state.shown) return;
      const start = isAtEnd(state) ? { cursor: { step: stepAt(state, 0) }, before: null } : {};
      store.setState({ playing: true, ...start });
    },
    pause: () => store.setState({ playing: false }),
    setDetail(detail) {
      const { shown, settings, cursor } = store.getState();
      const after = shown ? stepsFor(shown.compiled, detail) : [];
      const step = sameStep(stepsIn(store.getState()), after, cursor.step);
      const moved = step !== cursor.step && { cursor: { step }, before: null };
      store.setState({ settings: { ...settings, detail }, ...moved });
    },
    setTheme: (theme) => set({ theme }),
    setSpeed: (speed) => set({ speed }),
    setExample: (example) => set({ example }),
    setAlone: (alone) => set({ alone }),
    setView: (view) => set({ view }),
  };
}

/** Moves on while playing, and stops at the last step. Each step stands for its whole time, however it came. */
export function keepPlaying(store: Store, { next, pause }: WalkActions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    next();
    if (isAtEnd(store.getState())) pause();
  };
  const unsubscribe = store.subscribe((state, before) => {
    const same =
      state.playing === before.playing &&
      state.cursor === before.cursor &&
      state.settings.speed === before.settings.speed;
    if (same) return;
    clearTimeout(timer);
    if (state.playing) timer = setTimeout(tick, PACE / state.settings.speed);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
