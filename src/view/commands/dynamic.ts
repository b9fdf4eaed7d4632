import {
  DETAILS,
  notationFor,
  notations,
  printingOf,
  quantitySpoken,
  quantityText,
} from '../../derive';
import { LIBRARY, NOTATIONS } from '../../problem';
import { type State, stepsIn } from '../../store';
import { exportItems, runExport } from '../export/items';
import { PHASE_LABELS } from '../steps/groups';
import type { Command } from './command';

function stepCommands(state: State): readonly Command[] {
  const { shown } = state;
  if (!shown) return [];
  const printing = printingOf(shown.compiled.graph, notationFor(shown.problem));
  return stepsIn(state).map(
    ({ id, phase, writes, title }, i): Command => ({
      id: `step-${id}`,
      title: `Step ${i + 1}: ${quantityText(printing, writes)}, ${title}`,
      group: 'Go to',
      words: `quantity ${PHASE_LABELS[phase]} ${writes} ${quantitySpoken(printing, writes)}`,
      run: ({ actions }) => actions.goTo(id),
    }),
  );
}

const exports = exportItems.map(
  ({ id, label }): Command => ({
    id: `export-${id}`,
    title: label,
    group: 'Export',
    words: 'download copy take along print paper pdf worksheet answer key handout',
    run: (backstep) => void runExport(id, backstep),
  }),
);

const details = DETAILS.map(
  (detail): Command => ({
    id: `detail-${detail}`,
    title: `Detail: ${detail}`,
    group: 'Detail',
    words: 'fine coarse walk',
    run: ({ actions }) => actions.setDetail(detail),
  }),
);

const notationCommands = NOTATIONS.map(
  (id): Command => ({
    id: `notation-${id}`,
    title: `Notation: ${notations.find((n) => n.id === id)?.label ?? id}`,
    group: 'Notation',
    words: 'symbols letters handout',
    run: ({ actions }) => void actions.setNotation(id),
  }),
);

const problems = LIBRARY.map(
  ({ id, title, document, section }): Command => ({
    id: `problem-${id}`,
    title,
    group: 'Open a problem',
    words: `${document} ${section}`,
    run: ({ actions }) => void actions.openLibrary(id),
  }),
);

/** What depends on the problem that is open, and what is long. */
export function commandsOf(state: State): readonly Command[] {
  return [
    ...stepCommands(state),
    ...notationCommands,
    ...details,
    ...(state.shown ? exports : []),
    ...problems,
  ];
}
