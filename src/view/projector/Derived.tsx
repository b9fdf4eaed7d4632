import { type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { quantitySpoken } from '../../derive';
import {
  derivationOf,
  lineSpoken,
  lineTex,
  singleIn,
  targetTex,
  walkOf,
  whyText,
} from '../../derive/derivations';
import { useDigitsFor } from '../depth/digits';
import { targetOf } from '../derivation/target';
import { useSelect } from '../hooks';
import { EQUALS } from '../math/size';
import { type DerivedRow, derivedRows, type Room, widthOf } from './derivedRows';
import { Fitted, widthIn } from './Fitted';
import { Item } from './items';
import { type BlocksProps, MOST, useNames } from './LayerBlocks';
import { useLetter } from './useLetter';

/** Formulas are this much larger than letters, as in stage-formulas.css. */
const KATEX = 1.4303;

/** The room of the column that the marker stands in, in em of a formula; nothing until it is known. */
function useEms(marker: RefObject<HTMLElement | null>, room: string): Room | undefined {
  const letter = useLetter();
  const [ems, setEms] = useState<Room>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the column is measured again when its room changes.
  useLayoutEffect(() => {
    const column = marker.current?.parentElement;
    if (!column) return;
    const em = letter * KATEX;
    setEms({ width: widthIn(column) / em, height: column.clientHeight / em });
  }, [marker, room, letter]);
  return ems;
}

interface RowProps {
  readonly row: DerivedRow;
  /** What the line is equal to; empty in all but the first. */
  readonly left: string;
  /** In em of a formula. */
  readonly leftWidth: number;
  readonly spoken: string;
  readonly nameOf: (quantity: string) => string;
  readonly room: string;
}

function Row({ row, left, leftWidth, spoken, nameOf, room }: RowProps): ReactNode {
  const lefts = useMemo(() => [() => `\\displaystyle ${left} =`], [left]);
  const texs = useMemo(() => [() => `\\displaystyle ${row.tex}`], [row.tex]);
  const em = (width: number) => `${(width * KATEX).toFixed(2)}em`;
  return (
    <div className="derived-row">
      <span className="derived-left" style={{ minWidth: em(leftWidth) }}>
        {row.begins && <Fitted texs={lefts} spoken="" {...{ nameOf, room }} />}
      </span>
      <span style={{ paddingLeft: em(row.indent) }}>
        <Fitted {...{ texs, spoken, nameOf, room }} />
      </span>
    </div>
  );
}

/** A gradient line by line; what of it is higher than a page is turned between its rows. */
export function Derived(props: BlocksProps): ReactNode {
  const { shown, printing, room } = props;
  const detail = useSelect((state) => state.settings.detail);
  const target = useSelect(targetOf);
  const nameOf = useNames(printing);
  const marker = useRef<HTMLSpanElement>(null);
  const ems = useEms(marker, room);
  const derivation = useMemo(
    () =>
      target === undefined ? null : derivationOf(walkOf(shown.compiled, detail), target, 'loss'),
    [shown, detail, target],
  );
  const single = derivation ? singleIn(shown.snapshot, derivation) : 0;
  const decimals = useDigitsFor(single, props.decimals);
  const left = derivation ? targetTex(derivation, printing) : '';
  const leftWidth = widthOf(left) + EQUALS;
  const lines = useMemo(() => {
    if (!derivation || !ems) return [];
    const space = { ...ems, width: ems.width - leftWidth };
    return derivation.lines.map((line) => {
      const hasNumbers = line.why.kind === 'numbers';
      const ways = (hasNumbers ? MOST : MOST.slice(0, 1)).map((most) =>
        lineTex(derivation, line, printing, shown.snapshot, { decimals, most }),
      );
      return {
        why: whyText(line.why, printing),
        parts: derivedRows(ways, space),
        spoken: hasNumbers ? 'with its numbers' : lineSpoken(line, derivation, printing),
      };
    });
  }, [derivation, ems, leftWidth, shown, printing, decimals]);
  const of = derivation?.target;
  const name = of
    ? quantitySpoken(printing, printing.quantities.get(of)?.node.gradientId ?? of)
    : '';
  return (
    <>
      <span ref={marker} hidden />
      {!derivation && <p className="item">Nothing has a gradient here.</p>}
      {lines.flatMap(({ why, parts, spoken }, i) =>
        parts.map((rows, j) => (
          <Item
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their place.
            key={`${of} ${i} ${j}`}
            part="chain"
            label={j === 0 ? `Line ${i + 1}` : `Line ${i + 1}, row ${j + 1}`}
            className={j === 0 ? 'line-item' : 'line-item goes-on'}
          >
            {j === 0 && <p className="why">{why}</p>}
            {rows.map((row, k) => (
              <Row
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place.
                key={k}
                {...{ row, leftWidth, nameOf, room }}
                left={i + j + k === 0 ? left : ''}
                spoken={j + k === 0 ? `${i === 0 ? name : ''} equals ${spoken}` : ''}
              />
            ))}
          </Item>
        )),
      )}
    </>
  );
}
