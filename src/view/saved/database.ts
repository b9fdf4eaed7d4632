import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { DATABASE, freeName } from './names';

/** A problem kept in this browser; `text` is its file, which is read again with all its checks. */
export interface SavedProblem {
  readonly id: string;
  readonly name: string;
  /** In milliseconds since 1970. */
  readonly saved: number;
  readonly text: string;
}

interface Schema extends DBSchema {
  problems: { key: string; value: SavedProblem };
}

let opening: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>(DATABASE, 1, {
    upgrade: (db) => {
      db.createObjectStore('problems', { keyPath: 'id' });
    },
    // Another tab has a newer page: it must not wait for this one.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
    terminated: () => {
      opening = undefined;
    },
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

export async function readAll(): Promise<readonly SavedProblem[]> {
  return (await database()).getAll('problems');
}

export async function readOne(id: string): Promise<SavedProblem | undefined> {
  return (await database()).get('problems', id);
}

/** Under that name, or the next that is free, found in the same transaction, so that no tab overwrites another's. */
export async function add(entries: readonly Pick<SavedProblem, 'name' | 'text'>[]) {
  const write = (await database()).transaction('problems', 'readwrite');
  const taken = (await write.store.getAll()).map(({ name }) => name);
  const added: SavedProblem[] = [];
  for (const { name, text } of entries) {
    const free = freeName(name, taken);
    taken.push(free);
    const entry = { id: crypto.randomUUID(), name: free, saved: Date.now(), text };
    added.push(entry);
    write.store.put(entry);
  }
  await write.done;
  return added as readonly SavedProblem[];
}

/** Undefined where another tab has deleted it meanwhile. */
export async function change(
  id: string,
  to: (entry: SavedProblem, taken: readonly string[]) => SavedProblem,
): Promise<SavedProblem | undefined> {
  const write = (await database()).transaction('problems', 'readwrite');
  const all = await write.store.getAll();
  const entry = all.find((one) => one.id === id);
  const changed =
    entry &&
    to(
      entry,
      all.filter((one) => one.id !== id).map(({ name }) => name),
    );
  if (changed) write.store.put(changed);
  await write.done;
  return changed;
}

export async function remove(id: string): Promise<SavedProblem | undefined> {
  const write = (await database()).transaction('problems', 'readwrite');
  const entry = await write.store.get(id);
  write.store.delete(id);
  await write.done;
  return entry;
}

export async function putBack(entry: SavedProblem): Promise<void> {
  await (await database()).put('problems', entry);
}
