import { type ReactNode, useMemo } from 'react';
import {
  type LedgerRow,
  ledgerOf,
  legendOf,
  type Printing,
  quantitySpoken,
  quantityTex,
  quantityText,
} from '../../derive';
import { formatShape } from '../../engine';
import { currentStep, stepsIn } from '../../store';
import { usePrinting, useSelect } from '../hooks';
import { Formula } from '../math/Formula';
import { InlineSymbol } from '../math/InlineSymbol';
import { cardsOf, roleIn, USE_LABELS, type Use } from '../numbers/order';
import './shapes.css';

interface RowProps {
  readonly row: LedgerRow;
  readonly printing: Printing;
  readonly use: Use;
  readonly isNetwork: boolean;
}

const noName = () => '';
function Row({ row, printing, use, isNetwork }: RowProps): ReactNode {
  return (
    <tr data-quantity={row.id} data-use={use}>
      <th scope="row">
        <InlineSymbol
          tex={quantityTex({ ...printing, link: false }, row.id)}
          text={quantityText(printing, row.id)}
        />
        <span className="sr-only">{quantitySpoken(printing, row.id)}</span>
        <span className="use">{USE_LABELS[use]}</span>
      </th>
      {isNetwork && (
        <td>
          <Formula tex={row.symbolic} spoken={row.spoken} nameOf={noName} />
        </td>
      )}
      <td className="numeric">{formatShape(row.shape)}</td>
      {isNetwork && <td>{row.rows || '–'}</td>}
      {isNetwork && <td>{row.columns || '–'}</td>}
    </tr>
  );
}

/** The shapes of all quantities; those of the step at hand are marked. */
export default function ShapesPanel(): ReactNode {
  const shown = useSelect((state) => state.shown);
  const step = useSelect(currentStep);
  const steps = useSelect(stepsIn);
  const printing = usePrinting(shown);
  const rows = useMemo(
    () => (printing ? ledgerOf(printing, cardsOf(printing.graph, steps)) : []),
    [printing, steps],
  );
  const legend = useMemo(() => (printing ? legendOf(printing) : []), [printing]);
  const isNetwork = legend.length > 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows scroll it.
    <section className="panel sheet-panel shapes-panel" aria-label="Shapes" tabIndex={0}>
      {isNetwork && (
        <p className="sheet-bar legend">
          {legend.map((tex) => (
            <Formula
              key={tex}
              tex={tex}
              spoken={tex.replace(/[\\^{}[\]()_]/g, ' ')}
              nameOf={noName}
            />
          ))}
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a scrolling box, not a set of fields. */}
      <div className="ledger-columns" role="group" aria-label="Shapes of all quantities">
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">quantity</th>
              {isNetwork && <th scope="col">shape in letters</th>}
              <th scope="col">shape</th>
              {isNetwork && <th scope="col">a row is one of the</th>}
              {isNetwork && <th scope="col">a column is one of the</th>}
            </tr>
          </thead>
          <tbody>
            {printing &&
              rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  printing={printing}
                  use={roleIn(row.id, step)}
                  isNetwork={isNetwork}
                />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
