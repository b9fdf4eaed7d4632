import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { quantitySpoken, quantityText } from '../../derive';
import { entry, entryName, nodeOf } from '../../engine';
import { matrixOf } from '../../store';
import { usePrinting, useSelect } from '../hooks';
import { placeWords } from '../numbers/placeWords';
import { projecting } from '../projector/projecting';
import { type EdgeEdit, edgeEdit, endEdgeEdit } from './edgeEdit';
import { NUMBER_INPUT, useNumberField } from './useNumberField';
import './edge.css';

const WIDTH = 190;
const HEIGHT = 76;
const MARGIN = 8;
/** How much larger it is for an audience. */
const FAR = 2.4;

const within = (at: number, size: number, room: number) =>
  Math.max(MARGIN, Math.min(at - size / 2, room - size - MARGIN));

interface Props {
  readonly edit: EdgeEdit;
  readonly value: number;
  readonly symbol: string;
  /** What it is called aloud. */
  readonly spoken: string;
}

function Field({ edit, value, symbol, spoken }: Props): ReactNode {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { name, row, col, x, y } = edit;
  const { draft, full, handlers } = useNumberField({ name, row, col, value, onRefuse: setRefusal });
  const input = useRef<HTMLInputElement>(null);
  const times = projecting.getState().on ? FAR : 1;
  const [width, height] = [WIDTH * times, HEIGHT * times];

  // Before anybody can type.
  useLayoutEffect(() => {
    const before = document.activeElement;
    input.current?.focus();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    handlers.onKeyDown(event);
    // Enter keeps the field where what was typed is refused, so that it can be mended.
    if (event.key === 'Escape') endEdgeEdit();
    if (event.key === 'Enter')
      requestAnimationFrame(() => input.current?.ariaInvalid ?? endEdgeEdit());
  };

  return (
    <div
      className="edge-field"
      role="dialog"
      aria-label={placeWords(spoken, row, col)}
      style={{
        width,
        left: within(x, width, window.innerWidth),
        top: within(y, height, window.innerHeight),
      }}
    >
      <label>
        <span>{`${symbol} row ${row + 1}, column ${col + 1}`}</span>
        <input
          ref={input}
          {...NUMBER_INPUT}
          className="cell"
          data-entry={entryName(name, row, col)}
          aria-invalid={refusal === null ? undefined : true}
          value={draft ?? full}
          {...handlers}
          onKeyDown={onKeyDown}
          onBlur={() => {
            handlers.onBlur();
            endEdgeEdit();
          }}
        />
      </label>
      {refusal && (
        <p role="alert" className="field-refusal">
          {refusal}
        </p>
      )}
    </div>
  );
}

/** The field of one weight, bias or input, opened at its place in the diagram. */
export function EdgeField(): ReactNode {
  const edit = useStore(edgeEdit, (state) => state.edit);
  const shown = useSelect((state) => state.shown);
  const printing = usePrinting(shown);
  const graph = shown?.compiled.graph;
  const matrix = edit && matrixOf(shown, edit.name);
  if (!edit || !matrix || !printing || !graph || !nodeOf(graph, edit.name)) return null;
  const { name, row, col } = edit;
  if (row >= matrix.rows || col >= matrix.cols) return null;
  return (
    <Field
      key={entryName(name, row, col)}
      edit={edit}
      value={entry(matrix, row, col)}
      symbol={quantityText(printing, name)}
      spoken={quantitySpoken(printing, name)}
    />
  );
}
