import { readKept, writeKept } from '../keep/storage';
import type { SavedProblem } from './database';

/** Which state of which entry. */
type Seen = Pick<SavedProblem, 'id' | 'saved'>;

/** Of this tab, also over a reload. */
const KEY = 'backstep.saved-seen.1';

function all(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(readKept('sessionStorage', KEY) ?? 'null');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

/** This tab has opened or written the entry as it was saved then. */
export function sawSaved({ id, saved }: Seen): void {
  writeKept('sessionStorage', KEY, JSON.stringify({ ...all(), [id]: saved }));
}

/** Another tab has written to it since this one saw it; not known of what was never opened here. */
export function isOutdated({ id, saved }: Seen): boolean {
  const kept = all();
  return Object.hasOwn(kept, id) && kept[id] !== saved;
}
