import { type Placed, placed } from './layout';
import { type GraphModel, graphModel } from './model';
import { type GraphScene, isOpenIn } from './scene';
import { type Looks, looksOf, sizedOf } from './sizes';

/** All that stays the same while only numbers and the step change. */
export interface GraphPlan {
  readonly model: GraphModel;
  readonly looks: Looks;
  readonly placed: Placed;
  readonly isAcross: boolean;
  readonly form: string;
}

const KEPT = 24;
/** Layouts by what they were told: sizes and edges alone. */
const layouts = new Map<string, Placed>();

function laidOut(key: string, lay: () => Placed): Placed {
  const known = layouts.get(key) ?? lay();
  layouts.delete(key);
  layouts.set(key, known);
  if (layouts.size > KEPT) layouts.delete(layouts.keys().next().value as string);
  return known;
}

/** All that a plan follows from; the targets only where a rule holds for one-hot ones. */
function groundsOf(scene: GraphScene, direction: 'LR' | 'TB'): readonly unknown[] {
  const { graph, printing, detail, all, opened, decimals, source } = scene;
  const needsTargets = graph.nodes[graph.root]?.op.kind === 'categoricalCrossEntropy';
  return [graph, printing, detail, all, opened, decimals, direction, needsTargets ? source : null];
}

let last: { readonly grounds: readonly unknown[]; readonly plan: GraphPlan } | null = null;

/** An edited number, or another step, finds the plan that was made before. */
export function graphPlan(scene: GraphScene, direction: 'LR' | 'TB'): GraphPlan {
  const grounds = groundsOf(scene, direction);
  if (last?.grounds.every((ground, i) => ground === grounds[i])) return last.plan;
  const plan = planned(scene, direction);
  last = { grounds, plan };
  return plan;
}

function planned(scene: GraphScene, direction: 'LR' | 'TB'): GraphPlan {
  const model = graphModel(scene.source, isOpenIn(scene));
  const looks = looksOf(model, scene);
  const sized = sizedOf(model, looks, direction);
  const form = JSON.stringify(sized);
  return {
    model,
    looks,
    placed: laidOut(form, () => placed(sized)),
    isAcross: direction === 'LR',
    form,
  };
}
