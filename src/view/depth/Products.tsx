import { type ReactNode, useMemo } from 'react';
import { formatNumber, type Printing } from '../../derive';
import {
  entryNamesIn,
  entryTex,
  evaluateScalar,
  firstSum,
  scalarNumbersTex,
  scalarSpoken,
  termsOf,
} from '../../derive/depths';
import type { Snapshot } from '../../engine';
import { aloneOf } from '../../store';
import { Row } from '../equation/Row';
import { useSelect } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import { inlineTex } from '../math/inlineTex';
import { valueWords } from '../numbers/valueWords';
import { useEntryFormula } from './Block';
import { drawn } from './drawn';
import type { Related } from './related';

interface Props {
  readonly related: Related;
  readonly printing: Printing;
  readonly snapshot: Snapshot;
  readonly decimals: number;
  /** What is lit while no single product is pointed at. */
  readonly reads: readonly string[];
}

const MOST = 40;

/** The sum of a formula term by term; a product that is pointed at lights its two numbers alone. */
export function Products(props: Props): ReactNode {
  const { related, printing, snapshot, decimals, reads } = props;
  const formula = useEntryFormula(related, printing);
  const sum = useMemo(() => firstSum(formula), [formula]);
  const only = useSelect(aloneOf);
  const terms = useMemo(() => (sum ? termsOf(sum) : []), [sum]);
  if (!sum || terms.length < 2) return null;
  const plain = { ...printing, link: false };
  const shown = terms.slice(0, MOST);
  // A bias, added to the sum.
  const [first, second] = formula.kind === 'apply' && formula.op === 'add' ? formula.args : [];
  const added = first === sum && second?.kind === 'entry' ? second : undefined;
  const total = evaluateScalar(added ? formula : sum, snapshot);
  /** The term of the example that is looked at by itself. */
  const alone = sum.over.axis === 'example' && only !== undefined ? terms[only] : undefined;
  const say = (value: number) => formatNumber(value, { decimals });
  return (
    <Row label={sum.over.axis === 'example' ? 'example by example' : 'term by term'}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls by key. */}
      <section className="products" aria-label="Products" tabIndex={0}>
        <table>
          <tbody>
            {shown.map((term, i) => {
              const value = evaluateScalar(term, snapshot);
              const parts = entryNamesIn(term);
              const tex =
                term.kind === 'entry'
                  ? inlineTex(entryTex(plain, term))
                  : scalarNumbersTex(term, plain, snapshot, { decimals });
              return (
                <tr
                  // biome-ignore lint/suspicious/noArrayIndexKey: the index of the sum is what tells terms apart.
                  key={i}
                  data-aside={(alone !== undefined && term !== alone) || undefined}
                  onPointerEnter={() => drawn.setState({ reads: parts })}
                  onPointerLeave={() => drawn.setState({ reads })}
                >
                  <th scope="row">
                    <i>{sum.over.name}</i> = {i + 1}
                  </th>
                  <td>
                    <span className="sr-only">{scalarSpoken(term, plain)}</span>
                    <InlineSymbol tex={tex} text="…" />
                  </td>
                  <td className="value">
                    <span className="sr-only">equals </span>
                    {say(value)}
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            {alone && (
              <tr>
                <th scope="row" colSpan={2}>{`example ${(only ?? 0) + 1} alone`}</th>
                <td className="value">
                  <output>{say(evaluateScalar(alone, snapshot))}</output>
                </td>
              </tr>
            )}
            {terms.length > MOST && (
              <tr>
                <td colSpan={3} className="soft">
                  … and {terms.length - MOST} more
                </td>
              </tr>
            )}
            {added && (
              <tr>
                <th scope="row">and</th>
                <td>
                  <span className="sr-only">{scalarSpoken(added, plain)}</span>
                  <InlineSymbol tex={inlineTex(entryTex(plain, added))} text="…" />
                </td>
                <td className="value">
                  <span className="sr-only">equals </span>
                  {say(evaluateScalar(added, snapshot))}
                </td>
              </tr>
            )}
            <tr>
              <th scope="row">sum</th>
              <td />
              <td className="value">
                <output title={valueWords(total)}>{say(total)}</output>
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
    </Row>
  );
}
