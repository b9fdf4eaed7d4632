import type { ReactNode } from 'react';
import type { Fault } from '../../problem';

interface Props {
  readonly faults: readonly Fault[];
  readonly onGo: (fault: Fault) => void;
}

/** What is wrong with the text, each a way to its place. */
export function Faults({ faults, onGo }: Props): ReactNode {
  const rows = faults.map((fault) => (
    <button
      key={`${fault.where} ${fault.error}`}
      type="button"
      className="editor-go"
      onClick={() => onGo(fault)}
    >
      {`${fault.error} (${fault.where.replace(/^program, /, '')}).`}
    </button>
  ));
  if (rows.length < 2) return rows[0] ?? null;
  return (
    <ul aria-label={`${rows.length} errors`}>
      {rows.map((row) => (
        <li key={row.key}>{row}</li>
      ))}
    </ul>
  );
}
