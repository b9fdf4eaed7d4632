import type { Phase, Snapshot } from '../../engine';
import { depthOf, exampleCount } from '../notation';
import type { Step } from '../step';
import { type Printing, quantityTex } from './context';
import { numbersInRows, wholeMatrix } from './document-wide';
import { equationTex } from './export';

export interface DocumentOptions {
  readonly title: string;
  readonly description?: string | undefined;
  readonly steps: readonly Step[];
  readonly printing: Printing;
  readonly snapshot: Snapshot;
  readonly decimals: number;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const GREEK = 'alpha beta gamma delta epsilon eta theta lambda mu sigma Sigma phi'.split(' ');

/** Signs of the words of a step, and of typographers; the rest of Latin-1 pdfLaTeX knows. */
const SIGNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾'].map((c, i) => [c, `$^{${'0123456789()'[i]}}$`])),
  ...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((c, i) => [c, `$_{${i}}$`])),
  ...Object.fromEntries([...'αβγδεηθλμσΣφ'].map((c, i) => [c, `$\\${GREEK[i]}$`])),
  ᵀ: '$^{\\mathsf T}$',
  ᵢ: '$_i$',
  '−': '$-$',
  '×': '$\\times$',
  '·': '$\\cdot$',
  '∂': '$\\partial$',
  '⊙': '$\\odot$',
  '∘': '$\\circ$',
  '⊘': '$\\oslash$',
  '‖': '$\\|$',
  '′': '$^{\\prime}$',
  '½': '$\\tfrac12$',
  '±': '$\\pm$',
  '≤': '$\\le$',
  '≥': '$\\ge$',
  '∞': '$\\infty$',
  '√': '$\\sqrt{\\phantom{x}}$',
  ŷ: '$\\hat y$',
  𝓛: '$\\mathcal{L}$',
  '–': '--',
  '—': '---',
  '’': "'",
  '‘': '`',
  '“': '``',
  '”': "''",
  '…': '\\ldots{}',
};

/** Words as LaTeX: nothing in them is a command, and no character is left that pdfLaTeX does not know. */
export function texWords(text: string): string {
  return [...text.normalize('NFC')]
    .map((c) => {
      if (/[#$%&_{}]/.test(c)) return `\\${c}`;
      return SPECIAL[c] ?? SIGNS[c] ?? (/[\n\x20-\x7e\xa0-\xff]/.test(c) ? c : '?');
    })
    .join('');
}

const HEADINGS: Readonly<Record<Phase, string>> = {
  forward: 'Forward pass',
  loss: 'Loss',
  backward: 'Backward pass',
  update: 'Update',
};

const formula = (tex: string) => `\\formula{${tex}}`;

function network({ graph, notation }: Printing): string {
  const depth = depthOf(graph);
  const examples = `${exampleCount(graph)} example${exampleCount(graph) === 1 ? '' : 's'}`;
  if (depth === 0)
    return `A program of ${graph.nodes.filter((n) => n.named).length} named quantities.`;
  const at = graph.examples === 'columns' ? 0 : 1;
  const sizes = graph.nodes
    .filter((n) => n.role === 'input' || n.role === 'pre-activation')
    .map((n) => n.shape[at]);
  return `A network of ${sizes.join('--')} units and $${notation.count} = ${exampleCount(graph)}$ (${examples}, in ${graph.examples}).`;
}

/** Data and parameters in full. */
function given({ printing, snapshot, decimals }: DocumentOptions): readonly string[] {
  const plain = { ...printing, link: false };
  return printing.graph.nodes.flatMap((n) => {
    const slot = snapshot.layout.value.get(n.id);
    if (n.op.kind !== 'input' || !slot) return [];
    const [rows, cols] = n.shape;
    const data = snapshot.memory.subarray(slot.offset, slot.offset + rows * cols);
    const name = quantityTex(plain, n.id);
    return [formula(wholeMatrix(name, { rows, cols, data }, Math.max(decimals, 6)))];
  });
}

function section(options: DocumentOptions, step: Step, before: Step | undefined): string {
  const { printing, snapshot, decimals } = options;
  const tex = (name: 'chain' | 'rule' | 'shapes') =>
    formula(equationTex(step, printing, name, { snapshot, decimals }));
  const heading = step.phase === before?.phase ? [] : [`\\section{${HEADINGS[step.phase]}}`];
  const name = quantityTex({ ...printing, link: false }, step.writes);
  return [
    ...heading,
    `\\subsection{\\texorpdfstring{$${name}$}{${step.writes.replaceAll('_', '-')}}, ${texWords(step.title)}}`,
    tex('chain'),
    tex('rule'),
    formula(numbersInRows(step, printing, snapshot, decimals)),
    `\\noindent Shapes:`,
    tex('shapes'),
    `\\noindent ${texWords(step.words)}`,
  ].join('\n');
}

const PREAMBLE = String.raw`\documentclass[11pt,a4paper]{article}
\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage[margin=2.2cm]{geometry}
\usepackage{amsmath,amssymb}
\usepackage{graphicx}
\usepackage{hyperref}
\setcounter{MaxMatrixCols}{64}
\setcounter{secnumdepth}{1}
% A formula wider than the line is made smaller.
\newsavebox{\formulabox}
\newcommand{\formula}[1]{\par\smallskip\noindent\hfil
  \sbox{\formulabox}{$\displaystyle #1$}%
  \ifdim\wd\formulabox>\linewidth\resizebox{\linewidth}{!}{\usebox{\formulabox}}\else\usebox{\formulabox}\fi
  \par\smallskip}`;

/** The whole derivation as an article: the network, its numbers, and every step with equation and words. */
export function derivationTex(options: DocumentOptions): string {
  const { title, description, steps } = options;
  return `${[
    PREAMBLE,
    `\\title{${texWords(title)}}`,
    '\\author{}\n\\date{}',
    '\\begin{document}\n\\maketitle',
    ...(description ? [texWords(description), ''] : []),
    '\\section{The network and its numbers}',
    network(options.printing),
    ...given(options),
    ...steps.map((step, i) => section(options, step, steps[i - 1])),
    '\\end{document}',
  ].join('\n\n')}\n`;
}
