import {
  type ChainTerm,
  formatNumber,
  formulaSpoken,
  innerDimensions,
  type Printing,
  quantitySpoken,
  type Step,
} from '../../derive';
import { type Matrix, type Shape, toRows } from '../../engine';

/** More entries than this are not read out; they are in the cards. */
const MOST_READ = 12;

const named = (printing: Printing, id: string) =>
  printing.quantities.has(id) ? quantitySpoken(printing, id) : id;

function termSpoken({ factors, known, knownAs }: ChainTerm, printing: Printing): string {
  const parts = factors.map(({ of, by }) => `${named(printing, of)} by ${named(printing, by)}`);
  const rest = parts.slice(known).join(', times ');
  if (knownAs === undefined) return rest;
  const already = `${named(printing, knownAs)}, which is known`;
  return rest ? `${already}, times ${rest}` : already;
}

/** The chain rule of a step as it is said: the derivative of each by the next. */
export function chainSpoken(step: Step, printing: Printing): string {
  const { chain } = step;
  const written = named(printing, step.writes);
  switch (chain.kind) {
    case 'depends':
      return `${written} depends on ${chain.on.map((id) => named(printing, id)).join(', ')}`;
    case 'paths':
      return `${written} is ${chain.terms.map((term) => termSpoken(term, printing)).join('; plus ')}`;
    case 'direct':
      return `${written} is the derivative of ${formulaSpoken(chain.loss, printing)}`;
    case 'descend':
      return `${named(printing, step.of)} moves by minus alpha times its gradient`;
  }
}

function shapeSpoken([rows, cols]: Shape): string {
  return rows === 1 && cols === 1 ? 'one number' : `${rows} by ${cols}`;
}

export function shapesSpoken(step: Step, printing: Printing): string {
  const read = step.reads.flatMap((id) => {
    const quantity = printing.quantities.get(id);
    return quantity ? [`${named(printing, id)} is ${shapeSpoken(quantity.node.shape)}`] : [];
  });
  const inner = innerDimensions(step.rule).map(
    ({ left, right, inner }) =>
      `${left.join(' by ')} times ${right.join(' by ')}, the inner dimensions agree: ${inner}`,
  );
  return [...read, ...inner, `the result is ${shapeSpoken(step.shape)}`].join('; ');
}

const numberSpoken = (value: number, decimals: number) =>
  formatNumber(value, { decimals }).replace('−', 'minus ');

/** A small matrix row by row; of a large one its shape. */
export function matrixSpoken({ rows, cols, data }: Matrix, decimals: number): string {
  if (data.length > MOST_READ)
    return `a matrix of ${rows} by ${cols}; its numbers are in the cards`;
  const lines = toRows({ rows, cols, data }).map((row) =>
    row.map((value) => numberSpoken(value, decimals)).join(', '),
  );
  return lines.length === 1
    ? lines.join('')
    : lines.map((line, i) => `row ${i + 1}: ${line}`).join('; ');
}
