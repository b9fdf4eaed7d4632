/** More would mean that the page holds several snapshots at once; it gives each back when it has read it. */
const KEPT = 3;

/** Buffers of one size that travel to the page and back, so that a snapshot allocates nothing. */
export interface Pool {
  take(bytes: number): ArrayBuffer;
  give(buffer: ArrayBuffer): void;
}

export function createPool(): Pool {
  let size = 0;
  let free: ArrayBuffer[] = [];
  return {
    take(bytes) {
      if (bytes !== size) {
        size = bytes;
        free = [];
      }
      return free.pop() ?? new ArrayBuffer(bytes);
    },
    /** Those of an earlier problem's size come back late, and are let go. */
    give(buffer) {
      if (buffer.byteLength === size && free.length < KEPT) free.push(buffer);
    },
  };
}
