import { Fragment, type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { notationFor, printingOf } from '../../derive';
import { PHASE_LABELS } from '../steps/groups';
import { AnswerKey } from './AnswerKey';
import { DerivationBlock, derivedTarget, stepDerived } from './DerivationBlock';
import { fitSheets } from './fitSheets';
import { Given } from './Given';
import { PaperDiagram } from './PaperDiagram';
import { MOST, type Paper } from './paper';
import { type PrintJob, printing, stepsOfJob } from './printing';
import { StepBlock } from './StepBlock';
import { KIND_NAMES, pageRules } from './sheetStyle';
import { Turn } from './Turn';
import './sheets.css';

/** Heads, feet, and the name of the file that a browser makes of it. */
function usePage({ kind, paper, state }: PrintJob): void {
  const title = state.shown?.problem.title ?? '';
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(pageRules(title, kind, paper));
    const before = document.title;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.title = `${title}: ${KIND_NAMES[kind].toLowerCase()}`;
    document.body.dataset.printing = '';
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      document.title = before;
      delete document.body.dataset.printing;
    };
  }, [title, kind, paper]);
}

function useFitted(job: PrintJob): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another job has other formulas.
  useLayoutEffect(fitSheets, [job]);
  useEffect(() => {
    document.fonts.addEventListener('loadingdone', fitSheets);
    return () => document.fonts.removeEventListener('loadingdone', fitSheets);
  }, []);
}

function usePaper({ state, decimals: chosen }: PrintJob): Paper | null {
  return useMemo(() => {
    const { shown } = state;
    if (!shown) return null;
    const { problem, compiled, snapshot } = shown;
    const notation = notationFor(problem);
    return {
      problem,
      snapshot,
      printing: printingOf(compiled.graph, notation),
      format: { decimals: chosen ?? notation.decimals, most: MOST },
    };
  }, [state, chosen]);
}

function Head({ paper, job }: { readonly paper: Paper; readonly job: PrintJob }): ReactNode {
  const { title, source, description } = paper.problem;
  return (
    <header>
      <p className="sheets-kind">{KIND_NAMES[job.kind]}</p>
      <h1>{title}</h1>
      {source && (
        <p className="sheets-source">
          {[source.document, source.section].filter(Boolean).join(' · ')}
        </p>
      )}
      {description && <p>{description}</p>}
      {(job.kind === 'worksheet' || job.kind === 'both') && (
        <p className="sheets-name">
          <span>Name</span>
          <span>Date</span>
        </p>
      )}
    </header>
  );
}

function Body({ paper, job }: { readonly paper: Paper; readonly job: PrintJob }): ReactNode {
  const steps = stepsOfJob(job);
  const isBlank = job.kind !== 'derivation';
  const target = isBlank ? undefined : derivedTarget(job.state);
  const derived = target === undefined ? undefined : stepDerived(steps, target);
  return (
    <>
      <Turn>
        <PaperDiagram paper={paper} state={job.state} blank={isBlank} />
      </Turn>
      <Turn>
        <Given paper={paper} />
      </Turn>
      {steps.map(({ step, number }, i) => (
        <Fragment key={step.id}>
          <Turn>
            <StepBlock
              paper={paper}
              step={step}
              number={number}
              blank={isBlank}
              heading={step.phase === steps[i - 1]?.step.phase ? null : PHASE_LABELS[step.phase]}
            />
          </Turn>
          {target !== undefined && step.id === derived && (
            <DerivationBlock {...{ paper, target }} state={job.state} />
          )}
        </Fragment>
      ))}
    </>
  );
}

function Job({ job }: { readonly job: PrintJob }): ReactNode {
  usePage(job);
  useFitted(job);
  const paper = usePaper(job);
  if (!paper) return null;
  const { kind } = job;
  return (
    <article className="sheets" data-kind={kind} aria-label={`${KIND_NAMES[kind]} to print`}>
      <Head paper={paper} job={job} />
      {kind !== 'key' && <Body paper={paper} job={job} />}
      {(kind === 'key' || kind === 'both') && (
        <AnswerKey paper={paper} steps={stepsOfJob(job)} alone={kind === 'key'} />
      )}
    </article>
  );
}

/** What is printed in place of the page. On the screen it is laid out but not seen. */
export function Sheets(): ReactNode {
  const job = useStore(printing, (state) => state.job);
  return job && createPortal(<Job job={job} />, document.body);
}
