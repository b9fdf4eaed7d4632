import { type Graph, type GraphNode, sizeOf } from '../../engine';

/** A node times a number. */
export interface Term {
  readonly factor: number;
  readonly node: GraphNode;
}

export type NodeOf = (index: number) => GraphNode;

export function nodeIn(graph: Graph): NodeOf {
  return (index) => graph.nodes[index] as GraphNode;
}

const constantOf = (node: GraphNode): number | undefined =>
  node.op.kind === 'constant' ? node.op.value : undefined;

const times = (terms: readonly Term[], by: number): readonly Term[] =>
  terms.map(({ factor, node }) => ({ factor: factor * by, node }));

/** More terms than any layer or loss has. */
const MOST = 50;

/** A node as a sum of others, each times a number: through +, −, and numbers that multiply or divide. */
export function termsOf(node: GraphNode, of: NodeOf, depth = 0): readonly Term[] {
  const part = (i: number) => of(node.args[i] as number);
  const inner = (i: number) => termsOf(part(i), of, depth + 1);
  if (depth > MOST) return [{ factor: 1, node }];
  switch (node.op.kind) {
    case 'identity':
      return inner(0);
    case 'negate':
      return times(inner(0), -1);
    case 'add':
      return [...inner(0), ...inner(1)];
    case 'subtract':
      return [...inner(0), ...times(inner(1), -1)];
    case 'multiply': {
      const [left, right] = [constantOf(part(0)), constantOf(part(1))];
      if (left !== undefined) return times(inner(1), left);
      if (right !== undefined) return times(inner(0), right);
      return [{ factor: 1, node }];
    }
    case 'divide': {
      const by = constantOf(part(1));
      return by === undefined ? [{ factor: 1, node }] : times(inner(0), 1 / by);
    }
    default:
      return [{ factor: 1, node }];
  }
}

/** What is summed over all entries, as products of at most two factors. */
export type Atom =
  | { readonly kind: 'square'; readonly factor: number; readonly of: GraphNode }
  | {
      readonly kind: 'product';
      readonly factor: number;
      readonly left: GraphNode;
      readonly right: GraphNode;
    }
  | { readonly kind: 'single'; readonly factor: number; readonly of: GraphNode };

/** `a .* b`, `a ^ 2` or anything else, entry by entry. */
function atomOf({ factor, node }: Term, of: NodeOf): Atom {
  const part = (i: number) => of(node.args[i] as number);
  const isTwo = (n: GraphNode) => n.op.kind === 'constant' && n.op.value === 2;
  if (node.op.kind === 'power' && isTwo(part(1))) return { kind: 'square', factor, of: part(0) };
  if (node.op.kind === 'multiply') {
    const [left, right] = [part(0), part(1)];
    return left === right
      ? { kind: 'square', factor, of: left }
      : { kind: 'product', factor, left, right };
  }
  return { kind: 'single', factor, of: node };
}

/** The loss as a sum over entries; each factor is that of the plain sum. */
export function atomsOf(root: GraphNode, of: NodeOf): readonly Atom[] {
  return termsOf(root, of).flatMap(({ factor, node }): readonly Atom[] => {
    const part = () => of(node.args[0] as number);
    switch (node.op.kind) {
      case 'sum':
      case 'mean': {
        const share = node.op.kind === 'mean' ? factor / sizeOf(part().shape) : factor;
        return termsOf(part(), of).map((term) =>
          atomOf({ ...term, factor: term.factor * share }, of),
        );
      }
      case 'squaredNorm':
        return [{ kind: 'square', factor, of: part() }];
      case 'power': {
        // ‖e‖² is the sum of the squares.
        const [base, exponent] = [part(), of(node.args[1] as number)];
        const isSquare = exponent.op.kind === 'constant' && exponent.op.value === 2;
        return base.op.kind === 'norm' && isSquare
          ? [{ kind: 'square', factor, of: of(base.args[0] as number) }]
          : [atomOf({ factor, node }, of)];
      }
      default:
        return [atomOf({ factor, node }, of)];
    }
  });
}
