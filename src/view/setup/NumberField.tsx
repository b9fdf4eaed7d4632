import type { ReactNode } from 'react';
import { entryName } from '../../engine';
import { inFull, NUMBER_INPUT, useNumberField } from '../edit/useNumberField';
import type { PartProps } from './props';

interface Props extends Pick<PartProps, 'onDone'> {
  /** Of data or parameters: `X`, `W1`. */
  readonly name: string;
  readonly row: number;
  readonly col: number;
  readonly value: number;
  readonly label: string;
}

/** One number of the problem, edited as in its card; a refusal is said in the panel. */
export function NumberField({ name, row, col, value, label, onDone }: Props): ReactNode {
  const { draft, handlers } = useNumberField({
    name,
    row,
    col,
    value,
    onRefuse: (why) =>
      onDone(
        why === null
          ? { ok: true, value: null }
          : { ok: false, fault: { error: why.replace(/\.$/, ''), where: name } },
      ),
  });
  return (
    <input
      {...NUMBER_INPUT}
      className="setup-entry"
      data-entry={entryName(name, row, col)}
      aria-label={label}
      value={draft ?? inFull(value)}
      {...handlers}
    />
  );
}
