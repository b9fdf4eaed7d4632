import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Printing, quantityText, type Step } from '../../derive';
import { fillNote } from '../../problem/lecture';
import { stepIndex, stepsIn } from '../../store';
import { noteReader } from '../../store/lecture';
import { useDecimals, usePrinting, useSelect } from '../hooks';
import { lecture } from '../lecture/lecture';
import { hiddenWords, placeWords, titleOf } from '../lecture/words';
import { paging, projecting } from '../projector/projecting';

/** The note of the stop with the numbers of the pass. */
function useNote(): string {
  const note = useStore(lecture.store, ({ lecture: open, at }) => open?.stops[at]?.note ?? '');
  const shown = useSelect((state) => state.shown);
  const decimals = useDecimals();
  return useMemo(() => {
    const isWhole = shown && shown.filled === shown.snapshot.layout.length;
    if (!isWhole) return note;
    const pass = { graph: shown.compiled.graph, snapshot: shown.snapshot };
    return fillNote(note, noteReader(pass, decimals));
  }, [note, shown, decimals]);
}

const stepWords = (printing: Printing, { writes, title }: Step) =>
  `${quantityText(printing, writes)}: ${title}`;

interface Coming {
  /** What is after this, whatever is still hidden here. */
  readonly title: string;
  readonly place: string;
}

function useNext(): Coming {
  const { lecture: open, at } = useStore(lecture.store);
  const shown = useSelect((state) => state.shown);
  const steps = useSelect(stepsIn);
  const index = useSelect(stepIndex);
  const printing = usePrinting(shown);
  if (open) {
    const stop = open.stops[at + 1];
    return stop
      ? { title: titleOf(stop, at + 1), place: placeWords(open, stop) }
      : { title: 'The end of the lecture', place: '' };
  }
  const step = steps[index + 1];
  return step && printing
    ? { title: stepWords(printing, step), place: step.words }
    : { title: 'The end of this problem', place: '' };
}

/** Where one stands, in one line. */
function usePlace(): string {
  const { lecture: open, at } = useStore(lecture.store);
  const step = useSelect((state) => `step ${stepIndex(state) + 1} of ${stepsIn(state).length}`);
  return open && open.stops.length > 0 ? `Stop ${at + 1} of ${open.stops.length} · ${step}` : step;
}

function useTitle(): string {
  const { lecture: open, at } = useStore(lecture.store);
  const stop = open?.stops[at];
  return stop ? titleOf(stop, at) : '';
}

/** What one says here, what is kept from the audience, and what comes next. */
export function Notes(): ReactNode {
  const { hidden, page } = useStore(projecting);
  const { pages } = useStore(paging);
  const note = useNote();
  const next = useNext();
  const title = useTitle();
  const shows = hidden.length > 0 && hiddenWords(hidden);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long note is scrolled by key. */}
      <section className="presenter-notes" aria-label="Notes" tabIndex={0}>
        <p className="presenter-place">{usePlace()}</p>
        {title && <h2>{title}</h2>}
        {shows && (
          <p className="presenter-hidden">
            <strong>Hidden from the audience:</strong> {`${shows}. The next press shows it.`}
          </p>
        )}
        {pages > 1 && <p className="presenter-place">{`Page ${page + 1} of ${pages}`}</p>}
        <p className="presenter-note">{note || 'No note for this place.'}</p>
      </section>
      <section className="presenter-next" aria-label="Next">
        <h3>Next</h3>
        <p>
          <strong>{next.title}</strong>
        </p>
        <p>{next.place}</p>
      </section>
    </>
  );
}
