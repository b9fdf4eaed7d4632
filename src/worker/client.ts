import {
  type Calculation,
  dispatch,
  type EngineEvent,
  type EngineRequest,
  type Handlers,
  type LeafChange,
  type WorkerLike,
} from './protocol';
import { createWatchdog } from './watchdog';

export type EngineState = 'starting' | 'ready' | 'restarting' | { readonly failed: string };

/** In milliseconds. A script that still has to come over the network is given longer than one that runs. */
export interface Patience {
  readonly start: number;
  readonly answer: number;
}

export interface ClientOptions {
  readonly spawn: () => WorkerLike;
  /** An event of the newest revision. A snapshot's buffer goes back to the worker on return: copy it. */
  readonly onEvent: (event: Exclude<EngineEvent, { readonly kind: 'ready' }>) => void;
  readonly onState: (state: EngineState) => void;
  readonly patience?: Patience;
}

export interface Client {
  load(revision: number, calculation: Calculation, stream: boolean): void;
  /** `calculation` is the whole of it after the changes: what another worker would be given if this one died. */
  edit(revision: number, calculation: Calculation, changes: readonly LeafChange[]): void;
  /** The differences come as events; nothing waits for them, and a worker that dies begins them again. */
  check(revision: number, epsilon: number): void;
  restart(): void;
  dispose(): void;
}

const PATIENCE: Patience = { start: 10_000, answer: 2_000 };
const RESTARTS = 3;
const GIVEN_UP =
  'The part of the page that calculates has stopped, and starting it again did not help. Nothing you entered is lost.';

/**
 * Speaks with the worker and outlives it. A worker that throws says so, but one that was killed or hangs says
 * nothing, so silence while an answer is due counts as death too. Its successor is given the newest problem;
 * that is the same calculation again, so a false alarm costs time and nothing else.
 */
export function createClient(options: ClientOptions): Client {
  const { spawn, onEvent, onState, patience = PATIENCE } = options;
  let worker: WorkerLike | undefined;
  let awake = false;
  let newest: { readonly revision: number; readonly calculation: Calculation } | undefined;
  let checking: { readonly revision: number; readonly epsilon: number } | undefined;
  let pending = false;
  let restarts = 0;
  const watchdog = createWatchdog(died);

  const watch = () => watchdog.watch(awake ? patience.answer : patience.start);

  const answered = () => {
    pending = false;
    restarts = 0;
    watchdog.rest();
    onState('ready');
  };
  const isNewest = (event: { readonly revision: number }) => event.revision === newest?.revision;

  const handlersFor = (from: WorkerLike): Handlers<EngineEvent> => ({
    ready: () => {
      awake = true;
      if (pending) return watch();
      watchdog.rest();
      onState('ready');
    },
    part: (event) => {
      if (!isNewest(event)) return watch();
      if (event.last) answered();
      else watch();
      onEvent(event);
    },
    snapshot: (event) => {
      if (isNewest(event)) {
        answered();
        onEvent(event);
      } else watch();
      from.postMessage({ kind: 'recycle', buffer: event.buffer }, [event.buffer]);
    },
    checked: (event) => {
      if (!isNewest(event)) return;
      if (event.from + event.difference.length === event.total) checking = undefined;
      onEvent(event);
    },
    failed: (event) => {
      if (!isNewest(event)) return watch();
      answered();
      onEvent(event);
    },
  });

  function start() {
    awake = false;
    try {
      const born = spawn();
      worker = born;
      const handlers = handlersFor(born);
      const whileAlive = (act: (event: Event) => void) => (event: Event) => {
        if (worker === born) act(event);
      };
      const hear = (event: Event) => dispatch(handlers, (event as MessageEvent<EngineEvent>).data);
      born.addEventListener('message', whileAlive(hear));
      born.addEventListener('error', whileAlive(died));
      born.addEventListener('messageerror', whileAlive(died));
    } catch {
      return died();
    }
    if (!newest) return watch();
    send({ kind: 'load', ...newest, stream: false });
    if (checking) worker?.postMessage({ kind: 'check', ...checking }, []);
  }

  function stop() {
    watchdog.rest();
    worker?.terminate();
    worker = undefined;
  }

  function died() {
    stop();
    if (restarts === RESTARTS) return onState({ failed: GIVEN_UP });
    restarts += 1;
    onState('restarting');
    start();
  }

  function send(request: EngineRequest) {
    // Where the worker was given up, the newest problem waits for `restart`.
    if (!worker) return;
    worker.postMessage(request, []);
    pending = true;
    watch();
  }

  onState('starting');
  start();

  return {
    load(revision, calculation, stream) {
      newest = { revision, calculation };
      checking = undefined;
      send({ kind: 'load', revision, calculation, stream });
    },
    edit(revision, calculation, changes) {
      newest = { revision, calculation };
      checking = undefined;
      send({ kind: 'edit', revision, changes });
    },
    check(revision, epsilon) {
      checking = { revision, epsilon };
      worker?.postMessage({ kind: 'check', revision, epsilon }, []);
    },
    restart() {
      stop();
      restarts = 0;
      onState('restarting');
      start();
    },
    dispose: stop,
  };
}
