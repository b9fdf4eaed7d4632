import { type ReactNode, useEffect, useId } from 'react';
import {
  HIDEABLE,
  type Hideable,
  type Lecture,
  type LectureStop,
  STOP_VIEWS,
} from '../../problem/lecture';
import { renameStop, setHidden, setNote, setView } from '../../store/lecture';
import { Choice } from '../controls/Choice';
import { IconButton } from '../controls/icons';
import { useBackstep } from '../hooks';
import { copyLectureLink } from './address';
import { NOTE_LENGTH, removeAt, replaceHere, TITLE_LENGTH, typing } from './author';
import { lecture } from './lecture';
import { HIDDEN_WORDS, titleOf, VIEW_WORDS } from './words';

interface Props {
  readonly stop: LectureStop;
  readonly index: number;
  readonly count: number;
  readonly move: (to: number) => void;
}

const edit = (change: (open: Lecture) => Lecture) =>
  lecture.actions.edit((at) => ({ ...at, lecture: change(at.lecture) }));

const type = (change: (open: Lecture) => Lecture) => {
  edit(change);
  typing.changed();
};

/** What can be said of the stop stood at. */
export function StopEditor({ stop, index, count, move }: Props): ReactNode {
  const id = useId();
  const backstep = useBackstep();
  useEffect(() => typing.ended, []);
  const toggle = (part: Hideable, isHidden: boolean) => {
    const others = stop.hidden.filter((each) => each !== part);
    edit((open) => setHidden(open, index, isHidden ? [...others, part] : others));
  };
  const name = titleOf(stop, index);
  return (
    <div className="stop-editor">
      <label htmlFor={`${id}title`}>Title, for everybody</label>
      <input
        id={`${id}title`}
        type="text"
        autoComplete="off"
        maxLength={TITLE_LENGTH}
        value={stop.title}
        onChange={({ target: { value } }) => type((open) => renameStop(open, index, value))}
        onBlur={typing.ended}
      />
      <label htmlFor={`${id}note`}>Note, for you</label>
      <textarea
        id={`${id}note`}
        rows={4}
        maxLength={NOTE_LENGTH}
        value={stop.note}
        aria-describedby={`${id}about`}
        onChange={({ target: { value } }) => type((open) => setNote(open, index, value))}
        onBlur={typing.ended}
      />
      <p id={`${id}about`} className="lecture-note">
        {'{dW2[0,1]} becomes that number, {shape W2} that shape.'}
      </p>
      <Choice
        label="Large"
        value={stop.view}
        options={STOP_VIEWS}
        labels={VIEW_WORDS}
        onChoose={(view) => edit((open) => setView(open, index, view))}
      />
      <fieldset>
        <legend>Hidden from the audience until the next press</legend>
        {HIDEABLE.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={stop.hidden.includes(part)}
              onChange={({ target }) => toggle(part, target.checked)}
            />
            {HIDDEN_WORDS[part]}
          </label>
        ))}
      </fieldset>
      <div className="stop-buttons">
        <button
          type="button"
          className="button"
          title="The page as it is now becomes this stop; its title and note stay"
          onClick={() => void replaceHere(backstep)}
        >
          Replace by this place
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void copyLectureLink(backstep, index)}
        >
          Copy link to this stop
        </button>
        <span>
          <IconButton
            icon="up"
            name={`Move ${name} up`}
            hint="Alt ↑"
            disabled={index === 0}
            onClick={() => move(index - 1)}
          />
          <IconButton
            icon="down"
            name={`Move ${name} down`}
            hint="Alt ↓"
            disabled={index === count - 1}
            onClick={() => move(index + 1)}
          />
          <IconButton icon="close" name={`Remove ${name}`} onClick={() => removeAt(index)} />
        </span>
      </div>
    </div>
  );
}
