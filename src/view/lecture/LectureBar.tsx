import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Icon, IconButton } from '../controls/icons';
import { useBackstep } from '../hooks';
import { closeLecture } from './author';
import { lecture } from './lecture';
import { showStop } from './play';
import { openLectures } from './view';
import './lecture-bar.css';

/** `Stop 7 of 25 · title`, with the way on: a student stands where the lecture stands. */
export default function LectureBar(): ReactNode {
  const backstep = useBackstep();
  const { lecture: open, at } = useStore(lecture.store);
  if (!open) return null;
  const count = open.stops.length;
  const { previous, next } = lecture.actions;
  return (
    <nav className="lecture-bar" aria-label="Lecture">
      <IconButton
        icon="previous"
        name="Previous stop"
        hint="["
        disabled={at === 0}
        onClick={previous}
      />
      <button
        type="button"
        className="lecture-place"
        title="Back to this stop"
        aria-live="polite"
        onClick={() => void showStop(backstep)}
      >
        <span>{count === 0 ? 'No stops yet' : `Stop ${at + 1} of ${count}`}</span>
        <strong>{open.stops[at]?.title || open.title}</strong>
      </button>
      <IconButton icon="next" name="Next stop" hint="]" disabled={at >= count - 1} onClick={next} />
      <button type="button" className="button plain lecture-all" onClick={openLectures}>
        <Icon name="menu" />
        All stops
      </button>
      <IconButton icon="close" name="Close the lecture" onClick={closeLecture} />
    </nav>
  );
}
