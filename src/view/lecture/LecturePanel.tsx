import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Icon, IconButton } from '../controls/icons';
import { useFocus } from '../controls/useFocus';
import { useBackstep } from '../hooks';
import { LectureList } from './LectureList';
import { lecture } from './lecture';
import { OpenLecture } from './OpenLecture';
import { startLectures } from './start';
import { closeLectures } from './view';
import './lecture.css';
import './stops.css';

/** The keys of undo belong to the lecture while the focus is in it, and in no field. */
function onUndoKey(event: KeyboardEvent): void {
  const isField =
    event.target instanceof Element && event.target.closest('input, textarea, select');
  if (isField || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
  if (!isRedo && key !== 'z') return;
  event.preventDefault();
  event.stopPropagation();
  if (isRedo) lecture.actions.redo();
  else lecture.actions.undo();
}

export default function LecturePanel(): ReactNode {
  const backstep = useBackstep();
  const isOpen = useStore(lecture.store, (state) => state.lecture !== null);
  const [all, setAll] = useState(false);
  const panel = useFocus<HTMLElement>();
  useEffect(() => startLectures(backstep), [backstep]);
  const onKeyDown = (event: KeyboardEvent) => {
    onUndoKey(event);
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    closeLectures();
  };
  const showsOne = isOpen && !all;
  return (
    <section
      ref={panel}
      className="lecture"
      aria-label="Lectures"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="lecture-head">
        {showsOne ? (
          <button type="button" className="button plain" onClick={() => setAll(true)}>
            <Icon name="menu" />
            All lectures
          </button>
        ) : (
          <h2>Lectures</h2>
        )}
        <IconButton icon="close" name="Close lectures" hint="Esc" onClick={closeLectures} />
      </header>
      {showsOne ? <OpenLecture /> : <LectureList onOpen={() => setAll(false)} />}
    </section>
  );
}
