import type { Shape } from '../../engine';
import type { ProgramProblem, Tensor } from '../../problem';
import type { Group } from './names';

/** A name of the program that is no line, as the table of names shows it. */
export interface NameFact {
  readonly name: string;
  readonly group: Group;
  readonly shape: Shape;
  /** Its shape and numbers are a proposal, made anew with each edit. */
  readonly proposed: boolean;
  /** `A*x meets x, 2×1` */
  readonly reason: string | undefined;
}

/** What of a program was proposed, and what its names were before they were deleted. */
export interface Memory {
  readonly proposed: ReadonlyMap<string, Tensor>;
  readonly dropped: ReadonlyMap<string, { readonly group: Group; readonly tensor: Tensor }>;
  /** Kinds that somebody chose. */
  readonly groups: ReadonlyMap<string, Group>;
  /** Parameters that the loss does not need at the moment, which stand with the data meanwhile. */
  readonly idle: ReadonlySet<string>;
}

export const NO_MEMORY: Memory = {
  proposed: new Map(),
  dropped: new Map(),
  groups: new Map(),
  idle: new Set(),
};

export interface Proposal {
  readonly problem: ProgramProblem;
  readonly names: readonly NameFact[];
  readonly memory: Memory;
}
