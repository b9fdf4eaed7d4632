import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { formatShape } from '../../engine';
import { grouped, LIMITS, type ProgramProblem } from '../../problem';
import { IconButton } from '../controls/icons';
import { useBackstep, useSelect } from '../hooks';
import { BackToLayers } from './BackToLayers';
import { type Code, createCode } from './code';
import { closeEditor, editing } from './editing';
import { Faults } from './Faults';
import { Names } from './Names';
import { rangeOf } from './place';
import { Reference } from './Reference';
import { createSession, namesIn, type Session } from './session';

/** The text as typed, or that of the program on the screen. */
function textFor(problem: ProgramProblem): string {
  const { draft } = editing.getState();
  return draft && draft.over === problem.program ? draft.text : problem.program;
}

interface Parts {
  readonly session: Session;
  readonly code: Code;
}

/** Brings the code editor to life in `host`, and follows what others do to the program. */
function useCode(
  host: React.RefObject<HTMLElement | null>,
  problem: ProgramProblem,
  onReference: () => void,
  onTooLong: (length: number | null) => void,
): React.RefObject<Parts | null> {
  const backstep = useBackstep();
  const parts = useRef<Parts | null>(null);
  const latest = useRef(problem);
  latest.current = problem;

  useEffect(() => {
    if (!host.current) return;
    const session = createSession(backstep);
    const code = createCode(host.current, {
      text: textFor(latest.current),
      onType: (text) => {
        onTooLong(null);
        session.type(text);
      },
      onBlur: () => {
        session.rest();
        session.settle();
      },
      onReference,
      onTooLong,
      known: () =>
        namesIn(backstep.store.getState()).map(({ name, group, shape }) => ({
          name,
          detail: `${group === 'data' ? 'data' : 'parameter'}, ${formatShape(shape)}`,
        })),
    });
    parts.current = { session, code };
    // What a reload found is judged again.
    session.settle();
    return () => {
      session.dispose();
      code.destroy();
      parts.current = null;
    };
  }, [backstep, host, onReference, onTooLong]);

  const draft = useStore(editing, (state) => state.draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is the newest of both.
  useEffect(() => {
    const { current } = parts;
    const { problem: now } = backstep.store.getState();
    if (!current || now?.kind !== 'program') return;
    const typed = editing.getState().draft;
    // Undo, or another problem: what was typed over the one before is no longer meant.
    const isStale = typed !== null && typed.over !== now.program;
    if (isStale) editing.setState({ draft: null });
    const meant = isStale ? null : typed;
    current.code.set(meant?.text ?? now.program);
    const { faults = [], text = '' } = meant ?? {};
    current.code.mark(
      faults.map((fault) => ({ range: rangeOf(text, fault), message: `${fault.error}.` })),
    );
  }, [draft, problem, backstep]);

  const replace = useStore(editing, (state) => state.replace);
  useEffect(() => {
    if (replace > 0) parts.current?.code.selectAll();
    else parts.current?.code.focus();
  }, [replace]);
  return parts;
}

export function Editor({ problem }: { readonly problem: ProgramProblem }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const [reference, setReference] = useState(false);
  const [tooLong, setTooLong] = useState<number | null>(null);
  const toggle = useMemo(() => () => setReference((open) => !open), []);
  const parts = useCode(host, problem, toggle, setTooLong);
  const draft = useStore(editing, (state) => state.draft);
  const faults = tooLong === null ? (draft?.faults ?? []) : [];
  const session = () => parts.current?.session;

  return (
    <>
      <div className="editor-head">
        <h3>Program</h3>
        <BackToLayers problem={problem} />
        <button
          type="button"
          className="button plain"
          aria-expanded={reference}
          title="What can be written (F1)"
          onClick={toggle}
        >
          Syntax
        </button>
        <IconButton icon="close" name="Close the editor" onClick={closeEditor} />
      </div>
      {reference && (
        <Reference
          onClose={() => {
            setReference(false);
            parts.current?.code.focus();
          }}
        />
      )}
      <div ref={host} className="editor-code" data-field="" />
      <div className="editor-fault" role="status" data-several={faults.length > 1 ? '' : undefined}>
        {tooLong === null ? (
          <Faults
            faults={faults}
            onGo={(fault) => parts.current?.code.goTo(rangeOf(draft?.text ?? '', fault).from)}
          />
        ) : (
          `That would be ${grouped(tooLong)} characters, and a program has at most ${grouped(LIMITS.program)}; it was left out (program, line 1).`
        )}
      </div>
      <p id="editor-keys" className="sr-only">
        F1 lists the syntax. Tab leaves the editor; while names are offered it takes one, and Escape
        puts them away.
      </p>
      <Names session={session} />
    </>
  );
}

/** Loaded when it is first opened. */
export default function OpenEditor(): ReactNode {
  const problem = useSelect((state) => state.problem);
  return problem?.kind === 'program' ? <Editor problem={problem} /> : null;
}
