import type { Graph, GraphNode } from './graph';
import type { Backward, Forward } from './kernel';
import { backwardKernelOf, forwardKernelOf } from './kernels';
import { type Layout, layoutOf, type Snapshot, view } from './layout';
import { formatShape, type Matrix, sameShape, shapeOf, sizeOf, zeros } from './matrix';
import type { OpKind } from './op';

/** What a pass over the graph reads and writes: a node's value and its arguments, by the node's index. */
export interface Buffers {
  readonly values: readonly Matrix[];
  readonly args: readonly (readonly Matrix[])[];
}

/** A parameter's stretches of the memory. */
export interface ParameterSlots {
  readonly id: string;
  readonly value: Float64Array;
  readonly gradient: Float64Array;
  readonly updated: Float64Array;
}

/** A graph with all its buffers laid out once, as views of one packed memory. Lists are by the node's index. */
export interface Plan {
  readonly graph: Graph;
  readonly layout: Layout;
  readonly memory: Float64Array;
  readonly parameters: readonly ParameterSlots[];
  readonly buffers: Buffers;
  /** For the same pass at the updated parameters; what has no slot in the layout lies outside the memory. */
  readonly updatedBuffers: Buffers;
  readonly gradients: readonly (Matrix | null)[];
  /** Null where an argument is not differentiable. */
  readonly argGradients: readonly (readonly (Matrix | null)[])[];
  /** The stretch of the memory that holds all gradients. */
  readonly gradientMemory: Float64Array;
  /** Null for leaves, which are set from outside. */
  readonly forwardKernels: readonly (Forward<OpKind> | null)[];
  /** Null where no gradient is sent on. */
  readonly backwardKernels: readonly (Backward<OpKind> | null)[];
}

function buffersOf(graph: Graph, values: readonly Matrix[]): Buffers {
  return { values, args: graph.nodes.map((node) => node.args.map((arg) => values[arg]!)) };
}

function sendsGradient(graph: Graph, node: GraphNode): boolean {
  const wanted = node.args.some((arg) => graph.nodes[arg]!.differentiable);
  return node.differentiable && wanted && !node.bypassed;
}

function parameterSlots(
  plan: Pick<Plan, 'graph' | 'layout' | 'memory' | 'gradients' | 'buffers'>,
): ParameterSlots[] {
  return plan.graph.parameters.map((index) => {
    const { id, shape } = plan.graph.nodes[index]!;
    return {
      id,
      value: plan.buffers.values[index]!.data,
      gradient: plan.gradients[index]?.data ?? new Float64Array(sizeOf(shape)),
      updated: view(plan.memory, plan.layout.updated.get(id)!).data,
    };
  });
}

/** Lays out every buffer of the graph; constants are filled, the other leaves are zero until `setLeaf`. */
export function createPlan(graph: Graph): Plan {
  const layout = layoutOf(graph);
  const memory = new Float64Array(layout.length);
  const values = graph.nodes.map((node) => view(memory, layout.value.get(node.id)!));
  const gradients = graph.nodes.map((node) => {
    const slot = layout.gradient.get(node.id);
    return slot ? view(memory, slot) : null;
  });
  const updatedValues = graph.nodes.map((node, index) => {
    const slot = layout.updated.get(node.id);
    if (slot) return view(memory, slot);
    return node.args.length === 0 ? values[index]! : zeros(...node.shape);
  });
  const gradientStart = values.reduce((sum, value) => sum + value.data.length, 0);
  const gradientLength = gradients.reduce((sum, g) => sum + (g?.data.length ?? 0), 0);
  const buffers = buffersOf(graph, values);
  for (const { op, index } of graph.nodes) {
    if (op.kind === 'constant') values[index]!.data.fill(op.value);
  }
  return {
    graph,
    layout,
    memory,
    parameters: parameterSlots({ graph, layout, memory, gradients, buffers }),
    buffers,
    updatedBuffers: buffersOf(graph, updatedValues),
    gradients,
    argGradients: graph.nodes.map((node) => node.args.map((arg) => gradients[arg]!)),
    gradientMemory: memory.subarray(gradientStart, gradientStart + gradientLength),
    forwardKernels: graph.nodes.map(({ op, args }) =>
      args.length > 0 ? forwardKernelOf(op) : null,
    ),
    backwardKernels: graph.nodes.map((node) =>
      sendsGradient(graph, node) ? backwardKernelOf(node.op) : null,
    ),
  };
}

/** Copies a value into an input, target or parameter. Throws a RangeError if it does not fit. */
export function setLeaf(plan: Plan, id: string, value: Matrix): void {
  const index = plan.graph.byId.get(id);
  const node = index === undefined ? undefined : plan.graph.nodes[index];
  if (node?.op.kind !== 'input') throw new RangeError(`${id} is not a leaf of the graph`);
  if (!sameShape(node.shape, shapeOf(value)) || value.data.length !== sizeOf(node.shape)) {
    const shapes = `${formatShape(node.shape)}, not ${formatShape(shapeOf(value))}`;
    throw new RangeError(`${id} is ${shapes}`);
  }
  plan.buffers.values[node.index]!.data.set(value.data);
}

/** The numbers of the plan as they stand: a view, which the next pass overwrites. */
export function snapshotOf(plan: Plan): Snapshot {
  return plan;
}
