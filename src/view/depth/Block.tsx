import { type ReactNode, useMemo } from 'react';
import { formatNumber, type Printing } from '../../derive';
import {
  entryEquationTex,
  entrySpoken,
  entryTex,
  type Scalar,
  scalarNumbersTex,
  scalarSpoken,
  scalarTex,
  stepEntry,
} from '../../derive/depths';
import { entry, entryName, read, type Snapshot } from '../../engine';
import { EqualsLine } from '../equation/EqualsLine';
import { Row } from '../equation/Row';
import { Formula } from '../math/Formula';
import { exactWords } from '../numbers/valueWords';
import { Was } from '../update/Was';
import type { Related } from './related';

interface Props {
  readonly related: Related;
  readonly printing: Printing;
  readonly snapshot: Snapshot;
  readonly decimals: number;
  readonly nameOf: (quantity: string) => string;
}

export function useEntryFormula({ step, row, col }: Related, printing: Printing): Scalar {
  return useMemo(() => stepEntry(step, { row, col }, printing.graph), [step, row, col, printing]);
}

/** One entry as it is computed: with symbols, with its numbers, and what comes out. */
export function Block({ related, printing, snapshot, decimals, nameOf }: Props): ReactNode {
  const { step, row, col, label } = related;
  const formula = useEntryFormula(related, printing);
  const name = { id: step.writes, row, col };
  const symbols = useMemo(() => {
    const left = entryTex(printing, { id: step.writes, row, col });
    return `\\displaystyle ${left} = ${scalarTex(formula, printing)}`;
  }, [formula, printing, step, row, col]);
  const resultIn = (of: Snapshot) => {
    const matrix = read(of, step.aspect, step.of);
    return matrix ? entry(matrix, row, col) : Number.NaN;
  };
  const result = resultIn(snapshot);
  const exact = exactWords(result, step.writes, printing, snapshot);
  const numbers = scalarNumbersTex(formula, printing, snapshot, { decimals });
  const inLatex = () => entryEquationTex(name, formula, printing, snapshot, { decimals });
  return (
    <Row label={label} className="block" copy={inLatex} what={entrySpoken(printing, name)}>
      <div className="fit">
        <Formula
          tex={symbols}
          spoken={`${entrySpoken(printing, name)} equals ${scalarSpoken(formula, printing)}`}
          nameOf={nameOf}
          height={2.4}
        />
      </div>
      <div className="fit put" data-breaks="">
        <EqualsLine>
          <Formula
            tex={`\\displaystyle ${numbers}`}
            spoken="The same with its numbers put in"
            nameOf={nameOf}
            height={1.4}
          />
        </EqualsLine>
      </div>
      <p className="result">
        <span className="equals">= </span>
        <output data-entry={entryName(step.writes, row, col)} title={exact}>
          {formatNumber(result, { decimals })}
        </output>{' '}
        <Was now={result} of={resultIn} decimals={decimals} />
      </p>
    </Row>
  );
}
