import { rootOf, type Snapshot } from '../../engine';
import { evaluate } from '../evaluate';
import type { Formula } from '../formula';
import { symbolOf } from '../notation';
import { exampleAxis } from '../part';
import type { Chain, ChainTerm, Factor, Step } from '../step';
import { symbolTex } from '../symbol';
import { linked, type Printing, partialTex, quantityTex } from './context';
import type { NumberFormat } from './number';
import { atom, LEVEL, type Level, type Piece } from './piece';
import { SLOPES_TEX } from './slope-names';
import { matrixTex, numberLeaves, shapeLeaves, symbolLeaves, type TexLeaves } from './tex-leaves';
import { texOps } from './tex-ops';
import type { TexPrinter } from './tex-rule';
import { numberedTies } from './ties';

/** Puts a mark on a part of a formula, or leaves it as it is. */
export type Mark = (part: Formula, printed: Piece) => Piece;

export function printerOf(leaves: TexLeaves, mark: Mark = (_, printed) => printed): TexPrinter {
  const print: TexPrinter = {
    leaves,
    piece: (f) => mark(f, pieceOf(f, print)),
    at: (f, level) => wrapped(print.piece(f), level),
    factor: (f, transpose) => factorOf(f, transpose, print),
  };
  return print;
}

function pieceOf(f: Formula, print: TexPrinter): Piece {
  const { leaves } = print;
  switch (f.kind) {
    case 'quantity':
      return leaves.quantity(f, false);
    case 'number':
      return leaves.number(f.value);
    case 'coefficient':
      return leaves.coefficient(f);
    case 'rate':
      return leaves.rate(f.value);
    case 'ones':
      return atom(
        leaves.mode === 'shapes' ? `(${f.shape[0]}\\times ${f.shape[1]})` : '\\mathbf{1}',
      );
    case 'derivative':
      if (leaves.derivative) return leaves.derivative(f);
      return atom(`${SLOPES_TEX[f.fn]}\\left(${print.piece(f.at).text}\\right)`);
    case 'apply':
      return texOps[f.op.kind](f, print);
  }
}

function wrapped(p: Piece, level: Level): string {
  return p.level < level ? `\\left(${p.text}\\right)` : p.text;
}

function factorOf(f: Formula, transpose: boolean, print: TexPrinter): string {
  if (f.kind === 'quantity') return wrapped(print.leaves.quantity(f, transpose), LEVEL.product);
  const text = print.at(f, LEVEL.product);
  return transpose ? `\\left(${print.piece(f).text}\\right)^{\\mathsf T}` : text;
}

/** Any formula, with symbols. */
export function formulaTex(formula: Formula, printing: Printing): string {
  return printerOf(symbolLeaves(printing)).piece(formula).text;
}

/** `δ² = (W³ᵀδ³) ⊙ relu′(Z²)` */
export function ruleTex(step: Step, printing: Printing): string {
  return `${quantityTex(printing, step.writes)} = ${formulaTex(step.rule, printing)}`;
}

function resultAlone(step: Step, { graph }: Printing, { alone }: NumberFormat) {
  const axis = exampleAxis(graph, graph.nodes[graph.byId.get(step.of) ?? -1] ?? rootOf(graph));
  return axis && alone !== undefined ? { axis, example: alone } : undefined;
}

type WithNumbers = (
  step: Step,
  printing: Printing,
  snapshot: Snapshot,
  format: NumberFormat,
) => string;

/** The rule with the matrices put in. */
export const putTex: WithNumbers = (step, printing, snapshot, format) =>
  printerOf(numberLeaves(printing, snapshot, format)).piece(step.rule).text;

/** What comes out of it. */
export const resultTex: WithNumbers = (step, printing, snapshot, format) => {
  const result = evaluate(
    { kind: 'quantity', id: step.writes, of: step.of, aspect: step.aspect, shape: step.shape },
    snapshot,
  );
  const tex = matrixTex(result, format, false, resultAlone(step, printing, format));
  return linked(printing, step.writes, tex);
};

export function numbersTex(...of: Parameters<WithNumbers>) {
  return { put: putTex(...of), result: resultTex(...of) };
}

