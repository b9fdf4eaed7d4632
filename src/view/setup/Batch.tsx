import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type BatchEdit, tensorOf } from '../../problem';
import { Icon, IconButton } from '../controls/icons';
import { useBackstep } from '../hooks';
import { sayUndoable } from '../notice/undoable';
import { NumberField } from './NumberField';
import { setup } from './open';
import type { PartProps } from './props';
import { isSameClick } from './sameClick';
import { useNetworkChanges } from './useNetworkChanges';
import './batch.css';

/** A longer list is edited in the cards. */
const MOST_EXAMPLES = 40;
const MOST_ENTRIES = 8;

/** Removes an example: one a click, with a way back; the focus goes to the one in its place, else the one before. */
function useRemoving({ onDone }: PartProps, count: number) {
  const { seed } = useStore(setup, (state) => state.seeded);
  const backstep = useBackstep();
  const { changeBatch } = useNetworkChanges();
  const list = useRef<HTMLOListElement>(null);
  const last = useRef<Parameters<typeof isSameClick>[0]>(null);
  const removed = useRef<number | null>(null);

  useEffect(() => {
    const example = removed.current;
    removed.current = null;
    if (example === null) return;
    const row = list.current?.children[Math.min(example, count - 1)];
    row?.querySelector<HTMLElement>('button:last-of-type')?.focus({ preventScroll: true });
  }, [count]);

  const remove = (
    example: number,
    { clientX: x, clientY: y, timeStamp: at, detail }: MouseEvent,
  ) => {
    const click = detail === 0 ? null : { x, y, at };
    if (click && isSameClick(last.current, click)) return;
    last.current = click;
    const done = changeBatch({ kind: 'remove', example }, seed);
    onDone(done);
    if (!done.ok) return;
    removed.current = example;
    sayUndoable(backstep, `Example ${example + 1} was removed.`);
  };
  return { list, remove };
}

/** The examples with their inputs and targets. */
export function Batch(props: PartProps): ReactNode {
  const { problem, onDone } = props;
  const { seed } = useStore(setup, (state) => state.seeded);
  const { changeBatch } = useNetworkChanges();
  const { examples, inputs, layers } = problem.network;
  const edit = (change: BatchEdit) => onDone(changeBatch(change, seed));
  const at = (unit: number, example: number): readonly [number, number] =>
    examples === 'columns' ? [unit, example] : [example, unit];
  const numberAt = (name: string, row: number, col: number) => {
    const tensor = tensorOf(problem.data, name);
    return typeof tensor === 'number' ? tensor : tensor?.[row]?.[col];
  };
  const X = tensorOf(problem.data, 'X');
  const rows = typeof X === 'number' || X === undefined ? [[0]] : X;
  const count = examples === 'columns' ? (rows[0]?.length ?? 0) : rows.length;
  const { list, remove } = useRemoving(props, count);
  const listed = Array.from({ length: Math.min(count, MOST_EXAMPLES) }, (_, k) => k);

  const fields = (name: 'X' | 'Y', units: number, example: number) =>
    Array.from({ length: Math.min(units, MOST_ENTRIES) }, (_, unit) => {
      const [row, col] = at(unit, example);
      return (
        <NumberField
          // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place.
          key={`${name}${unit}`}
          name={name}
          row={row}
          col={col}
          value={numberAt(name, row, col) ?? 0}
          label={`${name} ${unit + 1} of example ${example + 1}`}
          onDone={onDone}
        />
      );
    });

  return (
    <section aria-label="Examples">
      <h3>{`Examples (${count})`}</h3>
      <ol className="batch" ref={list}>
        {listed.map((k) => (
          <li key={k}>
            <span className="example-name">{k + 1}</span>
            <span className="numbers-of">
              {fields('X', inputs, k)}
              {inputs > MOST_ENTRIES && '…'}
              <span className="targets">
                <span className="gives">→</span>
                {fields('Y', layers.at(-1)?.units ?? 1, k)}
                {(layers.at(-1)?.units ?? 1) > MOST_ENTRIES && '…'}
              </span>
            </span>
            <IconButton
              icon="duplicate"
              name={`Duplicate example ${k + 1}`}
              onClick={() => edit({ kind: 'duplicate', example: k })}
            />
            <IconButton
              icon="close"
              name={`Remove example ${k + 1}`}
              disabled={count === 1}
              onClick={(event) => remove(k, event)}
            />
          </li>
        ))}
      </ol>
      {count > MOST_EXAMPLES && (
        <p className="setup-note">{`The first ${MOST_EXAMPLES}; all are in the cards X and Y.`}</p>
      )}
      <div className="setup-line">
        <button type="button" className="button" onClick={() => edit({ kind: 'add' })}>
          <Icon name="plus" /> Add an example
        </button>
      </div>
      <p className="setup-note">
        A whole matrix can be pasted into its card: from a spreadsheet, NumPy, PyTorch, MATLAB, CSV
        or LaTeX.
      </p>
    </section>
  );
}
