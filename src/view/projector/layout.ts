import type { Phase } from '../../engine';
import type { StopView } from '../../problem/lecture';

/** What stands large. */
export type Large = 'diagram' | 'equation' | 'numbers';

const OF_PHASE: Readonly<Record<Phase, Large>> = {
  forward: 'diagram',
  loss: 'equation',
  backward: 'equation',
  update: 'equation',
};

/** The diagram while values flow, and for ways through it; the equation while a derivative is made. */
export function largeOf(view: StopView, phase: Phase, depth: string): Large {
  if (view !== 'auto') return view;
  if (depth === 'path') return 'diagram';
  // Its lines are long, and nothing else is looked at.
  if (depth === 'derivation') return 'numbers';
  return depth === 'layer' ? OF_PHASE[phase] : 'equation';
}

const ROUND: readonly StopView[] = ['auto', 'diagram', 'equation', 'numbers'];

/** The next in the round that shows something else. */
export function nextView(view: StopView, phase: Phase, depth: string): StopView {
  const at = ROUND.indexOf(view);
  const round = [...ROUND.slice(at + 1), ...ROUND.slice(0, at + 1)];
  const large = largeOf(view, phase, depth);
  return round.find((next) => largeOf(next, phase, depth) !== large) ?? 'auto';
}
