import { lazy, type ReactNode } from 'react';
import { Later } from '../controls/Later';
import { useLecturePart } from './view';

const Panel = lazy(() => import('./LecturePanel'));
const Bar = lazy(() => import('./LectureBar'));

/** The list of lectures, or the stops of the one that is open; loaded when it is asked for. */
export function LecturePanel(): ReactNode {
  if (useLecturePart() !== 'panel') return null;
  return (
    <Later waiting={null}>
      <Panel />
    </Later>
  );
}

/** Where in the lecture one stands, for whoever follows it. */
export function LectureBar(): ReactNode {
  if (useLecturePart() !== 'bar') return null;
  return (
    <Later waiting={null}>
      <Bar />
    </Later>
  );
}
