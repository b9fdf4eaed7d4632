import type { Snapshot } from '../../engine';
import { coefficientValue } from '../formula';
import {
  at,
  type Bindings,
  type EntryLeaf,
  eachOf,
  evaluateScalar,
  NO_BINDINGS,
  type Scalar,
  type ScalarApply,
  type ScalarOp,
} from '../scalar';
import { linked, type Printing } from './context';
import { entryTex, limitOf } from './entry-glyph';
import type { NumberFormat } from './number';
import { afterSign, atom, isRaisedName, LEVEL, type Level, type Piece, piece } from './piece';
import { SLOPES_TEX } from './slope-names';
import { texNumber } from './tex-leaves';

/** Symbols, or the numbers of one pass. */
interface Print {
  readonly printing: Printing;
  readonly snapshot?: Snapshot;
  readonly format: NumberFormat;
  readonly bindings: Bindings;
}

/** More terms than this are not written out in one formula. */
const MOST_TERMS = 6;
/** And of a sum that is wider than this only the first and, where there is room, the last. */
const MOST_SIGNS = 90;

const first = (s: ScalarApply) => s.args[0] as Scalar;
const second = (s: ScalarApply) => s.args[1] as Scalar;

function wrapped(p: Piece, level: Level): string {
  return p.level < level ? `\\left(${p.text}\\right)` : p.text;
}

function numberPiece(value: number, format: NumberFormat): Piece {
  const text = texNumber(value, format);
  return piece(text, text.startsWith('-') || text.includes('\\cdot 10') ? LEVEL.sum : LEVEL.atom);
}

type Rule = (s: ScalarApply, print: Print) => Piece;

const infix =
  (sign: '+' | '-'): Rule =>
  (s, print) => {
    const right = wrapped(pieceOf(second(s), print), sign === '-' ? LEVEL.elementwise : LEVEL.sum);
    return piece(
      `${wrapped(pieceOf(first(s), print), LEVEL.sum)} ${sign} ${afterSign(right)}`,
      LEVEL.sum,
    );
  };

const call =
  (name: string): Rule =>
  (s, print) =>
    piece(`${name}\\left(${pieceOf(first(s), print).text}\\right)`, LEVEL.power);

const product: Rule = (s, print) => {
  const [a, b] = [pieceOf(first(s), print), pieceOf(second(s), print)];
  const right = wrapped(b, LEVEL.product);
  const isDotted = print.snapshot !== undefined || /^[\d.]/.test(right);
  const between = isDotted ? ' \\cdot ' : '\\, ';
  return piece(`${wrapped(a, LEVEL.product)}${between}${right}`, LEVEL.product);
};

const ops: { readonly [K in ScalarOp]: Rule } = {
  add: infix('+'),
  subtract: infix('-'),
  multiply: product,
  divide: (s, print) =>
    atom(`\\frac{${pieceOf(first(s), print).text}}{${pieceOf(second(s), print).text}}`),
  power: (s, print) => {
    const [of, exponent] = [first(s), second(s)];
    if (of.kind === 'apply' && exponent.kind === 'number' && isRaisedName(of.op, exponent.value))
      return call(`\\${of.op}^{${exponent.value}}`)(of, print);
    const base = wrapped(pieceOf(first(s), print), LEVEL.atom);
    const needsBrackets = /[\^]|\\frac/.test(base) && !base.startsWith('\\left(');
    const text = needsBrackets ? `\\left(${base}\\right)` : base;
    return piece(`${text}^{${pieceOf(second(s), print).text}}`, LEVEL.power);
  },
  negate: (s, print) => {
    const inner = wrapped(pieceOf(first(s), print), LEVEL.elementwise);
    return piece(`-${afterSign(inner)}`, LEVEL.sum);
  },
  exp: (s, print) => piece(`e^{${pieceOf(first(s), print).text}}`, LEVEL.power),
  log: call('\\log'),
  sqrt: (s, print) => atom(`\\sqrt{${pieceOf(first(s), print).text}}`),
  sin: call('\\sin'),
  cos: call('\\cos'),
  abs: (s, print) => atom(`\\left|${pieceOf(first(s), print).text}\\right|`),
  sigmoid: call('\\sigma'),
  tanh: call('\\tanh'),
  relu: call('\\mathrm{relu}'),
  leakyRelu: call('\\mathrm{leakyrelu}'),
  elu: call('\\mathrm{elu}'),
  softplus: call('\\mathrm{softplus}'),
  gelu: call('\\mathrm{gelu}'),
};

