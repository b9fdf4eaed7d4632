import { type ReactNode, useState } from 'react';
import { quantitySpoken, quantityTex, quantityText } from '../../derive';
import { tensorOf } from '../../problem';
import { Select } from '../controls/Select';
import { usePrinting, useSelect } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import { placeWords } from '../numbers/placeWords';
import { NumberField } from './NumberField';
import { layerName } from './names';
import type { PartProps } from './props';
import './weights.css';

/** A larger matrix is edited in its card. */
const MOST = 8;

interface MatrixProps extends PartProps {
  readonly id: string;
}

/** A parameter as its card shows it, with a field for each number. */
function Matrix({ id, problem, onDone }: MatrixProps): ReactNode {
  const printing = usePrinting(useSelect((state) => state.shown));
  const tensor = tensorOf(problem.parameters, id);
  if (tensor === undefined) return null;
  const rows = typeof tensor === 'number' ? [[tensor]] : tensor;
  const cols = rows[0]?.length ?? 0;
  const isWritten = printing?.quantities.has(id);
  const spoken = printing && isWritten ? quantitySpoken(printing, id) : id;
  const symbol = printing && isWritten ? quantityText(printing, id) : id;
  return (
    <figure className="weights-of">
      <figcaption>
        {printing && isWritten ? (
          <InlineSymbol tex={quantityTex({ ...printing, link: false }, id)} text={symbol} />
        ) : (
          id
        )}{' '}
        <span>{`${rows.length} × ${cols}`}</span>
      </figcaption>
      <div className="weights-table">
        {rows.slice(0, MOST).map((row, r) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
          <div key={r}>
            {row.slice(0, MOST).map((value, c) => (
              <NumberField
                // biome-ignore lint/suspicious/noArrayIndexKey: a weight is its place.
                key={c}
                name={id}
                row={r}
                col={c}
                value={value}
                label={placeWords(spoken, r, c)}
                onDone={onDone}
              />
            ))}
            {row.length > MOST && '…'}
          </div>
        ))}
      </div>
      {(rows.length > MOST || cols > MOST) && (
        <p className="setup-note">{`The first ${MOST} rows and columns; all are in its card.`}</p>
      )}
    </figure>
  );
}

/** The weights and biases of one layer, as they are before an update. */
export function WeightFields(props: PartProps): ReactNode {
  const { layers } = props.problem.network;
  const [chosen, setChosen] = useState(1);
  const count = layers.length;
  const layer = Math.min(chosen, count);
  return (
    <>
      {count > 1 && (
        <div className="setup-line">
          <Select
            label="Weights into"
            value={String(layer)}
            onChange={(value) => setChosen(Number(value))}
          >
            {layers.map((_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place.
              <option key={i} value={i + 1}>
                {layerName(i + 1, count).toLowerCase()}
              </option>
            ))}
          </Select>
        </div>
      )}
      <div className="weights-fields">
        <Matrix key={`W${layer}`} id={`W${layer}`} {...props} />
        <Matrix key={`b${layer}`} id={`b${layer}`} {...props} />
      </div>
    </>
  );
}
