import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { expectProgram } from '../../compile';
import { LIBRARY } from '../../problem';
import { Select } from '../controls/Select';
import { newProgram } from '../editor/programCommands';
import { useBackstep, useSelect } from '../hooks';
import { leaving } from '../keep/leaving';
import { openSaved, refreshList, savedList } from '../saved/store';
import { newNetwork } from '../setup/newNetwork';
import { byDocument } from './grouped';

const GROUPS = byDocument(LIBRARY);
/** Stands for a file that is not in the library. */
const OWN = '';
/** Before the id of one that is saved in this browser. */
const SAVED = 'saved:';
const NEW_NETWORK = 'new-network';
const NEW_PROGRAM = 'new-program';

export function ProblemPicker(): ReactNode {
  const library = useSelect((state) => state.library);
  const title = useSelect((state) => state.problem?.title);
  const backstep = useBackstep();
  const { actions } = backstep;
  const saved = useStore(savedList, ({ entries }) => entries);
  useEffect(() => {
    // The list can wait until the page has come.
    const timer = setTimeout(refreshList, 1500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Select
      label="Problem"
      className="problem-picker"
      value={library ?? OWN}
      onNear={expectProgram}
      onChange={(id) => {
        if (id.startsWith(SAVED))
          void leaving(backstep, () => openSaved(id.slice(SAVED.length), actions));
        else if (id === NEW_NETWORK) void newNetwork(backstep);
        else if (id === NEW_PROGRAM) void newProgram(backstep);
        else if (id !== OWN) void leaving(backstep, () => actions.openLibrary(id));
      }}
    >
      {library === null && <option value={OWN}>{title ?? 'Opening…'}</option>}
      <option value={NEW_NETWORK}>New network…</option>
      <option value={NEW_PROGRAM}>New program…</option>
      {saved && saved.length > 0 && (
        <optgroup label="Saved in this browser">
          {saved.map(({ id, name }) => (
            <option key={id} value={SAVED + id}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
      {GROUPS.map(({ document, entries }) => (
        <optgroup key={document} label={document}>
          {entries.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {/* The one that is open is said by its title alone, for which there is room. */}
              {entry.id === library ? entry.title : `${entry.title} · ${entry.section}`}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
