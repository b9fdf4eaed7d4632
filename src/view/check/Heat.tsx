import type { ReactNode } from 'react';
import { formatNumber } from '../../derive';
import { entryName, type Matrix, toRows } from '../../engine';
import { placeWords } from '../numbers/placeWords';
import { depthOf, signOf } from '../numbers/tint';
import { valueWords } from '../numbers/valueWords';

interface Props {
  /** The quantity whose entries light up with these. */
  readonly id: string;
  readonly label: string;
  readonly matrix: Matrix;
  /** What is tinted as deep as can be. */
  readonly largest: number;
  /** By entry: the unit at a kink, or nothing. */
  readonly kinks: readonly string[];
  /** Of numbers that are none: where they come from. */
  readonly why: string | undefined;
  /** Always with an exponent: what is compared is tiny. */
  readonly exact?: boolean;
}

const isLarge = ({ rows, cols }: Matrix) => rows > 10 || cols > 8;

const tiny = (value: number) =>
  value === 0 || !Number.isFinite(value)
    ? formatNumber(value, { decimals: 0 })
    : value.toExponential(0).replace('-', '−').replace('e−', 'e-');

/** A matrix in tints; a small one has its digits, a large one shows them on hover. */
export function Heat(props: Props): ReactNode {
  const { id, label, matrix, largest, kinks, why, exact = false } = props;
  const large = isLarge(matrix);
  const format = (value: number) => (exact ? tiny(value) : formatNumber(value, { decimals: 4 }));
  return (
    <figure className="heat" data-large={large || undefined}>
      <figcaption>{label}</figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: it is no set of form fields. */}
      <div
        className="heat-body"
        role="group"
        // Arrows scroll a large one.
        tabIndex={large ? 0 : undefined}
        aria-label={label}
      >
        <table>
          <tbody>
            {toRows(matrix).map((row, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
              <tr key={r}>
                {row.map((value, c) => {
                  const kink = kinks[r * matrix.cols + c];
                  const note = kink ? `, kink at ${kink}` : '';
                  const words = `${valueWords(value, why)}${note}`;
                  return (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place.
                      key={c}
                      className="cell"
                      data-entry={entryName(id, r, c)}
                      data-sign={signOf(value)}
                      data-kink={kink ? '' : undefined}
                      style={{ '--depth': depthOf(value, largest) } as React.CSSProperties}
                      title={words}
                      aria-label={`${placeWords(label, r, c)}: ${words}`}
                    >
                      {large ? null : format(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
