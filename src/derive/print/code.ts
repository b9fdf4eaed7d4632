import type { Quantity } from '../../engine';
import type { Formula } from '../formula';
import type { Step } from '../step';
import { type CodePrinter, codeOps, type Dialect } from './code-ops';
import type { Printing } from './context';
import { atom, LEVEL, type Level, type Piece, piece } from './piece';

const PYTHON_WORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield None True False m np torch alpha'.split(
    ' ',
  ),
);

function safe(name: string): string {
  return PYTHON_WORDS.has(name) ? `${name}_` : name;
}

/** A quantity's name in Python: `Z1`, `dZ1` for its gradient, `W1_new`. */
export function pythonName({ aspect, node, id }: Quantity): string {
  const isError = aspect === 'gradient' && node.role === 'pre-activation';
  return safe(isError ? `d${node.id}` : id);
}

function printerOf(printing: Printing, dialect: Dialect): CodePrinter {
  const print: CodePrinter = {
    dialect,
    piece: (f) => pieceOf(f, print, printing),
    at: (f, level) => wrapped(print.piece(f), level),
  };
  return print;
}

function wrapped(p: Piece, level: Level): string {
  return p.level < level ? `(${p.text})` : p.text;
}

function pythonNumber(value: number): Piece {
  const text = Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}` : `${value}`;
  return piece(text, value < 0 ? LEVEL.sum : LEVEL.atom);
}

function pieceOf(f: Formula, print: CodePrinter, printing: Printing): Piece {
  switch (f.kind) {
    case 'quantity': {
      const quantity = printing.quantities.get(f.id);
      return atom(quantity ? pythonName(quantity) : f.id);
    }
    case 'number':
      return pythonNumber(f.value);
    case 'ones':
      return atom(print.dialect.ones(f.shape));
    case 'coefficient':
      return piece(`${f.numerator} / ${denominator(f)}`, LEVEL.product);
    case 'rate':
      return atom('alpha');
    case 'derivative':
      return print.dialect.slopes[f.fn](print.at(f.at, LEVEL.power), print.piece(f.at).text);
    case 'apply':
      return codeOps[f.op.kind](f, print);
  }
}

export function denominator(f: Extract<Formula, { kind: 'coefficient' }>): string {
  return f.over === 'entries' ? `(m * ${f.units})` : 'm';
}

/** One line of Python: `dZ2 = (W3.T @ dZ3) * (Z2 > 0)` */
export function stepCode(step: Step, printing: Printing, dialect: Dialect): string {
  const quantity = printing.quantities.get(step.writes);
  const name = quantity ? pythonName(quantity) : step.writes;
  return `${name} = ${printerOf(printing, dialect).piece(step.rule).text}`;
}
