import { type ReactNode, useState } from 'react';
import { readLecture } from '../../problem/lecture';
import { LECTURES } from '../../problem/library/lectures';
import { Icon, IconButton } from '../controls/icons';
import { useBackstep, useTouch } from '../hooks';
import { leaving } from '../keep/leaving';
import { say } from '../notice/messages';
import { chooseLecture } from './files';
import { type KeptLecture, keptLectures, ownOf, removeKept } from './kept';
import { newLecture, openLibraryLecture, openOwn } from './open';

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

interface Props {
  readonly onOpen: () => void;
}

function Kept({ onOpen }: Props): ReactNode {
  const backstep = useBackstep();
  const [kept, setKept] = useState(keptLectures);
  if (kept.length === 0) return null;
  const open = async ({ id, text }: KeptLecture) => {
    const read = readLecture(text);
    if (!read.ok) return backstep.actions.refuse(read.fault);
    await leaving(backstep, () => openOwn(backstep, read.value, 0, ownOf(id)));
    onOpen();
  };
  const remove = ({ id, title }: KeptLecture) => {
    const putBack = removeKept(id);
    setKept(keptLectures());
    say(`“${title}” was deleted.`, {
      label: 'Undo',
      run: () => {
        putBack();
        setKept(keptLectures());
      },
    });
  };
  return (
    <>
      <h3>Yours, in this browser</h3>
      <ul className="lecture-list">
        {kept.map((each) => (
          <li key={each.id}>
            <button type="button" className="lecture-choice" onClick={() => void open(each)}>
              <strong>{each.title || 'Untitled'}</strong>
              <span>{`${each.stops} ${each.stops === 1 ? 'stop' : 'stops'} · ${day.format(each.saved)}`}</span>
            </button>
            <IconButton
              icon="close"
              name={`Delete ${each.title || 'Untitled'}`}
              onClick={() => remove(each)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What one may open, and the ways to one of one's own. */
export function LectureList({ onOpen }: Props): ReactNode {
  const backstep = useBackstep();
  const isTouch = useTouch();
  const open = async (id: string) => {
    const fault = await leaving(backstep, () => openLibraryLecture(backstep, id));
    if (fault) backstep.actions.refuse(fault);
    else onOpen();
  };
  return (
    <div className="lecture-body">
      <p className="lecture-note">
        A lecture is a list of places to stop at. Open one, or{' '}
        {isTouch ? (
          'begin one of your own'
        ) : (
          <>
            press <kbd>S</kbd> wherever you want to stop in one of your own
          </>
        )}
        .
      </p>
      <div className="lecture-buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            newLecture(backstep);
            onOpen();
          }}
        >
          <Icon name="plus" />
          New lecture
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            chooseLecture(backstep);
            onOpen();
          }}
        >
          Open a lecture file…
        </button>
      </div>
      <Kept onOpen={onOpen} />
      <h3>From the handouts</h3>
      <ul className="lecture-list">
        {LECTURES.map(({ id, title, document, stops }) => (
          <li key={id}>
            <button type="button" className="lecture-choice" onClick={() => void open(id)}>
              <strong>{title}</strong>
              <span>{`${document} · ${stops} stops`}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
