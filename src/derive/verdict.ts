/** How a gradient and its central differences compare. */
export type Verdict = 'agrees' | 'kink' | 'rounding' | 'lost' | 'step' | 'differs' | 'undefined';

export interface Comparison {
  readonly verdict: Verdict;
  /** max |g − d| / max(|g|, |d|) over the entries, those at a kink left out. */
  readonly relative: number;
  /** Entries at a kink. */
  readonly kinks: number;
}

/** Below this share two gradients are the same in all digits that matter. */
const SAME = 1e-6;
/** Rounding that takes such a share of a gradient, and is not tiny in itself, leaves nothing to compare. */
const LOST = { share: 0.1, apart: 1e-6 };
/** One rounding of a double. */
const ROUNDING = 2 ** -53;

/**
 * A central difference has two errors of its own: rounding, which grows as the loss is divided by ε, and the step,
 * which grows with ε². What they can explain is no fault of the gradient.
 */
export function compareGradients(
  gradient: ArrayLike<number>,
  difference: ArrayLike<number>,
  isKink: (entry: number) => boolean,
  { epsilon, loss }: { readonly epsilon: number; readonly loss: number },
): Comparison {
  let [size, apart, kinks, broken] = [0, 0, 0, false];
  for (let i = 0; i < gradient.length; i++) {
    const g = gradient[i] as number;
    const d = difference[i] as number;
    if (!Number.isFinite(g) || !Number.isFinite(d)) broken = true;
    else if (isKink(i)) kinks += 1;
    else {
      size = Math.max(size, Math.abs(g), Math.abs(d));
      apart = Math.max(apart, Math.abs(g - d));
    }
  }
  const relative = apart === 0 ? 0 : apart / size;
  const rounding = (16 * ROUNDING * Math.max(1, Math.abs(loss))) / epsilon;
  const verdictOf = (): Verdict => {
    if (broken) return 'undefined';
    if (relative <= SAME) return kinks > 0 ? 'kink' : 'agrees';
    if (apart <= rounding) {
      return relative > LOST.share && apart > LOST.apart ? 'lost' : 'rounding';
    }
    return epsilon >= 1e-4 && apart <= 100 * epsilon ** 2 * Math.max(1, size) ? 'step' : 'differs';
  };
  return { verdict: verdictOf(), relative, kinks };
}

/** The worst first. */
const ORDER: readonly Verdict[] = [
  'undefined',
  'differs',
  'lost',
  'step',
  'rounding',
  'kink',
  'agrees',
];

/** Of all parameters together. */
export function overallVerdict(comparisons: readonly Comparison[]): Verdict {
  return ORDER.find((v) => comparisons.some(({ verdict }) => verdict === v)) ?? 'agrees';
}

/** What it means for the whole, and what to do. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  agrees: 'Every gradient agrees with its central difference.',
  kink: 'Every gradient agrees, but at the marked entries: there ±ε steps over a kink, and the difference mixes two slopes. That is no fault of the gradient.',
  rounding:
    'They agree as far as a difference can tell: with ε this small the two losses have nearly all digits in common, and rounding is left. A larger ε tells more.',
  lost: 'The difference is lost in rounding: beside a loss of this size ±ε changes hardly a digit. That says nothing of the gradient. A larger ε tells more.',
  step: 'They agree roughly: the error of a central difference grows with ε². A smaller ε brings them together.',
  differs:
    'They differ by more than rounding and ε explain. Near a kink, a saturated unit or a pole, try another ε.',
  undefined:
    'There is no comparison: a gradient or a loss is not a finite number. Look for the first quantity that overflows.',
};

export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  agrees: 'agrees',
  kink: 'agrees but at kinks',
  rounding: 'agrees up to rounding',
  lost: 'lost in rounding',
  step: 'close; ε is large',
  differs: 'differs',
  undefined: 'not comparable',
};
