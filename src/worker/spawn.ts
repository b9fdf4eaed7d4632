import type { WorkerLike } from './protocol';

/** Vite finds the worker's entry by exactly this form. */
export function spawnWorker(): WorkerLike & EventTarget {
  return new Worker(new URL('./entry.ts', import.meta.url), { type: 'module', name: 'engine' });
}