function entryPiece(leaf: EntryLeaf, print: Print): Piece {
  const { printing, snapshot, bindings, format } = print;
  const isBound = (name: string) => bindings.has(name);
  const fixed = (index: EntryLeaf['row']) =>
    typeof index === 'number' || isBound(index.name) ? at(index, bindings) : index;
  const place = { id: leaf.id, row: fixed(leaf.row), col: fixed(leaf.col) };
  if (!snapshot) return atom(entryTex(printing, place));
  const number = numberPiece(evaluateScalar(leaf, snapshot, bindings), format);
  return piece(linked(printing, leaf.id, number.text), number.level);
}

/** About how wide a formula is, in signs. */
function signsIn(tex: string): number {
  return tex.replace(/\\htmlData\{[^}]*\}/g, '').replace(/\\[a-zA-Z]+|[{}\s]/g, '').length;
}

/** Written out term by term; of a long one the first and the last. */
function writtenOut(s: Extract<Scalar, { kind: 'sum' }>, print: Print): Piece {
  const all = eachOf(s.over, print.bindings);
  const write = (bindings: Bindings) =>
    wrapped(pieceOf(s.body, { ...print, bindings }), LEVEL.elementwise);
  const texts = (all.length <= MOST_TERMS ? all : [...all.slice(0, 3), ...all.slice(-1)]).map(
    write,
  );
  const wide = texts.reduce((sum, text) => sum + signsIn(text), 0) > MOST_SIGNS;
  const [first = '', last = ''] = [texts[0], texts.at(-1)];
  if (wide && texts.length > 2) {
    const end = signsIn(first) + signsIn(last) > MOST_SIGNS / 2 ? '' : ` + ${afterSign(last)}`;
    return piece(`${first} + \\cdots${end}`, LEVEL.sum);
  }
  if (all.length > MOST_TERMS) texts.splice(-1, 0, '\\cdots');
  // Braced, a product is not broken between its factors.
  const terms = texts.map((text, i) => `{${i === 0 ? text : afterSign(text)}}`);
  return piece(terms.join(' + '), LEVEL.sum);
}

function sumPiece(s: Extract<Scalar, { kind: 'sum' }>, print: Print): Piece {
  if (print.snapshot) return writtenOut(s, print);
  const { over } = s;
  const body = wrapped(pieceOf(s.body, print), LEVEL.product);
  return piece(
    `\\sum_{${over.name}=1}^{${limitOf(print.printing, over)}} ${body}`,
    LEVEL.elementwise,
  );
}

function softmaxPiece(s: Extract<Scalar, { kind: 'softmax' }>, print: Print): Piece {
  const above = `e^{${pieceOf(s.own, print).text}}`;
  const all: Scalar = {
    kind: 'sum',
    over: s.over,
    body: { kind: 'apply', op: 'exp', args: [s.body] },
  };
  return piece(`\\frac{${above}}{${pieceOf(all, print).text}}`, LEVEL.power);
}

function coefficientPiece(s: Extract<Scalar, { kind: 'coefficient' }>, print: Print): Piece {
  const isHalf = s.numerator === 0.5;
  const m = print.snapshot ? `${s.examples}` : print.printing.notation.count;
  const count = s.over === 'entries' ? `${m} \\cdot ${s.units}` : m;
  const [above, below] = isHalf
    ? [1, print.snapshot || s.over === 'entries' ? `2 \\cdot ${count}` : `2${count}`]
    : [s.numerator, count];
  if (!Number.isInteger(above)) return numberPiece(coefficientValue(s), print.format);
  return atom(`\\frac{${above}}{${below}}`);
}

function pieceOf(s: Scalar, print: Print): Piece {
  switch (s.kind) {
    case 'entry':
      return entryPiece(s, print);
    case 'number':
      return numberPiece(s.value, { decimals: 12 });
    case 'rate':
      return print.snapshot ? numberPiece(s.value, { decimals: 12 }) : atom('\\alpha');
    case 'coefficient':
      return coefficientPiece(s, print);
    case 'derivative':
      if (print.snapshot)
        return numberPiece(evaluateScalar(s, print.snapshot, print.bindings), print.format);
      return piece(`${SLOPES_TEX[s.fn]}\\left(${pieceOf(s.at, print).text}\\right)`, LEVEL.power);
    case 'sum':
      return sumPiece(s, print);
    case 'softmax':
      return softmaxPiece(s, print);
    case 'apply':
      return ops[s.op](s, print);
  }
}

/** With symbols. */
export function scalarTex(scalar: Scalar, printing: Printing): string {
  return pieceOf(scalar, { printing, format: { decimals: 12 }, bindings: NO_BINDINGS }).text;
}

/** With the numbers put in; a sum is written out. */
export function scalarNumbersTex(
  scalar: Scalar,
  printing: Printing,
  snapshot: Snapshot,
  format: NumberFormat,
): string {
  return pieceOf(scalar, { printing, snapshot, format, bindings: NO_BINDINGS }).text;
}
