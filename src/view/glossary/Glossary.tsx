import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
// Not by way of derive's door, so that its texts come with the dialog and not with the page.
import {
  type GlossaryEntry,
  glossaryOf,
  otherQuantities,
  quantityEntry,
} from '../../derive/glossary';
import { currentStep, stepsIn } from '../../store';
import { Dialog } from '../dialogs/Dialog';
import { dialogs } from '../dialogs/dialogs';
import { usePrinting, useSelect, useTouch } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import { useGrowing } from '../useGrowing';
import './glossary.css';

interface Entries {
  readonly ofStep: readonly GlossaryEntry[];
  readonly others: readonly GlossaryEntry[];
}

const NONE: Entries = { ofStep: [], others: [] };

/** Commands and named functions: a letter of a label may be the name of a quantity. */
const MARKS = /\\operatorname\{\w+\}'?|\\[A-Za-z]+/g;

function texOf(formula: Element): string {
  const tex = formula.getAttribute('data-tex') ?? '';
  return formula.matches('.inline-symbol') ? (tex.match(MARKS) ?? []).join(' ') : tex;
}

/** What is set on the page, at whatever depth and in whatever tab. */
const seenTex = () =>
  [...document.querySelectorAll('.equation:not([data-prepared]) [data-tex], .tabpanel [data-tex]')]
    .map(texOf)
    .join('\n');

/** All symbols of the step, then all other quantities; what was pointed at comes first. */
function useEntries(): Entries {
  const step = useSelect(currentStep);
  const steps = useSelect(stepsIn);
  const printing = usePrinting(useSelect((state) => state.shown));
  const about = useStore(dialogs, (state) => state.about);
  const [seen] = useState(seenTex);
  return useMemo(() => {
    if (!step || !printing) return NONE;
    const pointed = about === null ? undefined : quantityEntry(about, printing, steps);
    const rest = glossaryOf(step, printing, steps, seen).filter(({ key }) => key !== about);
    const ofStep = pointed ? [pointed, ...rest] : rest;
    return { ofStep, others: otherQuantities(ofStep, printing, steps) };
  }, [step, steps, printing, about, seen]);
}

function Entry({ entry }: { readonly entry: GlossaryEntry }): ReactNode {
  const { tex, spoken, name, definition, shape, used } = entry;
  return (
    <div className="glossary-entry">
      <dt>
        <InlineSymbol tex={tex} text={spoken} />
        <span className="sr-only">{spoken}: </span>
        <strong>{name}</strong>
      </dt>
      <dd>
        {definition}
        {shape && (
          <span className="glossary-facts">
            {shape} · {used}
          </span>
        )}
      </dd>
    </div>
  );
}

export function Glossary(): ReactNode {
  const { ofStep, others } = useEntries();
  const drawn = useGrowing(others.length);
  const about = useStore(dialogs, (state) => state.about);
  const isTouch = useTouch();
  return (
    <Dialog title="Glossary of this step">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by key. */}
      <section className="dialog-scroll" tabIndex={0} aria-label="Symbols">
        {ofStep.length === 0 ? (
          <p className="empty">No step is open yet. Choose a problem from the list at the top.</p>
        ) : (
          <>
            <dl>
              {ofStep.map((entry) => (
                <Entry key={entry.key} entry={entry} />
              ))}
            </dl>
            {others.length > 0 && <h3>The other quantities of this problem</h3>}
            <dl>
              {others.slice(0, drawn).map((entry) => (
                <Entry key={entry.key} entry={entry} />
              ))}
            </dl>
          </>
        )}
        {about === null && isTouch && (
          <p className="key-note">Tap a symbol of the equation: what it is opens beside it.</p>
        )}
        {about === null && !isTouch && (
          <p className="key-note">
            Point at a symbol anywhere on the page and press <kbd>G</kbd>: it comes first here.
          </p>
        )}
      </section>
    </Dialog>
  );
}
