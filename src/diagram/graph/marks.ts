import type { Palette } from '../marks';
import type { State } from '../scene';
import type { ValueMark } from './values';

/** A node as it is drawn, around its middle. */
export interface NodeMark {
  readonly key: string;
  readonly quantity: string;
  readonly kind: 'leaf' | 'operation' | 'line';
  readonly role: string;
  readonly state: State;
  /** An operation inside of what the step computes. */
  readonly isPart: boolean;
  readonly spoken: string;
  readonly palette: Palette;
  readonly known: boolean;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly sub: string | null;
  readonly value: ValueMark | null;
  /** `+` opens the line, `−` folds it. */
  readonly fold: '+' | '−' | null;
  readonly sum: SumMark | null;
}

/** Where several gradients add up. */
export interface SumMark {
  readonly quantity: string;
  readonly state: State;
  readonly text: string;
  readonly sentence: string;
  readonly known: boolean;
}

export interface EdgeMark {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly flow: 'forward' | 'backward' | 'rest';
  readonly tag: TagMark | null;
  readonly width: number;
  readonly height: number;
  readonly above: number;
  readonly forward: EdgeValue | null;
  readonly gradient: EdgeValue | null;
  readonly local: LocalMark | null;
}

export interface EdgeValue {
  readonly quantity: string;
  readonly state: State;
  readonly name: string;
  readonly value: ValueMark;
}

export interface LocalMark {
  readonly lines: readonly string[];
  /** On hover, and where it is asked for: nothing left out. */
  readonly full: string;
  readonly isUsed: boolean;
}

/** A leaf named once more, where it is used. */
export interface TagMark {
  readonly key: string;
  readonly quantity: string;
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly state: State;
}

export interface GraphMarks {
  readonly nodes: readonly NodeMark[];
  readonly edges: readonly EdgeMark[];
}
