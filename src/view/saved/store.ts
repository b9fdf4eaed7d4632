import { createStore } from 'zustand/vanilla';
import { type Problem, readProblemLater } from '../../problem';
import type { Actions } from '../../store';
import { say } from '../notice/messages';
import type { SavedProblem } from './database';
import { DATABASE } from './names';
import { sawSaved } from './seen';

export type SavedEntry = Omit<SavedProblem, 'text'>;

export interface SavedList {
  /** Null until it was read. */
  readonly entries: readonly SavedEntry[] | null;
  /** Why this browser keeps nothing. */
  readonly refused: string | null;
}

export const savedList = createStore<SavedList>()(() => ({ entries: null, refused: null }));

/** Tabs tell each other that something has changed. */
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('backstep');

const load = () => import('./database');
export type Database = Awaited<ReturnType<typeof load>>;

const FORBIDDEN =
  'This browser does not let the page keep problems (storage is full or forbidden). Save to a file instead.';

export const GONE = 'Another tab has deleted this problem.';

/** Does something with the database, tells the list and the other tabs; says so where the browser forbids it. */
export async function withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T | null> {
  try {
    const result = await use(await load());
    await refresh();
    tabs?.postMessage('saved');
    return result;
  } catch {
    savedList.setState({ refused: FORBIDDEN });
    say(FORBIDDEN);
    return null;
  }
}

async function refresh(): Promise<void> {
  const all = await (await load()).readAll();
  const entries = all
    .map(({ id, name, saved }) => ({ id, name, saved }))
    .sort((a, b) => b.saved - a.saved);
  savedList.setState({ entries, refused: null });
}

/** Whether somebody has ever saved here; where the browser does not tell, perhaps. */
async function mayHold(): Promise<boolean> {
  const all = await indexedDB.databases?.();
  return all?.some(({ name }) => name === DATABASE) ?? true;
}

/** Quietly: nobody has asked for it yet, and most have nothing to be read. */
export function refreshList(): void {
  mayHold()
    .then((may) => (may ? refresh() : savedList.setState({ entries: [] })))
    .catch(() => savedList.setState({ refused: FORBIDDEN }));
}

tabs?.addEventListener('message', refreshList);

/** Whether one that is saved in this browser is meant; where the browser does not tell, none is. */
export async function isSaved(isMeant: (saved: Problem) => boolean): Promise<boolean> {
  if (savedList.getState().entries?.length === 0) return false;
  try {
    if (!(await mayHold())) return false;
    const all = await (await load()).readAll();
    const read = await Promise.all(all.map(({ text }) => readProblemLater(text)));
    return read.some(
      (problem, i) => problem.ok && isMeant({ ...problem.value, title: all[i]?.name ?? '' }),
    );
  } catch {
    return false;
  }
}

/** Under the name that it has here. */
export async function openSaved(id: string, actions: Actions): Promise<boolean> {
  const entry = await withDatabase((database) => database.readOne(id));
  if (entry === undefined) say(GONE);
  if (!entry) return false;
  const read = await readProblemLater(entry.text);
  if (!read.ok) actions.refuse(read.fault);
  const isOpen = read.ok && (await actions.openProblem({ ...read.value, title: entry.name })).ok;
  if (isOpen) sawSaved(entry);
  return isOpen;
}
