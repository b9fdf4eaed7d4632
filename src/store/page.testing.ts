import { afterEach, beforeEach, vi } from 'vitest';
import { toRows } from '../engine';
import { type Actions, type Backstep, createStore } from './create';
import { FakeEngine } from './engine.testing';
import { matrixOf, stepsIn } from './selectors';
import type { History, State } from './state';

/** A page without a view, under fake timers. */
export interface TestPage extends Backstep {
  readonly state: () => State;
  readonly history: () => History;
  readonly engines: readonly FakeEngine[];
  readonly engine: () => FakeEngine;
  readonly numbers: (id: string) => number[][] | undefined;
  readonly stepIds: () => readonly string[];
  readonly openLibrary: (id: string) => Promise<void>;
}

/** Lets the engine answer. */
export const settle = () => vi.advanceTimersByTimeAsync(50);

function createTestPage(): TestPage {
  const engines: FakeEngine[] = [];
  const page = createStore({
    spawn: () => {
      const engine = new FakeEngine();
      engines.push(engine);
      return engine;
    },
  });
  const state = () => page.store.getState();
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
      await page.actions.openLibrary(id);
      await settle();
    },
  };
}

/** A new page for each test that follows, with this problem open; what is given back is always the page of now. */
export function pageForEach(id: string | null = 's3-mlp-mse-batch'): TestPage {
  let page: TestPage;
  beforeEach(async () => {
    vi.useFakeTimers();
    page = createTestPage();
    if (id !== null) await page.openLibrary(id);
  });
  afterEach(() => {
    page.dispose();
    vi.useRealTimers();
  });
  return {
    get store() {
      return page.store;
    },
    get engines() {
      return page.engines;
    },
    actions: new Proxy({} as Actions, { get: (_, name) => Reflect.get(page.actions, name) }),
    dispose: () => page.dispose(),
    state: () => page.state(),
    history: () => page.history(),
    engine: () => page.engine(),
    numbers: (quantity) => page.numbers(quantity),
    stepIds: () => page.stepIds(),
    openLibrary: (problem) => page.openLibrary(problem),
  };
}
