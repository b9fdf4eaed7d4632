import { expect, test } from 'vitest';
import { loadLibraryProblem } from '../../problem';
import { LECTURES, loadLibraryLecture } from '../../problem/library/lectures';
import { pageForEach, settle } from '../page.testing';
import { currentStep, isReceived } from '../selectors';
import { createOpenStop } from './open';

const page = pageForEach(null);

test.each(LECTURES)(
  'the page stands at every stop of $id, one after the other and back',
  async ({ id }) => {
    const openStop = createOpenStop(loadLibraryProblem);
    const read = await loadLibraryLecture(id);
    const lecture = read.ok ? read.value : expect.fail();
    const there = lecture.stops.map((_, index) => index);
    for (const index of [...there, ...there.toReversed()]) {
      const opened = await openStop(lecture, index);
      const shared = opened.ok ? opened.value : expect.fail();
      expect(await page.actions.openState(shared)).toEqual({ ok: true, value: null });
      await settle();
      const state = page.state();
      const [quantity, row, col] = shared.entry ?? [];
      expect(state).toMatchObject({
        ...{ problem: shared.problem, library: shared.library, fault: null, depth: shared.depth },
        cursor: { step: lecture.stops[index]?.step },
        settings: { detail: shared.detail, example: shared.example, alone: shared.alone },
      });
      expect(state.selection).toEqual(quantity ? { quantity, row, col, step: shared.step } : null);
      expect(isReceived(state, currentStep(state)?.writes ?? '')).toBe(true);
    }
    // Going from stop to stop in one problem is nothing to undo.
    const changes = lecture.stops.filter(
      ({ problem }, i) => i > 0 && problem !== lecture.stops[i - 1]?.problem,
    );
    expect(page.history().pastStates.length).toBe(2 * changes.length);
  },
);
