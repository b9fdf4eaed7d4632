import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { Dialog } from '../dialogs/Dialog';
import { closeDialog, dialogs } from '../dialogs/dialogs';
import { useBackstep } from '../hooks';
import type { Command } from './command';
import { commandsOf } from './dynamic';
import { search } from './search';
import { COMMANDS } from './table';
import './palette.css';

/** A longer list is not read, but narrowed by another letter. */
const MOST = 60;

/** Which option a key goes to, of `count`. */
const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
};

export function Palette(): ReactNode {
  const backstep = useBackstep();
  const [query, setQuery] = useState(dialogs.getState().typed);
  const [at, setAt] = useState(0);
  const list = useId();
  const all = useMemo(
    () => [
      ...COMMANDS.filter(({ id }) => id !== 'palette'),
      ...commandsOf(backstep.store.getState()),
    ],
    [backstep],
  );
  const found = useMemo(() => search(all, query), [all, query]);
  const options = found.slice(0, MOST);
  const optionId = (i: number) => `${list}-${i}`;

  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, at]);

  const choose = (command: Command | undefined) => {
    if (!command) return;
    closeDialog();
    command.run(backstep);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = Object.hasOwn(MOVES, event.key) ? MOVES[event.key] : undefined;
    if (move && options.length > 0) setAt(move(at, options.length));
    else if (event.key === 'Enter') choose(options[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title="Search commands">
      <div className="palette-search">
        <input
          type="text"
          role="combobox"
          maxLength={200}
          aria-label="Search commands, steps and problems"
          aria-expanded={options.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? optionId(at) : undefined}
          placeholder="A command, a step, a quantity or a problem"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={list} role="listbox" aria-label="Commands" className="palette-list">
        {options.map((command, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
          <div
            key={command.id}
            id={optionId(i)}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className="palette-option"
            onClick={() => choose(command)}
          >
            <span>{command.title}</span>
            <span className="palette-group">
              {command.keys?.[0] && <kbd>{command.keys[0].label}</kbd>}
              <span>{command.group}</span>
            </span>
          </div>
        ))}
      </div>
      <p className="palette-note" role="status">
        {options.length === 0 ? (
          <>
            Nothing is called “{query.slice(0, 60)}”. Try a word such as <em>delta</em>,{' '}
            <em>dark</em> or <em>PyTorch</em>.
          </>
        ) : (
          `${found.length > MOST ? `${MOST} of ${found.length}` : found.length} found`
        )}
      </p>
      {options.length === 0 && (
        <div className="palette-note">
          <button type="button" className="button" onClick={() => setQuery('')}>
            Show all
          </button>
        </div>
      )}
    </Dialog>
  );
}
