import type { ReactNode } from 'react';
import { formatNumber, type Printing } from '../../derive';
import {
  entrySpoken,
  entryTex,
  type Path,
  pathTex,
  type Stop,
  scalarSpoken,
  scalarTex,
} from '../../derive/depths';
import { CopyButton } from '../export/CopyButton';
import { InlineSymbol } from '../math/InlineSymbol';
import { valueWords } from '../numbers/valueWords';

interface Props {
  readonly path: Path;
  readonly printing: Printing;
  readonly decimals: number;
}

/** The local derivatives of the chosen path, from the loss down: named, as a formula, as a number. */
export function Factors({ path, printing, decimals }: Props): ReactNode {
  const plain = { ...printing, link: false };
  const symbol = ({ of, row, col }: Stop) => entryTex(plain, { id: of, row, col });
  const said = ({ of, row, col }: Stop) => entrySpoken(plain, { id: of, row, col });
  return (
    <section className="factors" aria-label="Local derivatives of the chosen path">
      <h3>
        The chosen path, factor by factor{' '}
        <CopyButton what="the chosen path" text={() => pathTex(path, printing, { decimals })} />
      </h3>
      <table>
        <tbody>
          {path.factors.map(({ of, by, formula, value }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: factors are told apart by their place in the product.
            <tr key={i}>
              <th scope="row">
                <span className="sr-only">{`the derivative of ${said(of)} by ${said(by)}`}</span>
                <InlineSymbol
                  tex={`\\partial ${symbol(of)}/\\partial ${symbol(by)}`}
                  text="local derivative"
                />
              </th>
              <td>
                <span className="sr-only">{`is ${scalarSpoken(formula, plain)}, that is`}</span>
                <InlineSymbol tex={`= ${scalarTex(formula, plain)}`} text="…" />
              </td>
              <td className="value">{formatNumber(value, { decimals })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">product</th>
            <td />
            <td className="value">
              <output title={valueWords(path.product)}>
                {formatNumber(path.product, { decimals })}
              </output>
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
