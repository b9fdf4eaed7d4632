import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { renameLecture } from '../../store/lecture';
import { Icon, IconButton } from '../controls/icons';
import { useBackstep, useTouch } from '../hooks';
import { startProjector } from '../projector/start';
import { copyLectureLink } from './address';
import { addHere, closeLecture, typing } from './author';
import { saveLecture } from './files';
import { lecture } from './lecture';
import { showStop } from './play';
import { StopList } from './StopList';
import { StopWalk } from './StopWalk';
import { countWords } from './words';

function useHistory() {
  const past = useStore(lecture.store.temporal, ({ pastStates }) => pastStates.length > 0);
  const future = useStore(lecture.store.temporal, ({ futureStates }) => futureStates.length > 0);
  return { past, future };
}

/** The lecture that is open: how it is played, made and taken along. */
export function OpenLecture(): ReactNode {
  const backstep = useBackstep();
  const { lecture: open, at } = useStore(lecture.store);
  const { past, future } = useHistory();
  const isTouch = useTouch();
  if (!open) return null;
  const count = open.stops.length;
  const { undo, redo } = lecture.actions;
  return (
    <>
      <div className="lecture-top">
        <input
          type="text"
          className="lecture-title"
          aria-label="Title of the lecture"
          autoComplete="off"
          value={open.title}
          onChange={({ target }) => {
            const { value } = target;
            lecture.actions.edit((place) => ({
              ...place,
              lecture: renameLecture(place.lecture, value),
            }));
            typing.changed();
          }}
          onBlur={typing.ended}
        />
        {open.source && <p className="lecture-note">{open.source.document}</p>}
        <div className="lecture-play">
          <StopWalk>
            <span aria-live="polite">{countWords(open, at)}</span>
          </StopWalk>
          <button
            type="button"
            className="button strong"
            title="Show this stop to the audience"
            onClick={() => {
              startProjector();
              void showStop(backstep);
            }}
          >
            Project
          </button>
        </div>
      </div>
      <div className="lecture-body">
        <StopList />
        {count === 0 && (
          <p className="lecture-note">
            Go to the first place that you want to show and{' '}
            {isTouch ? (
              'tap “Add a stop here”'
            ) : (
              <>
                press <kbd>S</kbd>
              </>
            )}
            .
          </p>
        )}
      </div>
      <div className="lecture-foot">
        <button type="button" className="button" onClick={() => void addHere(backstep)}>
          <Icon name="plus" />
          Add a stop here {!isTouch && <kbd>S</kbd>}
        </button>
        <IconButton
          icon="undo"
          name="Undo the change of the lecture"
          disabled={!past}
          onClick={undo}
        />
        <IconButton
          icon="redo"
          name="Redo the change of the lecture"
          disabled={!future}
          onClick={redo}
        />
        <button type="button" className="button plain" onClick={saveLecture}>
          Save to a file
        </button>
        <button
          type="button"
          className="button plain"
          onClick={() => void copyLectureLink(backstep)}
        >
          <Icon name="link" />
          Copy link
        </button>
        <button type="button" className="button plain" onClick={closeLecture}>
          Close this lecture
        </button>
      </div>
    </>
  );
}
