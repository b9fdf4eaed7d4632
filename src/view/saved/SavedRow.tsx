import { type ReactNode, useEffect, useRef, useState } from 'react';
import { closeDialog } from '../dialogs/dialogs';
import { useBackstep } from '../hooks';
import { leaving } from '../keep/leaving';
import { duplicate, exportOne, remove, rename } from './actions';
import { tidyName } from './names';
import { openSaved, type SavedEntry } from './store';

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

interface RenameProps {
  readonly entry: SavedEntry;
  readonly done: () => void;
}

function Rename({ entry, done }: RenameProps): ReactNode {
  const backstep = useBackstep();
  const [typed, setTyped] = useState(entry.name);
  const name = tidyName(typed);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className="rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '' && name !== entry.name) void rename(entry.id, name, backstep);
        done();
      }}
    >
      <input
        type="text"
        aria-label={`New name of ${entry.name}`}
        autoComplete="off"
        maxLength={200}
        ref={field}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Escape gives up the name, not the whole dialog.
          event.preventDefault();
          done();
        }}
      />
      <button type="submit" className="button">
        Rename
      </button>
    </form>
  );
}

export function SavedRow({ entry }: { readonly entry: SavedEntry }): ReactNode {
  const { id, name, saved } = entry;
  const backstep = useBackstep();
  const [renaming, setRenaming] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const open = async () => {
    if (await leaving(backstep, () => openSaved(id, backstep.actions))) closeDialog();
  };
  const rest: readonly (readonly [string, () => void])[] = [
    ['Rename', () => setRenaming(true)],
    ['Duplicate', () => void duplicate(id)],
    ['Export', () => void exportOne(id)],
    ['Delete', () => void remove(id)],
  ];
  if (renaming) {
    return (
      <li>
        <Rename
          entry={entry}
          done={() => {
            setRenaming(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
      </li>
    );
  }
  return (
    <li>
      <button ref={opener} type="button" className="saved-name" onClick={() => void open()}>
        <span>{name}</span>
        <time dateTime={new Date(saved).toISOString()}>{day.format(saved)}</time>
      </button>
      <span className="saved-buttons">
        {rest.map(([label, run]) => (
          <button
            key={label}
            type="button"
            className="button plain"
            aria-label={`${label} ${name}`}
            onClick={run}
          >
            {label}
          </button>
        ))}
      </span>
    </li>
  );
}
