import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../../problem';
import { Dialog } from '../dialogs/Dialog';
import { useBackstep, useSelect } from '../hooks';
import { say } from '../notice/messages';
import { chooseFiles } from '../topbar/files';
import { exportAll, importFile, replace, saveAs } from './actions';
import { tidyName } from './names';
import { SavedRow } from './SavedRow';
import { refreshList, savedList } from './store';
import './saved.css';

function SaveForm(): ReactNode {
  const { store, actions } = useBackstep();
  const problem = useSelect((state) => state.problem);
  const entries = useStore(savedList, (state) => state.entries);
  const [typed, setTyped] = useState<string | null>(null);
  /** What was saved here last. */
  const [done, setDone] = useState<Problem | null>(null);
  const name = tidyName(typed ?? problem?.title ?? '');
  const same = entries?.find((entry) => entry.name === name);
  if (!problem) return null;
  return (
    <form
      className="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '') return;
        // Enter once more is no wish for a copy.
        if (problem === done && typed === null) return say(`“${name}” is saved already.`);
        void saveAs(name, problem, actions).then((isSaved) => {
          if (!isSaved) return;
          setTyped(null);
          setDone(store.getState().problem);
        });
      }}
    >
      <label htmlFor="save-name">Save the problem that is open as</label>
      <div>
        <input
          id="save-name"
          type="text"
          autoComplete="off"
          maxLength={200}
          value={typed ?? problem.title}
          onChange={(event) => setTyped(event.target.value)}
        />
        {same && (
          <button
            type="button"
            className="button"
            onClick={() => void replace(same.id, problem, actions)}
          >
            Replace
          </button>
        )}
        <button type="submit" className="button strong" aria-disabled={name === '' || undefined}>
          {same ? 'Save a copy' : 'Save problem'}
        </button>
      </div>
      <p className="save-note" role="status">
        {name === '' && 'Give it a name first.'}
        {same && typed !== null && 'There is a problem of this name already.'}
      </p>
    </form>
  );
}

function List(): ReactNode {
  const { entries, refused } = useStore(savedList);
  if (refused) return <p className="empty">{refused}</p>;
  if (!entries) return <p className="empty">Looking…</p>;
  if (entries.length === 0) {
    return (
      <p className="empty">
        Nothing is saved in this browser yet. Give the problem above a name and save it, or import a
        file.
      </p>
    );
  }
  return (
    <ul className="saved-list" aria-label="Saved in this browser">
      {entries.map((entry) => (
        <SavedRow key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

export function Saved(): ReactNode {
  const count = useStore(savedList, ({ entries }) => entries?.length ?? 0);
  useEffect(refreshList, []);
  return (
    <Dialog title="My problems">
      <div className="dialog-scroll">
        <SaveForm />
        <h3>Saved in this browser</h3>
        <List />
        <div className="dialog-actions">
          <button
            type="button"
            className="button"
            onClick={() => chooseFiles((file) => void importFile(file))}
          >
            Import…
          </button>
          {count > 0 && (
            <button type="button" className="button" onClick={() => void exportAll()}>
              Export all
            </button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
