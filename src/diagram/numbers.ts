import type { Aspect, Snapshot } from '../engine';

/** Row and column in the matrix as it is stored. */
export type Cell = readonly [row: number, col: number];

export function numberAt(
  snapshot: Snapshot | null,
  aspect: Aspect,
  id: string,
  [row, col]: Cell,
): number | undefined {
  const slot = snapshot?.layout[aspect].get(id);
  return slot && snapshot?.memory[slot.offset + row * slot.shape[1] + col];
}

/** The largest size of an entry, for scales; 0 where there are no numbers. */
export function largest(snapshot: Snapshot | null, aspect: Aspect, id: string): number {
  const slot = snapshot?.layout[aspect].get(id);
  if (!slot || !snapshot) return 0;
  let most = 0;
  const end = slot.offset + slot.shape[0] * slot.shape[1];
  for (let i = slot.offset; i < end; i++) {
    const size = Math.abs(snapshot.memory[i] as number);
    if (size > most && size < Number.POSITIVE_INFINITY) most = size;
  }
  return most;
}
