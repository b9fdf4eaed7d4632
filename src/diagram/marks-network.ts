import type { ChipsMark, Flow, Mark } from './marks';
import { aspectOf, edgesMark } from './marks-edges';
import { flowOf } from './marks-flow';
import { labelsMark } from './marks-labels';
import { deadUnitsMark, lossMark, targetMark } from './marks-loss';
import { biasMark, tagsMark } from './marks-near';
import { type Drawing, unitsMark } from './marks-units';
import { stateOf, withReason } from './scene';

export interface NetworkMarks {
  /** In reading order, which is also the order of the forward pass. */
  readonly base: readonly Mark[];
  readonly flow: Flow;
  /** Above all else: targets, tags in the order of the backward pass, notes. */
  readonly over: readonly Mark[];
}

const present = <T>(value: T | null): value is T => value !== null;

export function networkMarks(drawing: Drawing): NetworkMarks {
  const { geometry, scene } = drawing;
  const reasoned = (mark: Mark): Mark => ({
    ...mark,
    spoken: withReason(scene, mark.quantity, mark.spoken),
  });
  const base = geometry.columns.flatMap((place, i): Mark[] =>
    [
      edgesMark(drawing, place, geometry.edges[i] ?? []),
      biasMark(drawing, place),
      unitsMark(drawing, place),
    ].filter(present),
  );
  const tags = geometry.columns.map((place) => tagsMark(drawing, place)).filter(present);
  return {
    base: [...base, lossMark(drawing)].filter(present).map(reasoned),
    flow: flowOf(drawing),
    over: [targetMark(drawing), ...tags.reverse(), deadUnitsMark(drawing)]
      .filter(present)
      .map(reasoned),
  };
}

/** Whether the step is about the weights into a column, so that they are written out. */
function isConcerned({ scene }: Drawing, weightsId: string): boolean {
  return scene.step?.of === weightsId || stateOf(scene, weightsId) !== 'rest';
}

export interface NetworkLabels {
  readonly marks: readonly ChipsMark[];
  /** Some have no room, and wait for the pointer. */
  readonly hidden: boolean;
}

/**
 * The numbers on the edges, where the step or the learner asks for them; `asked` is the quantity that has the focus.
 * Their places are found at the first time, which may take long.
 */
export function labelsOf(drawing: Drawing, asked: string | null): NetworkLabels {
  const { geometry, scene } = drawing;
  const found = geometry.columns.flatMap((place, i) => {
    const { weights } = place.column;
    if (!weights) return [];
    const isAsked = asked === aspectOf(weights.node, scene).quantity;
    if (!isAsked && !isConcerned(drawing, weights.node.id)) return [];
    const labels = labelsMark(drawing, place, geometry.edges[i] ?? [], isAsked);
    return labels ? [{ mark: labels.mark, isHidden: labels.crowded && !isAsked }] : [];
  });
  return {
    marks: found.filter(({ isHidden }) => !isHidden).map(({ mark }) => mark),
    hidden: found.some(({ isHidden }) => isHidden),
  };
}
