import { derivationTex, notationFor, printingOf, programOf } from '../../derive';
import { derivationAlign, derivationOf, singleIn, walkOf } from '../../derive/derivations';
import { type Backstep, stepsIn } from '../../store';
import { digitsFor } from '../depth/digits';
import { beginnings, targetOf } from '../derivation/target';
import { say } from '../notice/messages';
import { preferences } from '../preferences';
import { openPrintDialog } from '../print/open';
import { copyText } from './clipboard';
import { pngOf, svgOf } from './picture';

/** `A first network` → `a-first-network`. */
function fileStem(title: string): string {
  const plain = title.normalize('NFD').replace(/[^A-Za-z0-9]+/g, '-');
  return (
    plain
      .replace(/^-+|-+$/g, '')
      .toLowerCase()
      .slice(0, 60) || 'backstep'
  );
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  say(`Saved as ${name}`);
}

const text = (content: string, type: string) => new Blob([content], { type });
const shownIn = ({ store }: Backstep) => store.getState().shown;
const stem = (backstep: Backstep) => fileStem(shownIn(backstep)?.problem.title ?? '');

function derivation(backstep: Backstep): string {
  const state = backstep.store.getState();
  const { shown } = state;
  if (!shown) return '';
  const { problem, compiled, snapshot } = shown;
  const notation = notationFor(problem);
  return derivationTex({
    title: problem.title,
    description: problem.description,
    steps: stepsIn(state),
    printing: printingOf(compiled.graph, notation),
    snapshot,
    decimals: preferences.getState().decimals ?? notation.decimals,
  });
}

/** The gradient that the current step is about, line by line. */
function gradient({ store }: Backstep): string {
  const state = store.getState();
  const target = targetOf(state);
  const { shown } = state;
  if (!shown || target === undefined) return '';
  const { problem, compiled, snapshot } = shown;
  const notation = notationFor(problem);
  const { beginning } = beginnings.getState();
  const derivation = derivationOf(walkOf(compiled, state.settings.detail), target, beginning);
  const decimals =
    preferences.getState().decimals ?? digitsFor(singleIn(snapshot, derivation), notation.decimals);
  return derivationAlign(derivation, printingOf(compiled.graph, notation), snapshot, { decimals });
}

const program = (backstep: Backstep, name: 'numpy' | 'pytorch') => {
  const shown = shownIn(backstep);
  return shown ? programOf(shown.compiled, name) : '';
};

const drawing = () =>
  document.querySelector<SVGSVGElement>('section[aria-label="Network"] svg.diagram');

const NO_DRAWING = 'There is no diagram to save yet. Open a problem first.';

const programFile = (backstep: Backstep, name: 'numpy' | 'pytorch') =>
  save(text(program(backstep, name), 'text/x-python'), `${stem(backstep)}-${name}.py`);

async function saveDrawing(
  backstep: Backstep,
  ending: string,
  of: (svg: SVGSVGElement) => Blob | Promise<Blob>,
): Promise<void> {
  const svg = drawing();
  if (!svg) return say(NO_DRAWING);
  try {
    save(await of(svg), `${stem(backstep)}.${ending}`);
  } catch {
    say('The browser could not draw the picture. Save it as SVG instead.');
  }
}

export type ExportId =
  | 'print'
  | 'derivation-copy'
  | 'derivation-save'
  | 'gradient-copy'
  | 'numpy-copy'
  | 'numpy-save'
  | 'pytorch-copy'
  | 'pytorch-save'
  | 'diagram-svg'
  | 'diagram-png';

/** What each item of the menu does. */
export const produce: Readonly<Record<ExportId, (backstep: Backstep) => void | Promise<void>>> = {
  print: openPrintDialog,
  'derivation-copy': (backstep) => copyText(derivation(backstep), 'LaTeX'),
  'derivation-save': (backstep) =>
    save(text(derivation(backstep), 'text/x-tex'), `${stem(backstep)}.tex`),
  'gradient-copy': (backstep) => copyText(gradient(backstep), 'LaTeX'),
  'numpy-copy': (backstep) => copyText(program(backstep, 'numpy'), 'NumPy'),
  'numpy-save': (backstep) => programFile(backstep, 'numpy'),
  'pytorch-copy': (backstep) => copyText(program(backstep, 'pytorch'), 'PyTorch'),
  'pytorch-save': (backstep) => programFile(backstep, 'pytorch'),
  'diagram-svg': (backstep) =>
    saveDrawing(backstep, 'svg', async (svg) => text(await svgOf(svg), 'image/svg+xml')),
  'diagram-png': (backstep) => saveDrawing(backstep, 'png', pngOf),
};
