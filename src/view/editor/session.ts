import {
  type Group,
  type Memory,
  type NameFact,
  NO_MEMORY,
  namesOf,
  type Proposal,
  withGroup,
  withProgram,
  withShape,
} from '../../compile/infer';
import { fail, faultsOf, type ProgramProblem, type Result } from '../../problem';
import type { Backstep, State } from '../../store';
import { editing } from './editing';
import { STARTER } from './programCommands';

/** A pause in typing after which the next key begins another entry of the history, in milliseconds. */
const BURST = 1200;
/** How long the typing rests before something half written is called an error. */
const PATIENCE = 450;

/** What an editor of the open program does with what is typed. */
export interface Session {
  type(text: string): void;
  /** The typing is over for now: it is one entry of the history. */
  rest(): void;
  /** What was said of the text, at once. */
  settle(): void;
  setShape(name: string, rows: number, cols: number): Result<null>;
  setGroup(name: string, group: Group): Result<null>;
  dispose(): void;
}

const NO_PROGRAM = 'This problem is no program; show it as one first';

/** Proposals outlive the editor, but not their problem. */
let memory: Memory = NO_MEMORY;
let memoryOf = '';

const ownerOf = ({ openings, library, problem }: State) =>
  JSON.stringify([openings, library, problem?.title]);

/** What is remembered of this problem. All of a new program is a proposal. */
function recall(state: State): void {
  const { problem } = state;
  const owner = ownerOf(state);
  const isNew = problem?.kind === 'program' && problem.program === STARTER.program;
  if (owner === memoryOf && !isNew) return;
  memoryOf = owner;
  const given = isNew ? Object.entries({ ...problem.data, ...problem.parameters }) : [];
  memory = { ...NO_MEMORY, proposed: new Map(given) };
}

interface Table {
  readonly problem: ProgramProblem;
  readonly memory: Memory;
  readonly names: readonly NameFact[];
}

/** An edit by way of a session brings its names; only after others have they to be inferred. */
let table: Table | undefined;

/** The table of names of the open program. */
export function namesIn(state: State): readonly NameFact[] {
  recall(state);
  const { problem } = state;
  if (problem?.kind !== 'program') return [];
  if (table?.problem !== problem || table.memory !== memory) {
    table = { problem, memory, names: namesOf(problem, memory) };
  }
  return table.names;
}

export function createSession({ store, actions }: Backstep): Session {
  let burst: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const program = (): ProgramProblem | null => {
    const state = store.getState();
    const { problem } = state;
    recall(state);
    return problem?.kind === 'program' ? problem : null;
  };

  function take(proposal: Result<Proposal>): Result<null> {
    if (!proposal.ok) return proposal;
    const taken = actions.setProblem(proposal.value.problem);
    if (!taken.ok) return taken;
    memory = proposal.value.memory;
    // It may have got another name by this edit.
    const state = store.getState();
    memoryOf = ownerOf(state);
    const { names } = proposal.value;
    table =
      state.problem?.kind === 'program' ? { problem: state.problem, memory, names } : undefined;
    return taken;
  }

  const changed = (by: (problem: ProgramProblem) => Result<Proposal>): Result<null> => {
    const problem = program();
    return problem ? take(by(problem)) : fail(NO_PROGRAM, 'page');
  };

  function rest() {
    clearTimeout(burst);
    burst = undefined;
    actions.endGesture();
  }

  function settle() {
    clearTimeout(patience);
    const problem = program();
    const { draft } = editing.getState();
    if (!problem || !draft) return;
    const again = withProgram(problem, draft.text, memory);
    const taken = again.ok ? take(again) : again;
    editing.setState({ draft: taken.ok ? null : { ...draft, faults: faultsOf(taken) } });
  }

  return {
    type(text) {
      const problem = program();
      if (!problem) return;
      if (burst === undefined) actions.beginGesture();
      clearTimeout(burst);
      burst = setTimeout(rest, BURST);
      clearTimeout(patience);
      const result = text === problem.program ? { ok: true as const } : null;
      const taken = result ?? take(withProgram(problem, text, memory));
      if (taken.ok) {
        editing.setState({ draft: null });
        return;
      }
      // Errors that are said already stay until the next rest; a sentence that flickers helps nobody.
      const said = new Set(editing.getState().draft?.faults.map(({ error }) => error));
      const faults = faultsOf(taken).filter(({ error }) => said.has(error));
      editing.setState({ draft: { text, over: problem.program, faults } });
      patience = setTimeout(settle, PATIENCE);
    },
    rest,
    settle,
    setShape: (name, rows, cols) =>
      changed((problem) => withShape(problem, name, [rows, cols], memory)),
    setGroup: (name, group) => changed((problem) => withGroup(problem, name, group, memory)),
    dispose() {
      rest();
      settle();
    },
  };
}
