import { type ReactNode, useMemo } from 'react';
import { formatNumber } from '../../derive';
import { derivedEntry, gradientIn } from '../../derive/derivations';
import { entry, entryName } from '../../engine';
import { useDigitsFor } from '../depth/digits';
import { Formula } from '../math/Formula';
import { Equals, type LineProps } from './LineRow';
import { Rows } from './Rows';

type Props = Omit<LineProps, 'line' | 'isFirst' | 'cell' | 'noValue'> & {
  readonly cell: NonNullable<LineProps['cell']>;
};

/** The entry that was chosen: its own sum, its numbers, and what comes out. */
export function EntryRow(props: Props): ReactNode {
  const { derivation, printing, snapshot, cell, nameOf, room } = props;
  const { row, col } = cell;
  const decimals = useDigitsFor(entry(gradientIn(snapshot, derivation), row, col), props.decimals);
  const { left, said, lines, value } = useMemo(
    () => derivedEntry(derivation, { row, col }, printing, snapshot, { decimals }),
    [derivation, row, col, printing, snapshot, decimals],
  );
  const gradient = printing.quantities.get(derivation.target)?.node.gradientId ?? '';
  const name = (
    <Formula
      tex={`\\displaystyle ${left}`}
      spoken={`${said} equals`}
      nameOf={nameOf}
      height={2.2}
    />
  );
  return (
    <div className="derivation-line derivation-entry">
      <dt>{`the chosen entry: row ${row + 1}, column ${col + 1}`}</dt>
      <dd>
        {lines.map(({ tex, spoken }, i) => [
          <Equals key={`${tex}=`}>{i === 0 && name}</Equals>,
          <Rows
            key={tex}
            texs={[tex]}
            spoken={i === 0 ? spoken : `equals ${spoken}`}
            nameOf={nameOf}
            room={room}
            size={i === 0 ? 'symbols' : 'numbers'}
          />,
        ])}
        <Equals>{lines.length === 0 && name}</Equals>
        <output data-entry={entryName(gradient, row, col)}>
          {formatNumber(value, { decimals })}
        </output>
      </dd>
    </div>
  );
}
