import type { ReactNode } from 'react';
import type { Printing } from '../../derive';
import {
  type Cell,
  type Derivation,
  gradientIn,
  LESS_AND_LESS,
  type Line,
  lineSpoken,
  lineTex,
  targetTex,
  whyText,
} from '../../derive/derivations';
import type { Snapshot } from '../../engine';
import { beforeOf } from '../../store';
import { matrixSpoken } from '../equation/spoken';
import { useSelect } from '../hooks';
import { Formula } from '../math/Formula';
import { Rows } from './Rows';

export interface LineProps {
  readonly derivation: Derivation;
  readonly printing: Printing;
  readonly snapshot: Snapshot;
  readonly decimals: number;
  readonly line: Line;
  readonly isFirst: boolean;
  /** The entry of the gradient that is looked at by itself. */
  readonly cell: Cell | undefined;
  readonly nameOf: (quantity: string) => string;
  /** Why it has no finite value on paper; undefined where it has. */
  readonly noValue: string | undefined;
  /** Of the formulas, in rem. */
  readonly room: number;
}

/** What stands left of a row: the equals sign, and what it is that is equal. */
export function Equals({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <span className="left">
      {children}
      <span className="equals" aria-hidden="true">
        =
      </span>
    </span>
  );
}

interface WasProps extends LineProps {
  readonly results: readonly string[];
}

/** What the gradient was before the edits made at this step. */
function WasGradient(props: WasProps): ReactNode {
  const { line, derivation, printing, decimals, cell, room, results } = props;
  const before = useSelect(beforeOf)?.snapshot;
  if (!before) return null;
  const written = (link: boolean) =>
    LESS_AND_LESS.map(
      (most) =>
        lineTex(derivation, line, { ...printing, link }, before, { decimals, most }, cell).result,
    );
  if (written(printing.link).join() === results.join()) return null;
  return (
    <div className="was-line">
      <span className="left">
        <span className="was-word">was</span>
      </span>
      <Rows
        texs={written(false).map((tex) => tex ?? '')}
        spoken={`was ${matrixSpoken(gradientIn(before, derivation), decimals)}`}
        nameOf={String}
        room={room}
        size="numbers"
      />
    </div>
  );
}

/** What comes out of the numbers. */
function Result(props: WasProps): ReactNode {
  const { derivation, snapshot, decimals, nameOf, room, results } = props;
  return (
    <>
      <Equals />
      <Rows
        texs={results}
        spoken={`equals ${matrixSpoken(gradientIn(snapshot, derivation), decimals)}`}
        nameOf={nameOf}
        room={room}
        size="numbers"
      />
      <WasGradient {...props} />
    </>
  );
}

/** One line of a derivation, with its reason beside it. */
export function LineRow(props: LineProps): ReactNode {
  const { line, isFirst, derivation, printing, snapshot, decimals, cell, nameOf, noValue, room } =
    props;
  const hasNumbers = line.why.kind === 'numbers';
  const written = (hasNumbers ? LESS_AND_LESS : LESS_AND_LESS.slice(0, 1)).map((most) =>
    lineTex(derivation, line, printing, snapshot, { decimals, most }, cell),
  );
  const results = written.flatMap(({ result }) => result ?? []);
  const spoken = hasNumbers ? 'with its numbers' : lineSpoken(line, derivation, printing);
  const gradient = printing.quantities.get(derivation.target)?.node.gradientId ?? '';
  return (
    <div className="derivation-line" data-numbers={hasNumbers ? '' : undefined}>
      <dt>{whyText(line.why, printing)}</dt>
      <dd>
        <Equals>
          {isFirst && (
            <Formula
              tex={`\\displaystyle ${targetTex(derivation, printing)}`}
              spoken={`${nameOf(gradient)} equals`}
              nameOf={nameOf}
              height={2.2}
            />
          )}
        </Equals>
        <Rows
          texs={written.map(({ tex }) => tex)}
          spoken={isFirst ? spoken : `equals ${spoken}`}
          nameOf={nameOf}
          room={room}
          size={hasNumbers ? 'numbers' : 'symbols'}
        />
        {noValue !== undefined && <p className="no-value">{noValue}</p>}
        {results.length > 0 && <Result {...props} results={results} />}
      </dd>
    </div>
  );
}
