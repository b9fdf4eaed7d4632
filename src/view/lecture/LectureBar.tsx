import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Icon, IconButton } from '../controls/icons';
import { useBackstep } from '../hooks';
import { closeLecture } from './author';
import { lecture } from './lecture';
import { showStop } from './play';
import { StopWalk } from './StopWalk';
import { openLectures } from './view';
import { countWords } from './words';
import './lecture-bar.css';

/** `Stop 7 of 25 · title`, with the way on: a student stands where the lecture stands. */
export default function LectureBar(): ReactNode {
  const backstep = useBackstep();
  const { lecture: open, at } = useStore(lecture.store);
  if (!open) return null;
  return (
    <nav className="lecture-bar" aria-label="Lecture">
      <StopWalk>
        <button
          type="button"
          className="lecture-place"
          title="Back to this stop"
          aria-live="polite"
          onClick={() => void showStop(backstep)}
        >
          <span>{countWords(open, at)}</span>
          <strong>{open.stops[at]?.title || open.title}</strong>
        </button>
      </StopWalk>
      <button type="button" className="button plain lecture-all" onClick={openLectures}>
        <Icon name="menu" />
        All stops
      </button>
      <IconButton icon="close" name="Close the lecture" onClick={closeLecture} />
    </nav>
  );
}
