import { contributionOf, evaluate } from '../../derive/folding';
import { isScalar, type Matrix, type Snapshot } from '../../engine';
import { type GraphModel, type ModelEdge, returning } from './model';
import { numberText } from './slot';

/** What comes back along an edge. Where one edge alone returns, that is the whole gradient. */
export function returned(
  model: GraphModel,
  { from, to }: ModelEdge,
  snapshot: Snapshot,
): Matrix | undefined {
  const formula = contributionOf(model.walk, from.node, to.node);
  return formula ? evaluate(formula, snapshot) : undefined;
}

/** Each edge with what it brings. */
export function contributions(
  model: GraphModel,
  key: string,
  snapshot: Snapshot,
): readonly (readonly [ModelEdge, Matrix])[] {
  return returning(model, key).flatMap((edge) => {
    const matrix = returned(model, edge, snapshot);
    return matrix ? [[edge, matrix] as const] : [];
  });
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const TIMES: Readonly<Record<number, string>> = { 1: 'once', 2: 'twice' };
const word = (count: number) => WORDS[count] ?? `${count}`;

/** `0.3 + 0.1 − 0.2 = 0.2` */
export function sumText(numbers: readonly number[], total: number, decimals: number): string {
  const terms = numbers.map((value, i) => {
    const text = numberText(value, decimals);
    if (i === 0) return text;
    return text.startsWith('−') ? `− ${text.slice(1)}` : `+ ${text}`;
  });
  return `${terms.join(' ')} = ${numberText(total, decimals)}`;
}

/** `y is used twice, so two gradients arrive and add up: 0.3 + 0.1 = 0.4` */
export function addingSentence(
  symbol: string,
  arriving: readonly Matrix[],
  total: Matrix | undefined,
  decimals: number,
): string {
  const count = arriving.length;
  const times = TIMES[count] ?? `${word(count)} times`;
  const sentence = `${symbol} is used ${times}, so ${word(count)} gradients arrive and add up`;
  const isNumber = total !== undefined && isScalar([total.rows, total.cols]);
  if (!isNumber) return `${sentence}.`;
  const numbers = arriving.map(({ data }) => data[0] ?? 0);
  return `${sentence}: ${sumText(numbers, total.data[0] ?? 0, decimals)}`;
}
