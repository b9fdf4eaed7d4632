import type { OpKind } from '../../engine';
import type { Formula } from '../formula';
import type { Factor } from '../step';

/** One way from the loss: what has been worked out of it so far, times the factors that are left. */
export interface LineTerm {
  /** The gradient of what the first factor left is of; undefined where nothing is worked out yet. */
  readonly head?: Formula;
  /** What of the loss is still to be differentiated by the target, written out, where no names stand for it. */
  readonly of?: Formula;
  readonly rest: readonly Factor[];
}

/** ± ∂of/∂target, a term of a loss that is a function of the target itself. */
export interface DirectTerm {
  readonly negative: boolean;
  readonly of: Formula;
}

/** An operation on the way, entered by one of its arguments. */
export interface Passed {
  readonly kind: OpKind;
  readonly argument: number;
  /** Whether single numbers alone meet in it. */
  readonly scalar: boolean;
}

/** Operations that go without saying where there is more to say. */
export const PLAIN: ReadonlySet<OpKind> = new Set(['add', 'subtract', 'transpose', 'identity']);

/** Why a line follows from the one above it. */
export type Why =
  | { readonly kind: 'chain'; readonly ways: number }
  | { readonly kind: 'known'; readonly gradients: readonly string[] }
  | { readonly kind: 'definition'; readonly of: string }
  | { readonly kind: 'terms' }
  /** The factor ∂of/∂by was replaced; `ops` are the operations between the two, from `of` down. */
  | {
      readonly kind: 'factor';
      readonly of: string;
      readonly by: string;
      readonly ops: readonly Passed[];
    }
  /** The operations at this node, and plain ones below it, were differentiated. */
  | { readonly kind: 'rule'; readonly at: string; readonly ops: readonly Passed[] }
  /** Activation and cross-entropy in one: ∂of/∂over · ∂over/∂by. */
  | { readonly kind: 'fused'; readonly of: string; readonly over: string; readonly by: string }
  | { readonly kind: 'meet'; readonly at: string; readonly ways: number }
  | { readonly kind: 'simplified' }
  | { readonly kind: 'numbers' };

export interface Line {
  /** A sum; each line's is the same gradient. */
  readonly terms: readonly LineTerm[];
  /** In place of `terms` where the loss is a direct function of the target. */
  readonly direct?: readonly DirectTerm[];
  readonly why: Why;
  /** Parts of the terms that stood in the line above already. */
  readonly known: ReadonlySet<Formula>;
}

export interface Derivation {
  /** The graph node by which is differentiated: `W2`. */
  readonly target: string;
  readonly lines: readonly Line[];
  /** The last line but for its numbers. */
  readonly result: Formula;
}
