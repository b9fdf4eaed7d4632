import {
  DETAILS,
  MATRIX_FORMATS,
  matrixText,
  notationFor,
  notationOf,
  notations,
  printingOf,
  quantitySpoken,
  quantityText,
} from '../../derive';
import { read } from '../../engine';
import { LIBRARY, NOTATIONS } from '../../problem';
import { isKnown, type State, stepsIn } from '../../store';
import { copyText } from '../export/clipboard';
import { exportItems, runExport } from '../export/items';
import { leaving } from '../keep/leaving';
import { mixOwn } from '../notation/mixing';
import { preferences } from '../preferences';
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

/** What the button of a card offers, for whoever goes from field to field by key. */
function matrixCommands(state: State): readonly Command[] {
  const { shown } = state;
  if (!shown) return [];
  const { problem, compiled, snapshot } = shown;
  const printing = printingOf(compiled.graph, notationFor(problem));
  const decimals = preferences.getState().decimals ?? notationOf(problem.notation).decimals;
  const given = compiled.graph.nodes.filter(({ op }) => op.kind === 'input').map(({ id }) => id);
  const ids = new Set([...given, ...stepsIn(state).map(({ writes }) => writes)]);
  return [...ids].flatMap((id) => {
    const quantity = printing.quantities.get(id);
    const matrix =
      quantity && isKnown(state, id) && read(snapshot, quantity.aspect, quantity.node.id);
    if (!matrix) return [];
    return MATRIX_FORMATS.map(
      (format): Command => ({
        id: `copy-${id}-${format}`,
        title: `Copy ${quantityText(printing, id)} as ${format}`,
        group: 'Copy',
        words: `numbers matrix card ${id} ${quantitySpoken(printing, id)}`,
        run: () => void copyText(matrixText(matrix, format, decimals), format),
      }),
    );
  });
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

const ownNotation: Command = {
  id: 'notation-own',
  title: 'Notation: my own…',
  group: 'Notation',
  words: 'symbols letters mixture mix',
  run: ({ actions, store }) => mixOwn(actions, store.getState()),
};

const problems = LIBRARY.map(
  ({ id, title, document, section }): Command => ({
    id: `problem-${id}`,
    title,
    group: 'Open a problem',
    words: `${document} ${section}`,
    run: (backstep) => void leaving(backstep, () => backstep.actions.openLibrary(id)),
  }),
);

/** What depends on the problem that is open, and what is long. */
export function commandsOf(state: State): readonly Command[] {
  return [
    ...stepCommands(state),
    ...notationCommands,
    ownNotation,
    ...details,
    ...(state.shown ? exports : []),
    ...matrixCommands(state),
    ...problems,
  ];
}