/** The rule with shapes in place of quantities: `(3×2)(2×5) ⊙ (3×5) → 3×5`. */
export function shapesTex(step: Step, printing: Printing): string {
  const inner = printerOf(shapeLeaves(printing)).piece(step.rule).text;
  return `${numberedTies(inner)} \\;\\to\\; ${step.shape[0]}\\times ${step.shape[1]}`;
}

/** ∂of/∂by; where `of` is the loss, the fraction as a whole is a quantity. */
export function factorTex({ of, by }: Factor, printing: Printing): string {
  const value = (id: string) => {
    const node = printing.quantities.get(id)?.node;
    return node ? symbolTex(symbolOf(printing.notation, printing.graph, node)) : id;
  };
  const gradient = printing.quantities.get(by)?.node.gradientId;
  if (of === rootOf(printing.graph).id && gradient)
    return linked(printing, gradient, partialTex(value(of), value(by)));
  return partialTex(linked(printing, of, value(of)), linked(printing, by, value(by)));
}

function termTex(term: ChainTerm, printing: Printing): string {
  const factors = term.factors.map((f) => factorTex(f, printing));
  const known = factors.slice(0, term.known).join('\\,');
  const rest = factors.slice(term.known).join('\\,');
  if (term.knownAs === undefined) return rest;
  const plain = { ...printing, link: false };
  const name = quantityTex(plain, term.knownAs);
  // One known factor that is already the quantity's own name says no more by repeating it.
  const repeats = term.known === 1 && factorTex(term.factors[0] as Factor, plain) === name;
  const brace = linked(
    printing,
    term.knownAs,
    `\\underbrace{${known}}_{${repeats ? '\\text{known}' : name}}`,
  );
  return `${brace}\\,${rest}`;
}

function dependsTex(step: Step, on: readonly string[], printing: Printing): string {
  const args = on.map((id) => quantityTex(printing, id)).join(',\\, ');
  const layer = step.role === 'activation' && step.layer !== undefined;
  const mark = layer
    ? symbolTex({
        ...symbolOf(printing.notation, printing.graph, nodeOf(step, printing)),
        base: 'g',
        transposed: false,
      })
    : 'f';
  return `${quantityTex(printing, step.writes)} = ${mark}\\left(${args}\\right)`;
}

function nodeOf(step: Step, printing: Printing) {
  const quantity = printing.quantities.get(step.of);
  if (!quantity) throw new Error(`No quantity is called ${step.of}.`);
  return quantity.node;
}

type ChainPrinters = {
  [K in Chain['kind']]: (step: Step, chain: Extract<Chain, { kind: K }>, p: Printing) => string;
};

const chainPrinters: ChainPrinters = {
  depends: (step, { on }, p) => dependsTex(step, on, p),
  paths: (step, { terms }, p) => {
    const root = symbolTex(symbolOf(p.notation, p.graph, rootOf(p.graph)));
    const by = symbolTex(symbolOf(p.notation, p.graph, nodeOf(step, p)));
    const left = linked(p, step.writes, partialTex(root, by));
    return `${left} = ${terms.map((t) => termTex(t, p)).join(' + ')}`;
  },
  direct: (step, { loss }, p) => {
    const root = symbolTex(symbolOf(p.notation, p.graph, rootOf(p.graph)));
    const by = symbolTex(symbolOf(p.notation, p.graph, nodeOf(step, p)));
    const left = linked(p, step.writes, partialTex(root, by));
    return `${left} = \\frac{\\partial}{\\partial ${linked(p, step.of, by)}}\\left(${formulaTex(loss, p)}\\right)`;
  },
  descend: (step, _, p) => {
    const root = symbolTex(symbolOf(p.notation, p.graph, rootOf(p.graph)));
    const value = symbolTex(symbolOf(p.notation, p.graph, nodeOf(step, p)));
    const gradient = linked(p, nodeOf(step, p).gradientId, partialTex(root, value));
    return `${linked(p, step.of, value)} \\leftarrow ${linked(p, step.of, value)} - \\alpha\\, ${gradient}`;
  },
};

/** The chain rule of a step; for a forward step what it depends on. */
export function chainTex(step: Step, printing: Printing): string {
  const print = chainPrinters[step.chain.kind] as (s: Step, c: Chain, p: Printing) => string;
  return print(step, step.chain, printing);
}
