import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import { Dialog } from '../dialogs/Dialog';
import { closeDialog } from '../dialogs/dialogs';
import { useBackstep } from '../hooks';
import { printNow } from './open';
import { type PrintChoice, type PrintKind, printing } from './printing';
import './dialog.css';

const KIND_WORDS: readonly (readonly [PrintKind, string, string])[] = [
  ['derivation', 'Derivation', 'every formula with its numbers, results and words'],
  ['worksheet', 'Worksheet', 'the same steps with their results left blank'],
  ['key', 'Answer key', 'the results alone, under the same numbers'],
  ['both', 'Worksheet, then its answer key', 'the key begins on a page of its own'],
];

const RANGE_WORDS = [
  ['all', 'All steps'],
  ['phase', 'This phase'],
  ['step', 'This step'],
] as const;

const PAPER_WORDS = [
  ['auto', 'As the printer has it'],
  ['a4', 'A4'],
  ['letter', 'Letter'],
] as const;

const choose = (change: Partial<PrintChoice>) =>
  printing.setState(({ choice }) => ({ choice: { ...choice, ...change } }));

interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string, string?])[];
  readonly onChoose: (value: T) => void;
}

function Choices<T extends string>(props: ChoicesProps<T>): ReactNode {
  const { legend, value, options, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="print-choices">
      <legend>{legend}</legend>
      {options.map(([each, label, note]) => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            checked={each === value}
            onChange={() => onChoose(each)}
          />
          <span>
            {label}
            {note && <small>{note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What to print, asked before the browser's own dialog. */
export function PrintDialog(): ReactNode {
  const backstep = useBackstep();
  const { kind, range, paper } = useStore(printing, (state) => state.choice);
  return (
    <Dialog title="Print">
      <form
        className="dialog-scroll"
        onSubmit={(event) => {
          event.preventDefault();
          printNow(backstep);
        }}
      >
        <Choices
          legend="What"
          value={kind}
          options={KIND_WORDS}
          onChoose={(value) => choose({ kind: value })}
        />
        <Choices
          legend="Which steps"
          value={range}
          options={RANGE_WORDS}
          onChoose={(value) => choose({ range: value })}
        />
        <Choices
          legend="Paper"
          value={paper}
          options={PAPER_WORDS}
          onChoose={(value) => choose({ paper: value })}
        />
        <div className="dialog-actions">
          <button type="submit" className="button strong">
            Print
          </button>
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
