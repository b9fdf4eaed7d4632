import { joined } from '../../derive';
import { entryName } from '../../engine';
import { LIBRARY } from '../../problem';
import type { Hideable, Lecture, LectureStop, StopDepth, StopView } from '../../problem/lecture';
import { ownProblem } from '../../problem/lecture';
import { PHASE_LABELS } from '../steps/groups';

export const VIEW_WORDS: Readonly<Record<StopView, string>> = {
  auto: 'as the step has it',
  diagram: 'the diagram',
  equation: 'the equation',
  numbers: 'the numbers',
};

export const HIDDEN_WORDS: Readonly<Record<Hideable, string>> = {
  result: 'the result',
  numbers: 'the numbers',
  rule: 'the rule',
  chain: 'the chain rule',
  words: 'the words',
  diagram: 'the diagram',
};

const DEPTH_WORDS: Readonly<Record<StopDepth, string>> = {
  layer: '',
  entry: 'one entry',
  path: 'paths',
  derivation: 'line by line',
};

export const hiddenWords = (hidden: readonly Hideable[]): string =>
  joined(hidden.map((part) => HIDDEN_WORDS[part]));

/** `Backward W2` */
function stepWords(step: string): string {
  const [phase = '', quantity = ''] = step.split(':');
  const label = Object.entries(PHASE_LABELS).find(([name]) => name === phase)?.[1] ?? phase;
  return `${label} ${quantity}`;
}

/** `Stop 7 of 25` */
export const countWords = ({ stops }: Lecture, at: number): string =>
  stops.length === 0 ? 'No stops yet' : `Stop ${at + 1} of ${stops.length}`;

export const titleOf = (stop: LectureStop, index: number): string =>
  stop.title || `Stop ${index + 1}`;

function problemTitle(lecture: Lecture, { problem }: LectureStop): string {
  return (
    ownProblem(lecture, problem)?.title ??
    LIBRARY.find(({ id }) => id === problem)?.title ??
    problem
  );
}

/** Where a stop is and how it is shown, on one line. */
export function placeWords(lecture: Lecture, stop: LectureStop): string {
  const { step, depth, entry, view, hidden } = stop;
  return [
    problemTitle(lecture, stop),
    stepWords(step),
    depth === 'layer' ? '' : `${DEPTH_WORDS[depth]}${entry ? ` ${entryName(...entry)}` : ''}`,
    view === 'auto' ? '' : `large: ${VIEW_WORDS[view]}`,
    hidden.length === 0 ? '' : `hides ${hiddenWords(hidden)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
