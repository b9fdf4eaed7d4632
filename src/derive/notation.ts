import { type Graph, type GraphNode, memo, type Quantity } from '../engine';
import type { Detail } from './step';
import { type Glyph, symbolFromName } from './symbol';

/** How quantities are written. The engine never changes with it; the printers do. */
export interface Notation {
  readonly id: string;
  readonly label: string;
  /** The layout that goes with it: the page turns a network's matrices to it. */
  readonly examples: 'columns' | 'rows';
  readonly weights: 'out-in' | 'in-out';
  /** How fine its document walks. */
  readonly detail: Detail;
  /** Digits after the point that its document prints. */
  readonly decimals: number;
  /** δ for ∂J/∂Z; or the partial derivative written out; or short as dZ, and so for every gradient. */
  readonly error: 'delta' | 'partial' | 'differential';
  readonly hadamard: '\\odot' | '\\circ';
  /** The sum over examples for a bias: Σ, or a product with a vector of ones. */
  readonly biasSum: 'sigma' | 'ones';
  /** The number of examples. */
  readonly count: 'm' | 'N';
  readonly loss: string;
  /** Letters of W, b, Z, A, X, Y, and how a layer's number is attached. */
  readonly letters: Readonly<Record<'W' | 'b' | 'Z' | 'A' | 'X' | 'Y', string>>;
  readonly layerAs: 'brackets' | 'parentheses' | 'subscript';
  /** Names that one document gives to particular quantities of its network. */
  readonly named?: (graph: Graph) => Readonly<Record<string, Glyph>>;
}

export const capitals = { W: 'W', b: 'b', Z: 'Z', A: 'A', X: 'X', Y: 'Y' };
export const lower = { W: 'w', b: 'b', Z: 'z', A: 'a', X: 'X', Y: 'y' };

const common = {
  examples: 'columns',
  weights: 'out-in',
  detail: 'layers',
  decimals: 3,
  error: 'delta',
  hadamard: '\\odot',
  biasSum: 'sigma',
  count: 'm',
  loss: 'J',
  letters: capitals,
  layerAs: 'brackets',
} as const satisfies Partial<Notation>;

/** The five handouts' own, in their order. */
export const notations: readonly Notation[] = [
  {
    ...common,
    id: 'logistic-columns',
    label: 'w x + b · ∂L/∂z · examples in columns',
    error: 'partial',
    biasSum: 'ones',
    loss: 'L',
    letters: lower,
    detail: 'quantities',
    named: (graph) => {
      const single = depthOf(graph) === 1;
      const alone = exampleCount(graph) === 1;
      return {
        ...(single
          ? { W1: { base: 'w' }, b1: { base: 'b' }, Z1: { base: 'z' }, A1: { base: 'a' } }
          : {}),
        ...(alone ? { X: { base: 'x' }, Y: { base: 'y' } } : { J: { base: 'J' } }),
      };
    },
  },
  {
    ...common,
    id: 'brackets-columns',
    label: '[l] · W A + b · δ · examples in columns',
    biasSum: 'sigma',
  },
  {
    ...common,
    id: 'named-columns',
    label: 'bᵀσ(A x) · z₁ z₂ z₃ · examples in columns',
    error: 'partial',
    detail: 'quantities',
    loss: '\\mathcal{L}',
    letters: lower,
    layerAs: 'subscript',
    named: (graph) => ({
      ...(exampleCount(graph) === 1 ? { X: { base: 'x' }, Y: { base: 'y' } } : {}),
      ...(depthOf(graph) === 2 && !graph.byId.has('b1')
        ? {
            W1: { base: 'A' },
            W2: { base: 'b', transposed: true },
            Z1: { base: 'z', sub: '1' },
            A1: { base: 'z', sub: '2' },
            Z2: { base: 'z', sub: '3' },
            A2: { base: '\\hat y' },
          }
        : {}),
    }),
  },
  {
    ...common,
    id: 'parentheses-rows',
    label: '(l) · X Wᵀ + b · examples in rows',
    examples: 'rows',
    error: 'partial',
    detail: 'quantities',
    decimals: 4,
    biasSum: 'ones',
    count: 'N',
    loss: 'L',
    layerAs: 'parentheses',
    named: (graph): Readonly<Record<string, Glyph>> =>
      depthOf(graph) === 1
        ? { W1: { base: 'W' }, b1: { base: 'b' }, Z1: { base: 'z' }, A1: { base: 'a' } }
        : {},
  },
  {
    ...common,
    id: 'brackets-in-out',
    label: '[l] · wᵀ a + b · examples in columns',
    weights: 'in-out',
    error: 'partial',
    detail: 'quantities',
    decimals: 6,
    letters: lower,
    named: (graph): Readonly<Record<string, Glyph>> =>
      depthOf(graph) === 1
        ? { W1: { base: 'w' }, b1: { base: 'b' }, Z1: { base: 'z' }, A1: { base: 'a' } }
        : {},
  },
];

const fallback = notations[1] as Notation;

/** The profile of that id; the second handout's where there is none. */
export function notationOf(id: string | undefined): Notation {
  return notations.find((n) => n.id === id) ?? fallback;
}

/** The number of the last layer; 0 of a program, which has none. */
export const depthOf = memo((graph: Graph) => Math.max(0, ...graph.nodes.map((n) => n.layer ?? 0)));

export const exampleCount = memo((graph: Graph) => {
  const input = graph.nodes.find((n) => n.role === 'input');
  if (!input) return 1;
  return graph.examples === 'columns' ? input.shape[1] : input.shape[0];
});

export const layerMark = {
  brackets: (layer: number) => ({ sup: `[${layer}]` }),
  parentheses: (layer: number) => ({ sup: `(${layer})` }),
  subscript: (layer: number) => ({ sub: `${layer}` }),
};

/** The symbol of a node's value. */
export function symbolOf(notation: Notation, graph: Graph, node: GraphNode): Glyph {
  const own = node.layer !== undefined || !isProgram(graph) ? notation.named?.(graph) : undefined;
  const named = own && Object.hasOwn(own, node.id) ? own[node.id] : undefined;
  if (named) return named;
  if (isProgram(graph)) return symbolFromName(node.id);
  if (node.role === 'loss') return { base: notation.loss };
  const letter = node.id[0] as keyof Notation['letters'];
  const base = Object.hasOwn(notation.letters, letter) ? notation.letters[letter] : undefined;
  if (!node.named || base === undefined) return symbolFromName(node.id);
  return node.layer === undefined ? { base } : { base, ...layerMark[notation.layerAs](node.layer) };
}

function isProgram(graph: Graph): boolean {
  return depthOf(graph) === 0;
}

/** The symbol of δ for a pre-activation, where the notation has one. */
export function errorSymbol(notation: Notation, quantity: Quantity): Glyph | undefined {
  const { node } = quantity;
  const isError = node.role === 'pre-activation' && node.layer !== undefined;
  if (notation.error !== 'delta' || !isError) return undefined;
  return { base: '\\delta', ...layerMark[notation.layerAs](node.layer as number) };
}
