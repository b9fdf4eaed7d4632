import { toRows } from '../engine';
import { type Actions, type Backstep, createStore } from './create';
import { FakeEngine } from './engine.testing';
import { matrixOf, stepsIn } from './selectors';
import type { History, State } from './state';

/** A page without a view, for tests under fake timers. */
export interface TestPage extends Backstep {
  readonly state: () => State;
  readonly history: () => History;
  readonly engines: readonly FakeEngine[];
  readonly engine: () => FakeEngine;
  readonly numbers: (id: string) => number[][] | undefined;
  readonly stepIds: () => readonly string[];
  readonly openLibrary: (id: string) => Promise<void>;
}

/** `settle` lets the engine answer. */
export function createTestPage(settle: () => Promise<unknown>): TestPage {
  const engines: FakeEngine[] = [];
  const page = createStore({
    spawn: () => {
      const engine = new FakeEngine();
      engines.push(engine);
      return engine;
    },
  });
  const state = () => page.store.getState();
  const actions: Actions = page.actions;
  return {
    ...page,
    state,
    history: () => page.store.temporal.getState(),
    engines,
    engine: () => engines.at(-1) as FakeEngine,
    numbers(id) {
      const matrix = matrixOf(state().shown, id);
      return matrix && toRows(matrix);
    },
    stepIds: () => stepsIn(state()).map(({ id }) => id),
    async openLibrary(id) {
      await actions.openLibrary(id);
      await settle();
    },
  };
}
