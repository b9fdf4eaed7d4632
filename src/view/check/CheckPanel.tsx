import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import {
  overallVerdict,
  quantitySpoken,
  quantityTex,
  quantityText,
  VERDICT_LABELS,
  VERDICT_WORDS,
  whyBroken,
} from '../../derive';
import { useBroken } from '../equation/BrokenNotice';
import { useActions, usePrinting, useSelect } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import { largestOf } from '../numbers/tint';
import { preferences } from '../preferences';
import { type Compared, comparedOf } from './difference';
import { Heat } from './Heat';
import './check.css';

const SUPERSCRIPTS = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];
const power = (n: number) => `10⁻${[...String(n)].map((d) => SUPERSCRIPTS[Number(d)]).join('')}`;
const share = (x: number) => {
  if (!Number.isFinite(x)) return 'undefined';
  return x === 0 ? '0' : x.toExponential(1);
};

function EpsilonSlider(): ReactNode {
  const epsilon = useStore(preferences, (state) => state.epsilon);
  return (
    <label className="epsilon">
      <span>
        step ε = <output>{power(epsilon)}</output>
      </span>
      <input
        type="range"
        min={-12}
        max={-1}
        step={1}
        value={-epsilon}
        aria-label="Step ε of the central difference"
        aria-valuetext={`10 to the minus ${epsilon}`}
        onChange={(event) => preferences.setState({ epsilon: -Number(event.target.value) })}
      />
    </label>
  );
}

interface GroupProps {
  readonly compared: Compared;
  readonly printing: NonNullable<ReturnType<typeof usePrinting>>;
  /** Where its numbers are none: why. */
  readonly why: string | undefined;
}

function Kinks({ kinks }: { readonly kinks: readonly string[] }): ReactNode {
  const units = [...new Set(kinks.filter(Boolean))];
  if (units.length === 0) return null;
  const more = units.length > 2 ? ` and ${units.length - 2} more` : '';
  return (
    <p className="kinks">
      <span aria-hidden="true">◆ </span>
      Within ±ε the z of {units.slice(0, 2).join('; ')}
      {more} changes sign: a kink.
    </p>
  );
}

/** A difference of this share of the largest gradient is tinted as deep as can be. */
const FAR_APART = 0.01;

/** A parameter: gradient, central difference, and what is between them. */
function Group({ compared, printing, why }: GroupProps): ReactNode {
  const { node, gradient, difference, apart, comparison, kinks } = compared;
  const id = node.gradientId;
  // Of both: where one of them is 0 throughout, the other is what shows it.
  const largest = Math.max(largestOf(gradient), largestOf(difference));
  const maps = [
    ['analytical', gradient, largest],
    ['central difference', difference, largest],
    // Rounding is not to look like a gradient.
    ['their difference', apart, FAR_APART * largest],
  ] as const;
  return (
    <section
      className="check-group"
      data-quantity={id}
      data-verdict={comparison.verdict}
      aria-label={`Check of ${quantitySpoken(printing, id)}`}
    >
      <header>
        <InlineSymbol
          tex={quantityTex({ ...printing, link: false }, id)}
          text={quantityText(printing, id)}
        />
        <span className="relative">relative error {share(comparison.relative)}</span>
        <span className="verdict">{VERDICT_LABELS[comparison.verdict]}</span>
      </header>
      <div className="maps">
        {maps.map(([label, matrix, deepest]) => (
          <Heat
            key={label}
            id={id}
            label={label}
            matrix={matrix}
            largest={deepest}
            kinks={kinks}
            why={why}
            exact={label === 'their difference'}
          />
        ))}
      </div>
      <Kinks kinks={kinks} />
    </section>
  );
}

/** Asks anew for each state of the problem and each ε. */
function useCheck() {
  const shown = useSelect((state) => state.shown);
  const check = useSelect((state) => state.check);
  const epsilon = 10 ** -useStore(preferences, (state) => state.epsilon);
  const { checkGradients } = useActions();
  const revision = shown && shown.filled === shown.snapshot.layout.length ? shown.revision : null;
  useEffect(() => {
    if (revision !== null) checkGradients(epsilon);
  }, [revision, epsilon, checkGradients]);
  return { shown, check: check?.revision === shown?.revision ? check : null };
}

export default function CheckPanel(): ReactNode {
  const { shown, check } = useCheck();
  const printing = usePrinting(shown);
  const broken = useBroken(printing, shown);
  const compared = useMemo(
    () => (shown && check && printing ? comparedOf(shown, check, printing) : []),
    [shown, check, printing],
  );
  const isDone = check !== null && check.total > 0 && check.done === check.total;
  const graph = shown?.compiled.graph;
  // What was found last stays until the new is there, so that nothing jumps at an edit.
  const [kept, setKept] = useState({ graph, compared });
  if (isDone && kept.compared !== compared) setKept({ graph, compared });
  const drawn = isDone || kept.graph !== graph ? compared : kept.compared;
  const verdict = overallVerdict(compared.map(({ comparison }) => comparison));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows scroll it.
    <section className="panel sheet-panel check" aria-label="Gradient check" tabIndex={0}>
      <div className="sheet-bar">
        <EpsilonSlider />
        {isDone ? (
          <p className="overall" data-verdict={verdict} role="status">
            {VERDICT_WORDS[verdict]}
          </p>
        ) : (
          <p className="overall soft">
            {check && check.total > 0 ? (
              <>
                <progress value={check.done} max={check.total} aria-label="Gradient check" />{' '}
                {check.done} of {check.total} entries
              </>
            ) : (
              'Calculating…'
            )}
          </p>
        )}
      </div>
      <div className="check-groups">
        {printing &&
          drawn.map((each) => (
            <Group
              key={each.node.id}
              compared={each}
              printing={printing}
              why={whyBroken(printing, broken, each.node.gradientId)}
            />
          ))}
      </div>
    </section>
  );
}
