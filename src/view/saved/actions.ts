import { type Problem, readProblem, writeProblem } from '../../problem';
import type { Actions, Backstep } from '../../store';
import { say } from '../notice/messages';
import { download, readFile } from '../topbar/file';
import { fileName } from '../topbar/grouped';
import { readBundle, writeBundle } from './bundle';
import type { SavedProblem } from './database';
import { freeName } from './names';
import { isOutdated, sawSaved } from './seen';
import { GONE, withDatabase } from './store';

/** Under that name, or the next that is free; what is open has it from then on. */
export async function saveAs(name: string, problem: Problem, actions: Actions): Promise<boolean> {
  const added = await withDatabase((db) => db.add([{ name, text: writeProblem(problem) }]));
  if (!added?.[0]) return false;
  sawSaved(added[0]);
  actions.rename(added[0].name);
  say(`Saved as “${added[0].name}”.`);
  return true;
}

/** What another tab has written since this one opened it stays; then this becomes a copy beside it. */
export async function replace(id: string, problem: Problem, actions: Actions): Promise<void> {
  const text = writeProblem(problem);
  let before: SavedProblem | undefined;
  const to = await withDatabase((db) =>
    db.change(id, (entry) => {
      before = entry;
      return isOutdated(entry) ? entry : { ...entry, text, saved: Date.now() };
    }),
  );
  if (to === undefined) say(GONE);
  if (!to || !before) return;
  if (to === before) {
    const added = await withDatabase((db) => db.add([{ name: to.name, text }]));
    if (!added?.[0]) return;
    sawSaved(added[0]);
    actions.rename(added[0].name);
    say(`Another tab has changed “${to.name}” meanwhile. Yours is “${added[0].name}”, beside it.`);
    return;
  }
  sawSaved(to);
  const old = before.text;
  say(`“${to.name}” was replaced.`, {
    label: 'Undo',
    run: () => void putBackText(to, old),
  });
}

/** Only where nobody has written to it since. */
async function putBackText({ id, saved }: SavedProblem, text: string): Promise<void> {
  const now = await withDatabase((db) =>
    db.change(id, (entry) =>
      entry.saved === saved ? { ...entry, text, saved: Date.now() } : entry,
    ),
  );
  if (now === undefined) say(GONE);
  else if (now && now.text === text) sawSaved(now);
  else if (now) say(`Another tab has changed “${now.name}” meanwhile, so it stays as it is.`);
}

/** What is open under the old name has the new one, too. */
export async function rename(
  id: string,
  name: string,
  { store, actions }: Backstep,
): Promise<void> {
  let before: string | undefined;
  const to = await withDatabase((db) =>
    db.change(id, (entry, taken) => {
      before = entry.name;
      return { ...entry, name: freeName(name, taken) };
    }),
  );
  if (to === undefined) say(GONE);
  if (to && store.getState().problem?.title === before) actions.rename(to.name);
}

export async function duplicate(id: string): Promise<void> {
  const added = await withDatabase(async (db) => {
    const entry = await db.readOne(id);
    return entry && db.add([{ name: entry.name, text: entry.text }]);
  });
  say(added?.[0] ? `Copied as “${added[0].name}”.` : GONE);
}

export async function remove(id: string): Promise<void> {
  const entry = await withDatabase((db) => db.remove(id));
  if (!entry) return;
  say(`“${entry.name}” was deleted.`, {
    label: 'Undo',
    run: () => void withDatabase((db) => db.putBack(entry)),
  });
}

export async function exportOne(id: string): Promise<void> {
  const entry = await withDatabase((db) => db.readOne(id));
  if (entry === undefined) say(GONE);
  const read = entry && readProblem(entry.text);
  if (!entry || !read?.ok) return;
  download(writeProblem({ ...read.value, title: entry.name }), fileName(entry.name));
  say(`“${entry.name}” was exported.`);
}

export async function exportAll(): Promise<void> {
  const entries = await withDatabase((db) => db.readAll());
  if (!entries) return;
  const named = entries.flatMap(({ name, text }) => {
    const read = readProblem(text);
    return read.ok ? [{ name, problem: read.value }] : [];
  });
  download(writeBundle(named), 'my-problems.backstep.json');
}

export async function importFile(file: File): Promise<void> {
  const text = await readFile(file);
  if (!text.ok) return say(`${text.fault.error}.`);
  const read = readBundle(text.value);
  if (!read.ok) {
    return say(`${file.name} was not imported: ${read.fault.error} (at ${read.fault.where}).`);
  }
  const entries = read.value.map(({ name, problem }) => ({ name, text: writeProblem(problem) }));
  const added = await withDatabase((db) => db.add(entries));
  if (added) say(`${added.length} ${added.length === 1 ? 'problem' : 'problems'} imported.`);
}
