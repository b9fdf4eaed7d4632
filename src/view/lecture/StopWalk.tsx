import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../controls/icons';
import { lecture } from './lecture';

/** From stop to stop of the lecture that is open, around what says which one it is. */
export function StopWalk({ children }: { readonly children: ReactNode }): ReactNode {
  const { lecture: open, at } = useStore(lecture.store);
  const { previous, next } = lecture.actions;
  const last = (open?.stops.length ?? 0) - 1;
  return (
    <>
      <IconButton
        icon="previous"
        name="Previous stop"
        hint="["
        disabled={at === 0}
        onClick={previous}
      />
      {children}
      <IconButton icon="next" name="Next stop" hint="]" disabled={at >= last} onClick={next} />
    </>
  );
}
