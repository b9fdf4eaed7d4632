import type { ReactNode } from 'react';
import { LIBRARY } from '../../problem';
import { writeAddress } from '../address';
import { Select } from '../controls/Select';
import { useActions, useSelect } from '../hooks';
import { byDocument } from './grouped';

const GROUPS = byDocument(LIBRARY);
/** Stands for a file that is not in the library. */
const OWN = '';

export function ProblemPicker(): ReactNode {
  const library = useSelect((state) => state.library);
  const title = useSelect((state) => state.problem?.title);
  const { openLibrary } = useActions();
  return (
    <Select
      label="Problem"
      className="problem-picker"
      value={library ?? OWN}
      onChange={(id) => {
        if (id !== OWN) void openLibrary(id).then((opened) => opened.ok && writeAddress(id));
      }}
    >
      {library === null && <option value={OWN}>{title ?? 'Opening…'}</option>}
      {GROUPS.map(({ document, entries }) => (
        <optgroup key={document} label={document}>
          {entries.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {`${entry.title} · ${entry.section}`}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
