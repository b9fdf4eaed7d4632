import { lazy, memo, type ReactNode, Suspense, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { type Printing, quantitySpoken, type Step } from '../../derive';
import { currentStep, isReceived, type Shown, stepIndex, stepsIn } from '../../store';
import { derivedStep } from '../derivation/target';
import { titleLine } from '../equation/lines';
import { useUses } from '../equation/useUses';
import { useBackstep, useDecimals, usePrinting, useSelect } from '../hooks';
import { lecture } from '../lecture/lecture';
import { arriving } from '../lecture/play';
import { isGraph } from '../network/graphView';
import { PHASE_LABELS } from '../steps/groups';
import { Covered } from './Covered';
import { Fitted } from './Fitted';
import { useHidden } from './items';
import { LayerBlocks, useNames } from './LayerBlocks';
import { largeOf } from './layout';
import { ProjectorDiagram } from './ProjectorDiagram';
import { paging, projecting } from './projecting';
import { Tie } from './tie/Tie';
import { useLetter } from './useLetter';
import { usePages, useRoom } from './usePages';

const DeepBlocks = lazy(() => import('./DeepBlocks'));

interface Props {
  readonly step: Step;
  readonly printing: Printing;
  readonly shown: Shown;
}

/** What the stop of a lecture is called. */
function useStopTitle(): string {
  return useStore(lecture.store, ({ lecture: open, at }) => open?.stops[at]?.title ?? '');
}

// An edit draws what follows from its numbers, when they come; what was typed is no reason yet.
const Head = memo(({ step, problem }: { readonly step: Step; readonly problem: string }) => {
  const steps = useSelect(stepsIn);
  const index = useSelect(stepIndex);
  const pages = useStore(paging, (state) => state.pages);
  const page = useStore(projecting, (state) => state.page);
  const stopTitle = useStopTitle();
  return (
    <header className="stage-head">
      <p>
        <strong className="phase-word">{PHASE_LABELS[step.phase]}</strong>
        <span>{`step ${index + 1} of ${steps.length}`}</span>
      </p>
      <p className="stage-problem">{stopTitle ? step.title : problem}</p>
      {pages > 1 && <p className="page-count">{`page ${page + 1}/${pages}`}</p>}
    </header>
  );
});

const Title = memo(({ step: current, printing }: Omit<Props, 'shown'>) => {
  const stopTitle = useStopTitle();
  const derived = useSelect((state) => (state.depth === 'derivation' ? derivedStep(state) : null));
  const step = derived ?? current;
  const nameOf = useNames(printing);
  const uses = useUses(step);
  const texs = useMemo(() => [() => titleLine(step, printing)], [step, printing]);
  return (
    <h1 className="stage-title">
      <Fitted spoken={quantitySpoken(printing, step.writes)} {...{ texs, nameOf, uses }} />{' '}
      <span className="stage-words">{stopTitle || step.title}</span>
    </h1>
  );
});

const Column = memo((props: Props & { readonly known: boolean }) => {
  const { step } = props;
  const decimals = useDecimals();
  const depth = useSelect((state) => state.depth);
  const view = useStore(projecting, (state) => state.view);
  const scale = useStore(projecting, (state) => state.scale);
  const large = largeOf(view, step.phase, depth);
  const host = useRef<HTMLDivElement>(null);
  const count = useRoom(host);
  const room = `${count} ${scale} ${large}`;
  usePages(host);
  const blocks = { ...props, decimals, large, room };
  return (
    <div className="blocks" ref={host}>
      {depth === 'layer' ? (
        <LayerBlocks {...blocks} />
      ) : (
        <Suspense fallback={null}>
          <DeepBlocks key={`${depth} ${step.id}`} {...blocks} depth={depth} />
        </Suspense>
      )}
    </div>
  );
});

const Picture = memo(({ step }: { readonly step: Step }) => {
  const view = useStore(projecting, (state) => state.view);
  const depth = useSelect((state) => state.depth);
  const letter = useLetter();
  const hidesResult = useHidden('result');
  const isHidden = useHidden('diagram');
  const large = largeOf(view, step.phase, depth);
  return (
    <section className="stage-picture" aria-label="Diagram">
      <Covered isCovered={isHidden} className="of-drawing">
        <ProjectorDiagram near={large !== 'diagram'} {...{ letter, hidesResult }} />
      </Covered>
    </section>
  );
});

/** What the audience sees of a step: its name, then the diagram and the equation, one of them large. */
export function Stage(): ReactNode {
  const { store } = useBackstep();
  const shown = useSelect((state) => state.shown);
  const step = useSelect(currentStep);
  const depth = useSelect((state) => state.depth);
  const printing = usePrinting(shown);
  const view = useStore(projecting, (state) => state.view);
  const scale = useStore(projecting, (state) => state.scale);
  const drawn = useSelect(isGraph);
  const isArriving = useStore(arriving, (state) => state.on);
  const stop = useStore(lecture.store, (state) => (state.lecture ? state.at : undefined));
  const letter = useLetter();
  const isCalculating = useSelect((state) => state.problem !== state.shown?.problem);
  if (!shown || !step || !printing) return <div className="stage" />;
  const state = store.getState();
  const known = [step.writes, ...step.reads].every((id) => isReceived(state, id));
  const large = largeOf(view, step.phase, depth);
  return (
    <div
      className="stage"
      data-phase={step.phase}
      data-large={large}
      data-drawn={drawn ? 'graph' : 'layers'}
      data-type={scale > 1.2 ? 'large' : undefined}
      data-step={step.id}
      data-stop={stop}
      aria-busy={isArriving || isCalculating}
    >
      <Head step={step} problem={shown.problem.title} />
      <Title {...{ step, printing }} />
      <Column {...{ step, printing, shown, known }} />
      {large !== 'numbers' && <Picture step={step} />}
      {large !== 'numbers' && <Tie letter={letter} />}
    </div>
  );
}
