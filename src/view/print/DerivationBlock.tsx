import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { formatNumber, quantitySpoken, rowsOf, type Step } from '../../derive';
import {
  type Cell,
  type Derivation,
  derivationOf,
  derivedEntry,
  firstThatFits,
  gradientIn,
  LESS_AND_LESS,
  lineSpoken,
  lineTex,
  noValueText,
  singleIn,
  targetTex,
  walkOf,
  whyText,
  widestOf,
} from '../../derive/derivations';
import { entry } from '../../engine';
import type { State } from '../../store';
import { useDigitsFor } from '../depth/digits';
import { beginnings, cellOf, targetOf } from '../derivation/target';
import { matrixSpoken } from '../equation/spoken';
import { Formula } from '../math/Formula';
import { inlineTex } from '../math/inlineTex';
import { EQUALS } from '../math/size';
import { TexRows } from '../math/TexRows';
import { MOST, noName, type Paper } from './paper';
import { Turn } from './Turn';
import './derivation.css';

/** The column of formulas, with what stands left of them, in em of a formula. */
const ROOM = 32;

/** The target whose derivation the page shows; undefined at another depth. */
export const derivedTarget = (state: State): string | undefined =>
  state.depth === 'derivation' ? targetOf(state) : undefined;

/** Of the steps to be printed the one that the derivation stands below: its own, else the last. */
export function stepDerived(steps: readonly { readonly step: Step }[], target: string) {
  const own = steps.find(({ step }) => step.aspect === 'gradient' && step.of === target);
  return (own ?? steps.at(-1))?.step.id;
}

interface TexProps {
  readonly tex: string;
  readonly spoken: string;
}

const Tex = ({ tex, spoken }: TexProps): ReactNode => (
  <Formula tex={`\\displaystyle ${tex}`} spoken={spoken} nameOf={noName} />
);

interface EqualsProps extends TexProps {
  /** What is equal, where the line says it. */
  readonly left?: string;
  /** In em of a formula. */
  readonly room: number;
}

/** A formula in as many rows as the sheet needs, after its equals sign. */
function Equals({ left = '', tex: whole, spoken, room }: EqualsProps): ReactNode {
  return (
    <>
      <span className="sheets-left">
        <Tex tex={`${left} =`} spoken="" />
      </span>
      <div className="fit">
        <TexRows rows={rowsOf(whole, room)} className="sheets-row-of-line">
          {(tex, isFirst) => <Tex tex={tex} spoken={isFirst ? spoken : ''} />}
        </TexRows>
      </div>
    </>
  );
}

interface LinesProps {
  readonly paper: Paper;
  readonly derivation: Derivation;
}

interface LineProps extends LinesProps {
  readonly line: Derivation['lines'][number];
  readonly isFirst: boolean;
  /** Why it has no value, where that is not said yet. */
  readonly reason: string | undefined;
}

function Line({ paper, derivation, line, isFirst, reason }: LineProps): ReactNode {
  const { printing, snapshot, format } = paper;
  const left = targetTex(derivation, printing);
  const room = ROOM - EQUALS - widestOf([{ tex: left, indent: 0 }]);
  const rowsIn = ({ tex, result = '' }: { readonly tex: string; readonly result?: string }) =>
    [tex, result].flatMap((part) => rowsOf(part, room));
  // A sheet has room for fewer than a page of its own.
  const ways = LESS_AND_LESS.map((most = MOST) =>
    lineTex(derivation, line, printing, snapshot, { ...format, most }),
  );
  const { tex = '', result } = firstThatFits(ways, rowsIn, room) ?? {};
  return (
    <div className="sheets-line sheets-keep">
      <p className="sheets-why">{whyText(line.why, printing)}</p>
      <Equals
        {...{ tex, room, ...(isFirst && { left }) }}
        spoken={result === undefined ? lineSpoken(line, derivation, printing) : 'with its numbers'}
      />
      {reason !== undefined && <p className="sheets-no-value">{reason}</p>}
      {result !== undefined && (
        <Equals
          tex={result}
          room={room}
          spoken={matrixSpoken(gradientIn(snapshot, derivation), format.decimals)}
        />
      )}
    </div>
  );
}

function Lines({ paper, derivation }: LinesProps): ReactNode {
  const { printing, snapshot } = paper;
  const reasons = derivation.lines.map((line) => noValueText(line, derivation, printing, snapshot));
  return derivation.lines.map((line, i) => (
    <Turn key={JSON.stringify(line.why)}>
      <Line
        {...{ paper, derivation, line, isFirst: i === 0 }}
        reason={reasons.indexOf(reasons[i]) === i ? reasons[i] : undefined}
      />
    </Turn>
  ));
}

/** The chosen entry: its own sum, its numbers, and what comes out. */
function Chosen({ paper, derivation, cell }: LinesProps & { readonly cell: Cell }): ReactNode {
  const { printing, snapshot } = paper;
  const { row, col } = cell;
  const value = entry(gradientIn(snapshot, derivation), row, col);
  const decimals = useDigitsFor(value, paper.format.decimals);
  const { left, lines } = derivedEntry(derivation, cell, printing, snapshot, { decimals });
  const room = ROOM - EQUALS - widestOf([{ tex: left, indent: 0 }]);
  const number = formatNumber(value, { decimals });
  return (
    <div className="sheets-line sheets-keep">
      <p className="sheets-why">{`the chosen entry: row ${row + 1}, column ${col + 1}`}</p>
      {[...lines, { tex: number.replace('−', '-'), spoken: number }].map(({ tex, spoken }, i) => (
        <Equals key={tex} {...{ tex, spoken, room, ...(i === 0 && { left }) }} />
      ))}
    </div>
  );
}

interface Props {
  readonly paper: Paper;
  readonly state: State;
  readonly target: string;
}

/** A gradient line by line with its reasons, as the page shows it. */
export function DerivationBlock({ paper: plain, state, target }: Props): ReactNode {
  const { printing, snapshot, format } = plain;
  const beginning = useStore(beginnings, (begin) => begin.beginning);
  const derivation = useMemo(
    () =>
      state.shown &&
      derivationOf(walkOf(state.shown.compiled, state.settings.detail), target, beginning),
    [state, target, beginning],
  );
  const cell = cellOf(state, target);
  // A single number has as many digits as the page gives it.
  const decimals = useDigitsFor(derivation ? singleIn(snapshot, derivation) : 0, format.decimals);
  const paper = { ...plain, format: { ...format, decimals } };
  if (!derivation) return null;
  const gradient = printing.quantities.get(target)?.node.gradientId ?? target;
  return (
    <section className="sheets-derivation" data-phase="backward">
      <h3 className="sheets-keep">
        <Tex
          tex={inlineTex(targetTex(derivation, printing))}
          spoken={quantitySpoken(printing, gradient)}
        />
        <span>line by line</span>
      </h3>
      <Lines {...{ paper, derivation }} />
      {cell && (
        <Turn>
          <Chosen {...{ paper, derivation, cell }} />
        </Turn>
      )}
    </section>
  );
}
