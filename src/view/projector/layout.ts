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

export function nextView(view: StopView): StopView {
  return ROUND[(ROUND.indexOf(view) + 1) % ROUND.length] ?? 'auto';
}
