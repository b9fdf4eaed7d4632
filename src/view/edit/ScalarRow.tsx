import { type ReactNode, useState } from 'react';
import { formatNumber, quantitySpoken, quantityText } from '../../derive';
import { entry, entryName, read } from '../../engine';
import { tensorOf } from '../../problem';
import { beforeOf, type Subject } from '../../store';
import type { EntryProps } from '../depth/useSubject';
import { Row } from '../equation/Row';
import { useSelect, useTouch } from '../hooks';
import { placeWords } from '../numbers/placeWords';
import { NUMBER_INPUT, useNumberField } from './useNumberField';
import './edge.css';

interface FieldProps {
  readonly name: string;
  /** What it is called aloud. */
  readonly spoken: string;
  readonly row: number;
  readonly col: number;
  readonly value: number;
  readonly was: string | undefined;
}

function Field({ name, spoken, row, col, value, was }: FieldProps): ReactNode {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { draft, full, handlers } = useNumberField({ name, row, col, value, onRefuse: setRefusal });
  const way = useTouch()
    ? 'tap it, then type another or drag it up or down'
    : 'type, drag, or press ↑ ↓';
  return (
    <div className="scalar-field">
      <input
        {...NUMBER_INPUT}
        className="cell"
        data-entry={entryName(name, row, col)}
        aria-label={placeWords(spoken, row, col)}
        aria-invalid={refusal === null ? undefined : true}
        value={draft ?? full}
        {...handlers}
      />
      {was !== undefined && <s className="soft">{was}</s>}
      <span className="soft">{`given: ${way}`}</span>
      {refusal && (
        <p role="alert" className="field-refusal">
          {refusal}
        </p>
      )}
    </div>
  );
}

/** The number of the problem behind an entry: its own, or for a gradient that of its weight. It is edited here. */
export function ScalarRow(props: EntryProps & { readonly subject: Subject }): ReactNode {
  const { subject, shown, printing, decimals } = props;
  const before = useSelect(beforeOf);
  const { quantity, row, col } = subject;
  const { id } = quantity.node;
  const { data, parameters } = shown.problem;
  const matrix = read(shown.snapshot, 'value', id);
  if (!matrix || (tensorOf(data, id) ?? tensorOf(parameters, id)) === undefined) return null;
  const value = entry(matrix, row, col);
  const earlier = before && read(before.snapshot, 'value', id);
  const old = earlier ? entry(earlier, row, col) : value;
  return (
    <Row
      label={quantity.aspect === 'value' ? 'its value' : `value of ${quantityText(printing, id)}`}
    >
      <Field
        key={entryName(id, row, col)}
        name={id}
        spoken={quantitySpoken(printing, id)}
        row={row}
        col={col}
        value={value}
        was={old === value ? undefined : formatNumber(old, { decimals })}
      />
    </Row>
  );
}
