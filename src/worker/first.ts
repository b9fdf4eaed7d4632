import type { WorkerLike } from './protocol';
import { spawnWorker } from './spawn';

interface Begun {
  readonly worker: WorkerLike & EventTarget;
  /** What it said while nobody listened. */
  said: unknown;
}

let begun: Begun | undefined;

/** One that fails is begun anew by who takes it, and can say so. */
function begin(): void {
  try {
    const first: Begun = { worker: spawnWorker(), said: undefined };
    begun = first;
    first.worker.addEventListener('message', (event: Event) => {
      first.said ??= (event as MessageEvent).data;
    });
    first.worker.addEventListener('error', () => {
      if (begun === first) begun = undefined;
    });
  } catch {
    begun = undefined;
  }
}

/** As `spawnWorker`; the first time the worker that was begun ahead of the page, which says again that it is ready. */
export function spawnBegun(): WorkerLike {
  if (!begun) return spawnWorker();
  const { worker, said: data } = begun;
  begun = undefined;
  if (data) queueMicrotask(() => worker.dispatchEvent(new MessageEvent('message', { data })));
  return worker;
}

// A script of its own (scripts/lib/preloads.mjs): it wakes on another core while the page is fetched and evaluated.
begin();
