import type { Flow, Mark } from './marks';
import { edgesMark } from './marks-edges';
import { flowOf } from './marks-flow';
import { type Labels, labelsMark } from './marks-labels';
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
  /** For each layer's weights; drawn where the step or the learner asks for them. */
  readonly labels: readonly ((isAsked?: boolean) => Labels | null)[];
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
    labels: geometry.columns.map((place, i) => (isAsked = false) => {
      return labelsMark(drawing, place, geometry.edges[i] ?? [], isAsked);
    }),
  };
}

/** Whether the step is about the weights into a column, so that they are written out. */
export function isConcerned({ scene }: Drawing, weightsId: string): boolean {
  return scene.step?.of === weightsId || stateOf(scene, weightsId) !== 'rest';
}
