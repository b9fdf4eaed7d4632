import { type Compiled, compileAtHand } from '../compile';
import type { Layout } from '../engine';
import { ok, type Problem, type Result } from '../problem';
import {
  type ClientOptions,
  createClient,
  dispatch,
  type EngineEvent,
  type Handlers,
  type LeafChange,
} from '../worker';
import { leafChanges, withChanges } from './change';
import { startedCheck, withDifferences } from './check';
import { memoryWithLeaves, placeIn } from './place';
import type { Place } from './share';
import type { Store, Undoable } from './state';
import { layoutFor } from './walk';

export type LinkOptions = Pick<ClientOptions, 'spawn' | 'patience'>;

/** A problem that can be calculated, and what of it the worker does not have yet. */
export interface Prepared {
  readonly compiled: Compiled;
  /** Undefined where the worker needs the whole problem. */
  readonly changes: readonly LeafChange[] | undefined;
  /** Another problem, which starts at its own first step; else the learner stays where they are. */
  readonly opening: boolean;
  /** Where in it a link starts, instead of its first step. */
  readonly place?: Place | undefined;
}

/** In milliseconds: how long the parts of a problem being opened are gathered before they are put on the screen. */
export const FRAME = 16;

/** What the worker was asked last. */
interface Asked {
  readonly revision: number;
  readonly compiled: Compiled;
  readonly layout: Layout;
  readonly opening: boolean;
  readonly place: Place | undefined;
  readonly state: Undoable;
}

export interface Link {
  prepare(problem: Problem, opening: boolean, place?: Place): Result<Prepared>;
  /** Sends on what the store's problem has become. */
  send(prepared: Prepared): void;
  /** Differences of what is shown; they come into the store's `check`. */
  check(epsilon: number): void;
  restart(): void;
  dispose(): void;
}

/** Between store and worker: sends each problem on, and shows it together with its numbers once they come. */
export function createLink(store: Store, options: LinkOptions): Link {
  let revision = 0;
  let asked: Asked | undefined;
  /** The last that was calculated: what the page returns to if the next cannot be. */
  let sound: Undoable = { problem: null, library: null };
  /** The numbers that a problem being opened has sent so far. */
  let arriving:
    | { readonly asked: Asked; readonly memory: Float64Array; filled: number }
    | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;

  /** Puts problem and numbers on the screen in one go. */
  function show(answered: Asked, memory: Float64Array, filled: number) {
    const { compiled, layout, opening, place } = answered;
    const state = store.getState();
    const isNew = state.shown?.revision !== answered.revision;
    sound = answered.state;
    store.setState({
      shown: {
        revision: answered.revision,
        problem: compiled.problem,
        compiled,
        snapshot: { layout, memory },
        filled,
      },
      ...(isNew && placeIn(state, compiled, opening, place)),
    });
  }

  function showArrived() {
    clearTimeout(gathering);
    gathering = undefined;
    if (arriving && arriving.asked === asked) show(asked, arriving.memory, arriving.filled);
  }

  const handlers: Handlers<Exclude<EngineEvent, { readonly kind: 'ready' }>> = {
    part: ({ buffer, start, end, last }) => {
      if (!asked) return;
      if (arriving?.asked !== asked) {
        arriving = { asked, memory: memoryWithLeaves(asked.compiled, asked.layout), filled: 0 };
      }
      arriving.memory.set(new Float64Array(buffer), start);
      arriving.filled = end;
      // A timer comes after the messages that wait already, so a page that is slow draws fewer times, not later.
      if (last) showArrived();
      else gathering ??= setTimeout(showArrived, FRAME);
    },
    snapshot: ({ buffer }) => {
      arriving = undefined;
      // A copy: the buffer goes back, and views may still look at the numbers before these.
      if (asked) show(asked, new Float64Array(buffer.slice(0)), asked.layout.length);
    },
    checked: (event) => {
      const { check } = store.getState();
      if (check?.revision !== event.revision || check.epsilon !== event.epsilon) return;
      store.setState({ check: withDifferences(check, event) });
    },
    failed: ({ fault }) => {
      asked = undefined;
      const history = store.temporal.getState();
      history.pause();
      store.setState({ fault, before: null, ...sound });
      history.resume();
    },
  };

  const client = createClient({
    ...options,
    onEvent: (event) => dispatch(handlers, event),
    onState: (engine) => {
      if (store.getState().engine !== engine) store.setState({ engine });
    },
  });

  return {
    prepare(problem, opening, place) {
      const changes = asked && !opening ? leafChanges(asked.compiled, problem) : undefined;
      if (asked && changes) {
        return ok({ compiled: withChanges(asked.compiled, problem, changes), changes, opening });
      }
      const compiled = compileAtHand(problem);
      return compiled.ok ? ok({ compiled: compiled.value, changes, opening, place }) : compiled;
    },
    send({ compiled, changes, opening, place }) {
      const { shown, problem, library } = store.getState();
      // An edit may overtake the opening of its problem, which then has still to be placed.
      const unplaced = asked?.opening === true && asked.revision !== shown?.revision;
      revision += 1;
      asked = {
        revision,
        compiled,
        layout: layoutFor(compiled.graph),
        opening: opening || unplaced,
        place: unplaced ? (place ?? asked?.place) : place,
        state: { problem, library },
      };
      const { graph, values } = compiled;
      const calculation = { graph, values, optimizer: compiled.problem.optimizer };
      if (changes) client.edit(revision, calculation, changes);
      else client.load(revision, calculation, opening);
    },
    check(epsilon) {
      const { shown } = store.getState();
      if (!shown || shown.revision !== revision) return;
      store.setState({ check: startedCheck(revision, epsilon) });
      client.check(revision, epsilon);
    },
    restart: client.restart,
    dispose() {
      clearTimeout(gathering);
      client.dispose();
    },
  };
}
