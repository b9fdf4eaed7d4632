import type { Size } from '../geometry';
import { type Placed, placed, SLACK } from './layout';
import { type GraphModel, graphModel } from './model';
import { nearModel } from './near';
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
function groundsOf(scene: GraphScene, direction: Direction, near: boolean): readonly unknown[] {
  const { graph, printing, detail, all, opened, decimals, source, step } = scene;
  const needsTargets = graph.nodes[graph.root]?.op.kind === 'categoricalCrossEntropy';
  const of = near ? step : null;
  const targets = needsTargets ? source : null;
  return [graph, printing, detail, all, opened, decimals, direction, targets, of];
}

export type Direction = 'LR' | 'TB';

interface Planned {
  readonly grounds: readonly unknown[];
  readonly plan: GraphPlan;
}

/** The last few: one is asked for again with every edited number. */
const MOST_PLANS = 4;
let plans: readonly Planned[] = [];

/** An edited number, or another step, finds the plan that was made before. `near` is the step's own part alone. */
export function graphPlan(scene: GraphScene, direction: Direction, near = false): GraphPlan {
  const grounds = groundsOf(scene, direction, near);
  const isSame = (known: Planned) => known.grounds.every((ground, i) => ground === grounds[i]);
  const found = plans.find(isSame) ?? { grounds, plan: planned(scene, direction, near) };
  plans = [found, ...plans.filter((each) => each !== found)].slice(0, MOST_PLANS);
  return found.plan;
}

/** The first that fits: the whole graph, else the part that the step is about; across, else down. */
export function legiblePlan(scene: GraphScene, { width, height }: Size): GraphPlan {
  const fits = ({ placed: { width: w, height: h } }: GraphPlan) =>
    w - 2 * SLACK <= width && h - 2 * SLACK <= height;
  const tries = [
    ...(scene.legible?.near ? [] : (['LR', 'TB'] as const).map((way) => [way, false] as const)),
    ...(['LR', 'TB'] as const).map((way) => [way, true] as const),
  ];
  for (const [way, near] of tries) {
    const plan = graphPlan(scene, way, near);
    if (fits(plan)) return plan;
  }
  return graphPlan(scene, width < height ? 'TB' : 'LR', true);
}

function planned(scene: GraphScene, direction: Direction, near: boolean): GraphPlan {
  const whole = graphModel(scene.source, isOpenIn(scene));
  const model = near ? nearModel(whole, scene.step) : whole;
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
