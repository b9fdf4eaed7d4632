import { Fragment, type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { quantitySpoken, quantityText } from '../../derive';
import { entryNamesIn, stepEntry } from '../../derive/depths';
import { entryName } from '../../engine';
import { isKnown, type Subject, stepIndex, stepsIn } from '../../store';
import { afterPaint } from '../afterPaint';
import { ScalarRow } from '../edit/ScalarRow';
import { Row } from '../equation/Row';
import { useFit } from '../equation/useFit';
import { useActions, useBackstep, useSelect } from '../hooks';
import { useTypesetter } from '../math/typeset';
import { Block } from './Block';
import { useDigits, useDigitsAt } from './digits';
import { drawn, NOTHING_DRAWN } from './drawn';
import { EntryHead } from './EntryHead';
import { focusTitle } from './focusTitle';
import { Products } from './Products';
import { readsText } from './reads';
import { type Related, relatedTo } from './related';
import { UnitCurve } from './UnitCurve';
import { type EntryProps, useSubject } from './useSubject';
import './depth.css';

interface Props extends EntryProps {
  readonly subject: Subject;
  /** As they are chosen for the page; `decimals` are those of the subject. */
  readonly chosen: number;
}

const isForward = ({ step }: Related) => step.aspect === 'value';

/** What the walk has not come to yet. */
function LaterRow({
  later,
  printing,
}: { readonly later: readonly Related[] } & Pick<EntryProps, 'printing'>) {
  const { goTo, select } = useActions();
  const [first] = later;
  if (!first) return null;
  const { step, index, row, col } = first;
  return (
    <Row label={first.label}>
      <p>
        <button
          type="button"
          className="button later"
          onClick={() => {
            goTo(step.id);
            select(step.writes, row, col);
            // The button is gone, or another has come in its place: what it led to is read from its title on.
            void afterPaint().then(() => focusTitle());
          }}
        >
          {`Go to step ${index + 1}: ${quantityText(printing, step.writes)}`}
        </button>
      </p>
    </Row>
  );
}

function useLit(
  subject: Subject,
  own: Related | undefined,
  graph: EntryProps['printing']['graph'],
) {
  const { quantity, row, col } = subject;
  const reads = useMemo(
    () => (own ? entryNamesIn(stepEntry(own.step, own, graph)) : []),
    [own, graph],
  );
  useEffect(() => {
    drawn.setState({ chosen: entryName(quantity.id, row, col), reads, path: null });
    return () => drawn.setState(NOTHING_DRAWN);
  }, [quantity, row, col, reads]);
  return reads;
}

function EntryRows(props: Props): ReactNode {
  const { subject, shown, printing, decimals } = props;
  const { store } = useBackstep();
  const steps = useSelect(stepsIn);
  const current = useSelect(stepIndex);
  const { graph } = shown.compiled;
  const related = useMemo(() => relatedTo(subject, steps, graph), [subject, steps, graph]);
  const isReached = ({ step, index }: Related) =>
    index <= current && isKnown(store.getState(), step.writes);
  const now = related.filter(isReached);
  const own = now.find(({ step }) => step.writes === subject.quantity.id);
  const reads = useLit(subject, own, graph);
  const nameOf = useCallback((id: string) => quantitySpoken(printing, id), [printing]);
  const ready = useTypesetter();
  // A weight and its gradient differ in size: each is written with its own digits.
  const digitsAt = useDigitsAt(shown, props.chosen);
  const digitsOf = ({ step, row, col }: Related) =>
    digitsAt({ of: step.of, aspect: step.aspect, row, col });
  const names = now.map((each) => `${each.step.id} ${digitsOf(each)}`).join();
  const form = [printing, names, subject.row, subject.col, decimals, ready];
  const panel = useFit(form, shown.snapshot);
  /** The curve stands where z and a are known, before what comes back. */
  const before = subject.quantity.aspect === 'value' ? now.filter(isForward).length : 1;
  const common = { printing, snapshot: shown.snapshot };
  const block = (each: Related) => (
    <Fragment key={each.step.id}>
      <Block related={each} nameOf={nameOf} decimals={digitsOf(each)} {...common} />
      {each === own && (
        <Products related={own} reads={reads} decimals={digitsOf(own)} {...common} />
      )}
      {each === own && (
        <Row label="reads">
          <p className="words">{readsText(stepEntry(own.step, own, graph), printing)}</p>
        </Row>
      )}
    </Fragment>
  );
  return (
    <dl className="rows entry-rows" ref={panel}>
      <ScalarRow {...props} />
      {now.slice(0, before).map(block)}
      <UnitCurve shown={shown} subject={subject} decimals={decimals} />
      {now.slice(before).map(block)}
      <LaterRow later={related.filter((each) => !isReached(each))} printing={printing} />
    </dl>
  );
}

/** One entry in scalars: its sum, its numbers, and what it is made from. */
export default function EntrySheet(props: EntryProps): ReactNode {
  const subject = useSubject();
  const decimals = useDigits(subject, props.shown, props.decimals);
  if (!subject) return null;
  return (
    <>
      <EntryHead subject={subject} {...props} />
      <EntryRows subject={subject} {...props} chosen={props.decimals} decimals={decimals} />
    </>
  );
}
