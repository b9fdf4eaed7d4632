import { lazy, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Later } from '../controls/Later';
import { presenting } from '../presenter/mode';
import { lectureView } from './view';

const Panel = lazy(() => import('./LecturePanel'));
const Bar = lazy(() => import('./LectureBar'));

/** The list of lectures, or the stops of the one that is open; loaded when it is asked for. */
export function LecturePanel(): ReactNode {
  const isOpen = useStore(lectureView, (state) => state.panel);
  if (!isOpen) return null;
  return (
    <Later waiting={null}>
      <Panel />
    </Later>
  );
}

/** Where in the lecture one stands, for whoever follows it. */
export function LectureBar(): ReactNode {
  const isOpen = useStore(lectureView, (state) => state.open && !state.panel);
  // A presenter has all of it at hand.
  const isPresenting = useStore(presenting, ({ channel }) => channel !== null);
  if (!isOpen || isPresenting) return null;
  return (
    <Later waiting={null}>
      <Bar />
    </Later>
  );
}
