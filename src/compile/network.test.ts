import { describe, expect, test } from 'vitest';
import { type Graph, inferShape, nodeOf, read } from '../engine';
import {
  LIBRARY,
  loadLibraryProblem,
  type NetworkProblem,
  type Problem,
  relayout,
} from '../problem';
import { compile } from '.';
import type { Compiled } from './compiled';
import { describeNodes, pass } from './testing/programs';

async function libraryProblem(id: string): Promise<Problem> {
  const loaded = await loadLibraryProblem(id);
  if (!loaded.ok) throw new Error(loaded.fault.error);
  return loaded.value;
}

function compiledFrom(problem: Problem): Compiled {
  const compiled = compile(problem);
  if (!compiled.ok) throw new Error(compiled.fault.error);
  return compiled.value;
}

function graphOf(problem: Problem): Graph {
  return compiledFrom(problem).graph;
}

function passOf(problem: Problem) {
  return pass(compiledFrom(problem));
}

test('the nodes come layer by layer, the target just before the loss', async () => {
  expect(describeNodes(graphOf(await libraryProblem('s4-p2-m4')))).toEqual([
    'X input input() 2×4',
    'W1 parameter input() 2×2',
    'b1 parameter input() 2×1',
    '_3 intermediate matmul(W1 X) 2×4',
    'Z1 pre-activation add(_3 b1) 2×4',
    'A1 activation relu(Z1) 2×4',
    'W2 parameter input() 2×3',
    'b2 parameter input() 3×1',
    '_8 intermediate matmul(W2 A1) 3×4',
    'Z2 pre-activation add(_8 b2) 3×4',
    'A2 activation softmax(Z2) 3×4',
    'Y target input() 3×4',
    'J loss categoricalCrossEntropy(A2 Y Z2) 1×1',
  ]);
});

test('without a bias the pre-activation is the product itself', async () => {
  expect(describeNodes(graphOf(await libraryProblem('s2-single')))).toEqual([
    'X input input() 2×1',
    'W1 parameter input() 3×2',
    'Z1 pre-activation matmul(W1 X) 3×1',
    'A1 activation sigmoid(Z1) 3×1',
    'W2 parameter input() 1×3',
    'Z2 pre-activation matmul(W2 A1) 1×1',
    'A2 activation identity(Z2) 1×1',
    'Y target input() 1×1',
    'J loss squaredError(A2 Y) 1×1',
  ]);
});

test.each([
  ['columns', 'out-in', false, false, ['W1', 'X']],
  ['columns', 'in-out', true, false, ['W1', 'X']],
  ['rows', 'out-in', false, true, ['X', 'W1']],
  ['rows', 'in-out', false, false, ['X', 'W1']],
] as const)(
  '%s and %s give the product its transposes',
  async (examples, weights, left, right, args) => {
    const problem = relayout((await libraryProblem('s4-p2-m4')) as NetworkProblem, {
      examples,
      weights,
    });
    const graph = graphOf(problem);
    const product = graph.nodes[3];
    expect(product?.op).toEqual({ kind: 'matmul', transposeLeft: left, transposeRight: right });
    expect(product?.args.map((arg) => graph.nodes[arg]?.id)).toEqual(args);
    expect(nodeOf(graph, 'A2')?.op).toMatchObject({
      per: examples === 'columns' ? 'column' : 'row',
    });
  },
);

test('sigmoid and softmax are fused with their cross-entropy, and the activation is bypassed', async () => {
  for (const id of ['s0-p2-batch', 's1-relu2-softmax-cce']) {
    const graph = graphOf(await libraryProblem(id));
    const bypassed = graph.nodes.filter((node) => node.bypassed);
    expect(graph.nodes.at(-1)?.op).toMatchObject({ from: 'fused' });
    expect(bypassed.map((node) => node.role)).toEqual(['activation']);
    expect(bypassed[0]?.index).toBe(graph.nodes.length - 3);
  }
});

test('another output activation leaves the cross-entropy to the probabilities', async () => {
  const graph = graphOf(await libraryProblem('s1-relu3-cce-literal'));
  expect(graph.nodes.at(-1)?.op).toMatchObject({ from: 'probabilities' });
  expect(graph.nodes.some((node) => node.bypassed)).toBe(false);
});

test('targets have no gradient; pre-activations have delta', async () => {
  const graph = graphOf(await libraryProblem('s1-relu2-softmax-cce'));
  expect(nodeOf(graph, 'Y')?.differentiable).toBe(false);
  expect(nodeOf(graph, 'X')).toMatchObject({ differentiable: true, gradientId: 'dX' });
  expect(nodeOf(graph, 'Z2')).toMatchObject({ gradientId: 'delta2', layer: 2 });
  expect(nodeOf(graph, 'W3')).toMatchObject({ gradientId: 'dW3', layer: 3 });
});

describe('every problem of the library compiles', () => {
  test.each(LIBRARY)('$id', async ({ id }) => {
    const { graph, values } = compiledFrom(await libraryProblem(id));
    for (const node of graph.nodes) {
      if (node.op.kind === 'input') expect(values.get(node.id)?.rows).toBe(node.shape[0]);
      else {
        const shapes = node.args.map((arg) => graph.nodes[arg]?.shape ?? ([0, 0] as const));
        expect(inferShape(node.op, shapes)).toEqual({ ok: true, shape: node.shape });
      }
    }
  });
});

test('a problem in another layout has the same loss and the same gradients, turned', async () => {
  const problem = (await libraryProblem('s4-p2-m4')) as NetworkProblem;
  const there = passOf(problem);
  const here = passOf(relayout(problem, { examples: 'rows', weights: 'in-out' }));
  expect(read(here, 'value', 'J')?.data[0]).toBeCloseTo(
    read(there, 'value', 'J')?.data[0] ?? 0,
    14,
  );
  const [dW, dWThere] = [read(here, 'gradient', 'W2'), read(there, 'gradient', 'W2')];
  expect(dW?.data.every((v, i) => Math.abs(v - (dWThere?.data[i] ?? 0)) < 1e-14)).toBe(true);
});
