import { createStore } from 'zustand/vanilla';
import type { Detail } from '../../derive';
import type { GraphDiagram } from '../../diagram/graph';
import type { Backstep, State } from '../../store';

/** What of the graph view is not the problem's: which lines are open, and why gradients add up where one looks. */
export interface GraphView {
  /** The detail for which lines were opened; at another one they follow it anew. */
  readonly detail: Detail | null;
  readonly all: boolean | null;
  readonly opened: Readonly<Record<string, boolean>>;
  readonly sentence: string;
  readonly diagram: GraphDiagram | null;
}

export const graphView = createStore<GraphView>()(() => ({
  detail: null,
  all: null,
  opened: {},
  sentence: '',
  diagram: null,
}));

export interface Folding {
  readonly all: boolean | null;
  readonly opened: Readonly<Record<string, boolean>>;
}

const FOLLOWING: Folding = { all: null, opened: {} };

/** Choosing another detail opens or folds all lines with it. */
export function foldingFor(view: GraphView, detail: Detail): Folding {
  return view.detail === detail ? view : FOLLOWING;
}

const isAllOpen = ({ all }: Folding, detail: Detail) => all ?? detail === 'operations';

/** Opens a line to its operations, or folds it to one node. */
export function foldLine(line: string, detail: Detail): void {
  const folding = foldingFor(graphView.getState(), detail);
  const isOpen = Object.hasOwn(folding.opened, line)
    ? folding.opened[line] === true
    : isAllOpen(folding, detail);
  graphView.setState({
    detail,
    all: folding.all,
    opened: { ...folding.opened, [line]: !isOpen },
  });
}

export function foldAll({ store }: Pick<Backstep, 'store'>): void {
  const { detail } = store.getState().settings;
  const folding = foldingFor(graphView.getState(), detail);
  const anyOpen = isAllOpen(folding, detail) || Object.values(folding.opened).some(Boolean);
  graphView.setState({ detail, all: !anyOpen, opened: {} });
}

/** A program is always a graph, a network where that was chosen. */
export function isGraph({ shown, settings }: State): boolean {
  if (!shown) return false;
  return settings.view === 'graph' || shown.problem.kind === 'program';
}
