import type { WorkerLike } from './protocol';
import { spawnWorker } from './spawn';

let first: WorkerLike | undefined;

/** One that fails is begun anew by who takes it, and can say so. */
function begin(): void {
  try {
    first = spawnWorker();
    first.addEventListener('error', () => {
      first = undefined;
    });
  } catch {
    first = undefined;
  }
}

/** As `spawnWorker`; the first time the worker that was begun ahead of the page. */
export function spawnBegun(): WorkerLike {
  const worker = first ?? spawnWorker();
  first = undefined;
  return worker;
}

// A script of its own (scripts/lib/preloads.mjs): it wakes on another core while the page is fetched and evaluated.
begin();
