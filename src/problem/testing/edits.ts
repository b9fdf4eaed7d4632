import fc from 'fast-check';
import {
  ACTIVATIONS,
  type ArchitectureEdit,
  type BatchEdit,
  changeArchitecture,
  changeBatch,
  LOSSES,
  type Problem,
} from '..';

// Any change that the page can ask for, in any order.

const layer = fc.integer({ min: 0, max: 4 });
const anyChange: fc.Arbitrary<ArchitectureEdit> = fc.oneof(
  fc.record({ kind: fc.constant('add-layer' as const), before: layer }),
  fc.record({ kind: fc.constant('remove-layer' as const), layer }),
  fc.record({ kind: fc.constant('units' as const), layer, units: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant('activation' as const),
    layer,
    activation: fc.constantFrom(...ACTIVATIONS),
  }),
  fc.record({ kind: fc.constant('bias' as const), layer, bias: fc.boolean() }),
  fc.record({
    kind: fc.constant('loss' as const),
    loss: fc.record(
      {
        kind: fc.constantFrom(...LOSSES),
        fromLogits: fc.boolean(),
        scale: fc.constantFrom(1 as const, 0.5 as const),
        over: fc.constantFrom('sum' as const, 'mean' as const, 'mean-all' as const),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: fc.constant('examples' as const),
    examples: fc.constantFrom('columns' as const, 'rows' as const),
  }),
  fc.record({
    kind: fc.constant('weights' as const),
    weights: fc.constantFrom('out-in' as const, 'in-out' as const),
  }),
  fc.constant({ kind: 'initialise' as const }),
);
const anyBatch: fc.Arbitrary<BatchEdit> = fc.oneof(
  fc.constant({ kind: 'add' as const }),
  fc.record({ kind: fc.constant('remove' as const), example: layer }),
  fc.record({ kind: fc.constant('duplicate' as const), example: layer }),
);

const isBatch = (edit: ArchitectureEdit | BatchEdit): edit is BatchEdit =>
  ['add', 'remove', 'duplicate'].includes(edit.kind);

/** What is refused leaves the problem as it is. */
export function changed(
  problem: Problem,
  edits: readonly (ArchitectureEdit | BatchEdit)[],
): Problem {
  return edits.reduce<Problem>((before, edit) => {
    const after = isBatch(edit)
      ? changeBatch(before, edit, 2)
      : changeArchitecture(before, edit, { kind: 'readable', seed: 1 });
    return after.ok ? after.value : before;
  }, problem);
}

export const anyEdits = fc.array(fc.oneof(anyChange, anyBatch), { maxLength: 12 });
