import type { Graph, Matrix, OptimizerOptions, Part } from '../engine';
import type { Fault } from '../problem';

/** A compiled problem as the worker needs it: the page compiles, so that the worker carries no parser and no schema. */
export interface Calculation {
  readonly graph: Graph;
  readonly values: ReadonlyMap<string, Matrix>;
  readonly optimizer: OptimizerOptions;
}

/** A new value for a leaf of the graph (data or a parameter), of the shape it had. */
export interface LeafChange {
  readonly id: string;
  readonly matrix: Matrix;
}

/**
 * What the page asks. A revision names one state of the problem and only ever grows, and each answer carries
 * that of its question, so a result of an older problem can be told from one of the newest.
 */
export type EngineRequest =
  | {
      readonly kind: 'load';
      readonly revision: number;
      readonly calculation: Calculation;
      /** Send the pass part by part as it is computed, rather than in one snapshot. */
      readonly stream: boolean;
    }
  /** Other numbers in the loaded graph. */
  | {
      readonly kind: 'edit';
      readonly revision: number;
      readonly changes: readonly LeafChange[];
    }
  /** Central differences of every parameter of that revision; a later request ends it. */
  | { readonly kind: 'check'; readonly revision: number; readonly epsilon: number }
  /** The buffer of a snapshot that the page has read, to be used for the next. */
  | { readonly kind: 'recycle'; readonly buffer: ArrayBuffer };

/** What the worker answers. Buffers are transferred, and are packed as `layoutOf(graph)` says. */
export type EngineEvent =
  /** It has started; about no problem yet. */
  | { readonly kind: 'ready' }
  /** `buffer` holds the memory from `start` to `end`. Parts come in order and leave no gap. */
  | ({
      readonly kind: 'part';
      readonly revision: number;
      readonly last: boolean;
      readonly buffer: ArrayBuffer;
    } & Part)
  | { readonly kind: 'snapshot'; readonly revision: number; readonly buffer: ArrayBuffer }
  /** The differences from `from` on, of `total`, in the order of the graph's parameters; see `Differences`. */
  | {
      readonly kind: 'checked';
      readonly revision: number;
      readonly epsilon: number;
      readonly from: number;
      readonly total: number;
      readonly difference: Float64Array<ArrayBuffer>;
      readonly kinkNode: Int32Array<ArrayBuffer>;
      readonly kinkEntry: Int32Array<ArrayBuffer>;
    }
  | { readonly kind: 'failed'; readonly revision: number; readonly fault: Fault };

/** One handler a tag, so that a new message without one does not compile. */
export type Handlers<M extends { readonly kind: string }, R = void> = {
  readonly [K in M['kind']]: (message: Extract<M, { readonly kind: K }>) => R;
};

export function dispatch<M extends { readonly kind: string }, R>(
  handlers: Handlers<M, R>,
  message: M,
): R {
  // TypeScript cannot see that the handler found by a message's own tag takes that message.
  return (handlers[message.kind as M['kind']] as (message: M) => R)(message);
}

/** The part of a `Worker` that is used, so that a test can stand in for it. */
export interface WorkerLike {
  postMessage(message: EngineRequest, transfer: Transferable[]): void;
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    listener: (event: Event) => void,
  ): void;
  terminate(): void;
}
