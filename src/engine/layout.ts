import { type Graph, rootOf } from './graph';
import { type Matrix, type Shape, sizeOf } from './matrix';

/** Where a matrix lies in the packed memory of a plan or snapshot. */
export interface Slot {
  readonly offset: number;
  readonly shape: Shape;
}

export type Phase = 'forward' | 'loss' | 'backward' | 'update';

/** A stretch of the memory that is filled together, in the order of the pass: one layer forward, say. */
export interface Part {
  readonly phase: Phase;
  readonly start: number;
  readonly end: number;
}

/**
 * One packed memory: values in the order of the graph, then gradients in the order of the backward pass, then
 * the parameters after the update, then the loss that they give. It depends on the graph alone, so page and
 * worker agree on it without exchanging it.
 */
export interface Layout {
  readonly length: number;
  readonly value: ReadonlyMap<string, Slot>;
  /** Keyed by the quantity (`W1`), not by the gradient's own name. */
  readonly gradient: ReadonlyMap<string, Slot>;
  readonly updated: ReadonlyMap<string, Slot>;
  readonly lossAfterUpdate: Slot;
}

export function layoutOf(graph: Graph): Layout {
  let offset = 0;
  const place = (shape: Shape): Slot => {
    const slot = { offset, shape };
    offset += sizeOf(shape);
    return slot;
  };
  const value = new Map(graph.nodes.map((n) => [n.id, place(n.shape)]));
  const gradient = new Map(
    graph.nodes
      .filter((n) => n.differentiable)
      .reverse()
      .map((n) => [n.id, place(n.shape)]),
  );
  const updated = new Map(
    graph.parameters.map((p) => graph.nodes[p]).flatMap((n) => (n ? [[n.id, place(n.shape)]] : [])),
  );
  const lossAfterUpdate = place(rootOf(graph).shape);
  return { length: offset, value, gradient, updated, lossAfterUpdate };
}

/** A view into the packed memory, not a copy. */
export function view(memory: Float64Array, slot: Slot): Matrix {
  const [rows, cols] = slot.shape;
  return { rows, cols, data: memory.subarray(slot.offset, slot.offset + rows * cols) };
}

/** The numbers of one pass. */
export interface Snapshot {
  readonly layout: Layout;
  readonly memory: Float64Array;
}

export type Aspect = 'value' | 'gradient' | 'updated';

export function read(snapshot: Snapshot, aspect: Aspect, id: string): Matrix | undefined {
  const slot = snapshot.layout[aspect].get(id);
  return slot && view(snapshot.memory, slot);
}

export function lossAfterUpdate(snapshot: Snapshot): number {
  return snapshot.memory[snapshot.layout.lossAfterUpdate.offset] as number;
}
