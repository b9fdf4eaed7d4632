import type { Bound, Index, Scalar, Total } from './scalar';

/** The formula with one index of a sum set to a value. */
export function instantiate(s: Scalar, bound: Bound, value: number): Scalar {
  const index = (i: Index): Index => (typeof i !== 'number' && i.name === bound.name ? value : i);
  const inner = (part: Scalar) => instantiate(part, bound, value);
  switch (s.kind) {
    case 'entry':
      return { ...s, row: index(s.row), col: index(s.col) };
    case 'apply':
      return { ...s, args: s.args.map(inner) };
    case 'derivative':
      return { ...s, at: inner(s.at) };
    case 'sum':
      return { ...s, body: inner(s.body) };
    case 'softmax':
      return { ...s, own: inner(s.own), body: inner(s.body) };
    default:
      return s;
  }
}

/** The outermost sum of a formula, the first if there are several. */
export function firstSum(s: Scalar): Total | undefined {
  if (s.kind === 'sum') return s;
  if (s.kind === 'derivative') return firstSum(s.at);
  if (s.kind !== 'apply') return undefined;
  for (const a of s.args) {
    const found = firstSum(a);
    if (found) return found;
  }
  return undefined;
}

/** The terms of a sum, one by one. */
export function termsOf(sum: Total): readonly Scalar[] {
  return Array.from({ length: sum.over.count }, (_, i) => instantiate(sum.body, sum.over, i));
}
