import { capitals, lower, type Notation, notationOf } from './notation';

/** The parts of a notation that can be mixed; each value by name, so that it can be kept in a file. */
export interface Mixture {
  readonly letters: 'capitals' | 'lower';
  readonly layers: Notation['layerAs'];
  readonly error: Notation['error'];
  readonly hadamard: 'dot' | 'circle';
  readonly loss: 'J' | 'L' | 'script-L';
  readonly count: Notation['count'];
  readonly biasSum: Notation['biasSum'];
}

const HADAMARD = { dot: '\\odot', circle: '\\circ' } as const;
const LOSS = { J: 'J', L: 'L', 'script-L': '\\mathcal{L}' } as const;

/** The parts of a handout's notation: where a mixture starts. */
export function mixtureOf(notation: Notation): Mixture {
  return {
    letters: notation.letters.W === 'w' ? 'lower' : 'capitals',
    layers: notation.layerAs,
    error: notation.error,
    hadamard: notation.hadamard === '\\circ' ? 'circle' : 'dot',
    loss: notation.loss === '\\mathcal{L}' ? 'script-L' : notation.loss === 'L' ? 'L' : 'J',
    count: notation.count,
    biasSum: notation.biasSum,
  };
}

/** The base's layout and digits with one's own letters and signs; names that its document gives are not kept. */
export function withMixture(base: Notation, mixture: Mixture): Notation {
  const { named: _, ...rest } = base;
  return {
    ...rest,
    id: `${base.id}:${Object.values(mixture).join(':')}`,
    label: 'My own',
    letters: mixture.letters === 'lower' ? lower : capitals,
    layerAs: mixture.layers,
    error: mixture.error,
    hadamard: HADAMARD[mixture.hadamard],
    loss: LOSS[mixture.loss],
    count: mixture.count,
    biasSum: mixture.biasSum,
  };
}

/** The notation that a problem is written in: its profile, with what was mixed into it. */
export function notationFor(problem: {
  readonly notation?: string;
  readonly mixture?: Mixture;
}): Notation {
  const base = notationOf(problem.notation);
  return problem.mixture ? withMixture(base, problem.mixture) : base;
}

/** What there is to choose, and how it reads. */
export const MIXTURE_PARTS: {
  readonly [K in keyof Mixture]: {
    readonly label: string;
    readonly options: Readonly<Record<Mixture[K], string>>;
  };
} = {
  letters: { label: 'Letters', options: { capitals: 'W, Z, A', lower: 'w, z, a' } },
  layers: {
    label: 'Layer',
    options: { brackets: 'W with [1]', parentheses: 'W with (1)', subscript: 'W₁' },
  },
  error: {
    label: 'Error of a layer',
    options: { delta: 'δ', partial: '∂J/∂Z', differential: 'dZ' },
  },
  hadamard: { label: 'Product entry by entry', options: { dot: '⊙', circle: '∘' } },
  loss: { label: 'Loss', options: { J: 'J', L: 'L', 'script-L': '𝓛' } },
  count: { label: 'Number of examples', options: { m: 'm', N: 'N' } },
  biasSum: { label: 'Sum over the examples', options: { sigma: 'Σ', ones: 'product with 1' } },
};
