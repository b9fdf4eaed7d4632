import type { ReactNode } from 'react';
import { linesOnPaper } from '../../derive/print/worksheet';
import type { Shape } from '../../engine';
import { MOST } from './paper';

/** In millimetres: room for a number written by hand, and less where there are many side by side. */
const WIDEST = 17;
const ROOM = 128;

/** A matrix to be filled in, of the shape that the result has. */
export function Blank({ shape }: { readonly shape: Shape }): ReactNode {
  const [rows, cols] = [linesOnPaper(shape[0], MOST[0]), linesOnPaper(shape[1], MOST[1])];
  const width = Math.min(WIDEST, ROOM / cols.length);
  const isSingle = shape[0] === 1 && shape[1] === 1;
  return (
    <span
      className="sheets-blank"
      data-blank={`${shape[0]}x${shape[1]}`}
      data-single={isSingle || undefined}
      role="img"
      aria-label={isSingle ? 'a blank' : `${shape[0]} by ${shape[1]} blanks`}
      style={{ gridTemplateColumns: `repeat(${cols.length}, ${width}mm)` }}
    >
      {rows.flatMap((r, i) =>
        cols.map((c, j) => {
          const isLeftOut = r === null || c === null;
          const dots = r === null ? (c === null ? '⋱' : '⋮') : '⋯';
          // biome-ignore lint/suspicious/noArrayIndexKey: blanks have no name but their place.
          return isLeftOut ? <i key={`${i}-${j}`}>{dots}</i> : <b key={`${i}-${j}`} />;
        }),
      )}
    </span>
  );
}
