import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
// Not by way of derive's door, so that its texts come with the dialog and not with the page.
import { type GlossaryEntry, glossaryOf, quantityEntry } from '../../derive/glossary';
import { currentStep, stepsIn } from '../../store';
import { Dialog } from '../dialogs/Dialog';
import { dialogs } from '../dialogs/dialogs';
import { usePrinting, useSelect, useTouch } from '../hooks';
import { InlineSymbol } from '../math/InlineSymbol';
import './glossary.css';

/** All symbols of the step; what was pointed at comes first. */
function useEntries(): readonly GlossaryEntry[] {
  const step = useSelect(currentStep);
  const steps = useSelect(stepsIn);
  const printing = usePrinting(useSelect((state) => state.shown));
  const about = useStore(dialogs, (state) => state.about);
  return useMemo(() => {
    if (!step || !printing) return [];
    const pointed = about === null ? undefined : quantityEntry(about, printing, steps);
    const rest = glossaryOf(step, printing, steps).filter(({ key }) => key !== about);
    return pointed ? [pointed, ...rest] : rest;
  }, [step, steps, printing, about]);
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
  const entries = useEntries();
  const about = useStore(dialogs, (state) => state.about);
  const isTouch = useTouch();
  return (
    <Dialog title="Glossary of this step">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by key. */}
      <section className="dialog-scroll" tabIndex={0} aria-label="Symbols">
        {entries.length === 0 ? (
          <p className="empty">No step is open yet. Choose a problem from the list at the top.</p>
        ) : (
          <dl>
            {entries.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </dl>
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
