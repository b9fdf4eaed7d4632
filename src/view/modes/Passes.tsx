import { type ReactNode, useMemo } from 'react';
import {
  formulaSpoken,
  formulaTex,
  matrixTex,
  type Printing,
  quantitySpoken,
  quantityTex,
  quantityText,
  stepsOf,
} from '../../derive';
import {
  type Seed,
  tangentSteps,
  tangentSymbol,
  tangentsOf,
  tangentTex,
} from '../../derive/derivations';
import { type Matrix, nodeOf, read, type Snapshot } from '../../engine';
import type { Shown } from '../../store';
import { matrixSpoken } from '../equation/spoken';
import { InlineSymbol } from '../math/InlineSymbol';
import { useGrowing } from '../useGrowing';

interface Props {
  readonly shown: Shown;
  readonly printing: Printing;
  readonly snapshot: Snapshot;
  readonly decimals: number;
}

interface RowProps {
  readonly id: string;
  readonly symbol: string;
  readonly said: string;
  readonly rule: string;
  readonly ruleSaid: string;
  readonly value: Matrix | undefined;
  readonly decimals: number;
  readonly isResult?: boolean;
}

/** So many columns have room beside the other mode; of more some are shown, and the cards of the numbers have all. */
const COLUMNS = 5;
const MOST = [8, 4] as const;

function PassRow(props: RowProps): ReactNode {
  const { id, symbol, said, rule, ruleSaid, value, decimals, isResult = false } = props;
  // A matrix has less room for each of its numbers.
  const digits = value && value.data.length > 1 ? Math.min(decimals, 2) : decimals;
  const most = value && value.cols > COLUMNS ? MOST : undefined;
  return (
    <tr data-quantity={id} data-result={isResult || undefined}>
      <th scope="row">
        <InlineSymbol tex={symbol} text={said} />
        <span className="sr-only">{said}</span>
      </th>
      <td>
        <div className="pass-line">
          <InlineSymbol tex={`= ${rule}`} text="…" />
          <span className="sr-only">{ruleSaid}</span>
          {value && (
            <span className="value">
              <InlineSymbol tex={`= ${matrixTex(value, { decimals: digits, most })}`} text="…" />
              <span className="sr-only">{`equals ${matrixSpoken(value, digits)}`}</span>
            </span>
          )}
        </div>
      </td>
    </tr>
  );
}

function PassTable({ caption, children }: { caption: string; children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows scroll it.
    <section className="pass" aria-label={caption} tabIndex={0}>
      <table className="ledger">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">quantity</th>
            <th scope="col">rule and numbers</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

export function ReversePass({ shown, printing, snapshot, decimals }: Props): ReactNode {
  const plain = useMemo(() => ({ ...printing, link: false }), [printing]);
  const steps = useMemo(
    () => stepsOf(shown.compiled, 'operations').filter(({ aspect }) => aspect === 'gradient'),
    [shown.compiled],
  );
  const drawn = useGrowing(steps.length);
  return (
    <PassTable caption="The adjoints, from the loss back">
      {steps.slice(0, drawn).map(({ writes, of, rule, role }) => (
        <PassRow
          key={writes}
          id={writes}
          symbol={quantityTex(plain, writes)}
          said={quantitySpoken(plain, writes)}
          rule={formulaTex(rule, plain)}
          ruleSaid={`equals ${formulaSpoken(rule, plain)}`}
          value={read(snapshot, 'gradient', of)}
          decimals={decimals}
          isResult={role === 'parameter'}
        />
      ))}
    </PassTable>
  );
}

export function ForwardPass(props: Props & { readonly seed: Seed }): ReactNode {
  const { shown, printing, snapshot, decimals, seed } = props;
  const { of, row, col } = seed;
  const { graph } = shown.compiled;
  const plain = useMemo(() => ({ ...printing, link: false }), [printing]);
  const steps = useMemo(() => tangentSteps(graph, of), [graph, of]);
  const tangents = useMemo(
    () => tangentsOf(graph, snapshot, { of, row, col }),
    [graph, snapshot, of, row, col],
  );
  const drawn = useGrowing(steps.length);
  const start = nodeOf(graph, of);
  if (!start) return null;
  const said = (id: string) => `the tangent of ${quantitySpoken(plain, id)}`;
  return (
    <PassTable caption="The tangents, from the moved number on">
      <PassRow
        id={of}
        symbol={tangentSymbol(plain, of)}
        said={said(of)}
        rule={start.shape[0] * start.shape[1] === 1 ? '1' : '\\text{1 where it moves}'}
        ruleSaid="one where it moves"
        value={read(tangents, 'gradient', of)}
        decimals={decimals}
      />
      {steps.slice(0, drawn).map(({ node, rule }) => (
        <PassRow
          key={node.id}
          id={node.id}
          symbol={tangentSymbol(plain, node.id)}
          said={said(node.id)}
          rule={tangentTex(rule, plain)}
          ruleSaid={`from ${quantityText(plain, node.id)} and its arguments`}
          value={read(tangents, 'gradient', node.id)}
          decimals={decimals}
          isResult={node.index === graph.root}
        />
      ))}
    </PassTable>
  );
}
