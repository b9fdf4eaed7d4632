import type { GraphNode, Phase } from '../engine';
import { updatedId } from '../engine';
import { multiply, rate, subtract } from './build';
import { chainOf, dependsOn } from './chain';
import { type Formula, quantitiesIn } from './formula';
import type { Chain, Detail, Step } from './step';
import { titleOf } from './title';
import {
  adjointOf,
  expressionOf,
  gradientLeaf,
  type Source,
  valueLeaf,
  type Walk,
  walkOf,
} from './walk';
import { wordsOf } from './why';

/** Every step of a pass in the order it is computed: forward, loss, backward, update. */
export function stepsOf(source: Source, detail: Detail): readonly Step[] {
  const walk = walkOf(source, detail);
  const { graph } = walk;
  const computed = graph.nodes.filter((n) => n.args.length > 0 && walk.showsValue(n));
  const backward = graph.nodes.filter(walk.showsGradient);
  return [
    ...computed.map((n) => forwardStep(walk, n)),
    ...inBackwardOrder(backward).map((n) => backwardStep(walk, n)),
    ...graph.parameters.flatMap((p) => {
      const parameter = graph.nodes[p];
      return parameter?.differentiable ? [updateStep(walk, parameter)] : [];
    }),
  ];
}

/** From the loss back; a layer's weights before its bias, as they are written on paper. */
function inBackwardOrder(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const runs: GraphNode[][] = [];
  for (const n of [...nodes].reverse()) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    const together =
      n.role === 'parameter' && previous?.role === 'parameter' && n.layer === previous.layer;
    if (run && together && n.layer !== undefined) run.unshift(n);
    else runs.push([n]);
  }
  return runs.flat();
}

function step(
  walk: Walk,
  n: GraphNode,
  kind: { phase: Phase; aspect: Step['aspect']; writes: string; rule: Formula; chain: Chain },
): Step {
  const leaves = quantitiesIn(kind.rule);
  const stored = leaves.filter((q) => {
    const index = walk.graph.byId.get(q.of);
    const node = index === undefined ? undefined : walk.graph.nodes[index];
    return kind.phase === 'backward' && q.aspect === 'value' && (node?.args.length ?? 0) > 0;
  });
  const bare = {
    id: `${kind.phase}:${n.id}`,
    of: n.id,
    reads: leaves.map((q) => q.id),
    cached: stored.map((q) => q.id),
    shape: n.shape,
    role: n.role,
    ...(n.layer === undefined ? {} : { layer: n.layer }),
    ...kind,
  };
  return { ...bare, title: titleOf(walk, n, kind.phase), words: wordsOf(walk, n, kind.phase) };
}

function forwardStep(walk: Walk, n: GraphNode): Step {
  return step(walk, n, {
    phase: n.index === walk.graph.root ? 'loss' : 'forward',
    aspect: 'value',
    writes: n.id,
    rule: expressionOf(walk, n),
    chain: { kind: 'depends', on: dependsOn(walk, n).map((d) => d.id) },
  });
}

function backwardStep(walk: Walk, n: GraphNode): Step {
  return step(walk, n, {
    phase: 'backward',
    aspect: 'gradient',
    writes: n.gradientId,
    rule: adjointOf(walk, n),
    chain: chainOf(walk, n),
  });
}

function updateStep(walk: Walk, n: GraphNode): Step {
  const { learningRate } = walk.source.problem.optimizer;
  return step(walk, n, {
    phase: 'update',
    aspect: 'updated',
    writes: updatedId(n.id),
    rule: subtract(valueLeaf(n), multiply(rate(learningRate), gradientLeaf(n))),
    chain: { kind: 'descend' },
  });
}
