import { type Matrix, read, rootOf, type Snapshot } from '../../engine';
import type { Derivation, DirectTerm, Line, LineTerm } from '../derivation/line';
import type { Cell } from '../entry';
import { evaluate } from '../evaluate';
import type { Formula } from '../formula';
import { symbolOf } from '../notation';
import { symbolTex } from '../symbol';
import { linked, type Printing, partialTex, quantitySpoken } from './context';
import type { NumberFormat } from './number';
import { LEVEL, piece } from './piece';
import { formulaSpoken } from './spoken';
import { factorTex, type Mark, printerOf } from './tex';
import { matrixTex, numberLeaves, symbolLeaves } from './tex-leaves';

function symbolIn(printing: Printing, id: string): string {
  const node = printing.quantities.get(id)?.node ?? rootOf(printing.graph);
  return symbolTex(symbolOf(printing.notation, printing.graph, node));
}

/** `∂L/∂w`, linked to the gradient. */
export function targetTex({ target }: Derivation, printing: Printing): string {
  const gradient = printing.quantities.get(target)?.node.gradientId ?? target;
  const root = symbolIn(printing, rootOf(printing.graph).id);
  return linked(printing, gradient, partialTex(root, symbolIn(printing, target)));
}

/** A minus stays in front of what is marked, so that what stands before it can see it. */
function marking({ known }: Line, printing: Printing): Mark {
  return (part, printed) => {
    if (!printing.link || !known.has(part)) return printed;
    const [sign, text] = printed.text.startsWith('-')
      ? ['-', printed.text.slice(1)]
      : ['', printed.text];
    return piece(`${sign}\\htmlData{known=true}{${text}}`, printed.level);
  };
}

function joinedTex(terms: readonly string[]): string {
  return terms.reduce((sum, term) => `${sum}${term.startsWith('-') ? ' ' : ' + '}${term}`);
}

/** `∂/∂w (…)` */
function stillToCome(of: Formula, target: string, printing: Printing): string {
  const by = linked(printing, target, symbolIn(printing, target));
  const { text } = printerOf(symbolLeaves(printing)).piece(of);
  return `\\frac{\\partial}{\\partial ${by}}\\left(${text}\\right)`;
}

function termTex(
  { head, of, rest }: LineTerm,
  line: Line,
  target: string,
  printing: Printing,
): string {
  const factors = of
    ? stillToCome(of, target, printing)
    : rest.map((f) => factorTex(f, printing)).join('\\,\\allowbreak ');
  if (!head) return factors;
  if (of && head.kind === 'number' && Math.abs(head.value) === 1)
    return `${head.value < 0 ? '-' : ''}${factors}`;
  const print = printerOf(symbolLeaves(printing), marking(line, printing));
  if (factors === '') return print.at(head, LEVEL.sum);
  const wide = print.piece(head).level < LEVEL.product;
  const text = print.piece(head).text;
  return `${wide ? `\\left(${text}\\right)` : text}\\,\\allowbreak ${factors}`;
}

function directTex(
  terms: readonly DirectTerm[],
  { target }: Derivation,
  printing: Printing,
): string {
  return joinedTex(
    terms.map(({ negative, of }) => `${negative ? '-' : ''}${stillToCome(of, target, printing)}`),
  );
}

/** The engine's: where a slope of 0 meets an infinite factor the formula itself has no value. */
export function gradientIn(snapshot: Snapshot, { target, result }: Derivation): Matrix {
  return read(snapshot, 'gradient', target) ?? evaluate(result, snapshot);
}

/** The gradient where it is one number, else 0: what its digits are chosen by. */
export function singleIn(snapshot: Snapshot, derivation: Derivation): number {
  const { data } = gradientIn(snapshot, derivation);
  return data.length === 1 ? (data[0] as number) : 0;
}

/** What stands right of the equals sign; `numbers` are matrices put in, and what comes out. */
export function lineTex(
  derivation: Derivation,
  line: Line,
  printing: Printing,
  snapshot: Snapshot,
  format: NumberFormat,
  chosen?: Cell,
): { readonly tex: string; readonly result?: string } {
  if (line.direct) return { tex: directTex(line.direct, derivation, printing) };
  if (line.why.kind !== 'numbers')
    return {
      tex: joinedTex(line.terms.map((term) => termTex(term, line, derivation.target, printing))),
    };
  const value = gradientIn(snapshot, derivation);
  const gradient = printing.quantities.get(derivation.target)?.node.gradientId ?? '';
  return {
    tex: printerOf(numberLeaves(printing, snapshot, format)).piece(derivation.result).text,
    result: linked(
      printing,
      gradient,
      matrixTex(value, format, false, undefined, printing.link ? chosen : undefined),
    ),
  };
}

/** The line as it is said. */
export function lineSpoken(line: Line, derivation: Derivation, printing: Printing): string {
  const said = (id: string) => quantitySpoken(printing, id);
  if (line.direct)
    return line.direct
      .map(
        ({ negative, of }) =>
          `${negative ? 'minus ' : ''}the derivative of ${formulaSpoken(of, printing)} by ${said(derivation.target)}`,
      )
      .join(', plus ');
  return line.terms
    .map(({ head, of, rest }) =>
      [
        ...(head ? [formulaSpoken(head, printing)] : []),
        ...(of
          ? [`the derivative of ${formulaSpoken(of, printing)} by ${said(derivation.target)}`]
          : []),
        ...rest.map(({ of, by }) => `the derivative of ${said(of)} by ${said(by)}`),
      ].join(', times '),
    )
    .join('; plus ');
}
