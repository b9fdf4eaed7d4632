import { createStore } from 'zustand/vanilla';
import type { Lecture } from '../../problem/lecture';
import type { Backstep } from '../../store';
import { libraryOf } from '../../store/lecture';
import { rested } from '../keep/rested';
import { say, sayOnce } from '../notice/messages';
import { followAddressOfLecture } from './address';
import { keepOpen, keepOwn, type Own } from './kept';
import { lecture } from './lecture';
import { followLecture } from './play';
import { lectureView } from './view';

const NOT_KEPT =
  'This browser does not let the page keep your lecture (storage is full or forbidden). Save it to a file before you close the page.';

const KEPT_BESIDE =
  'Another tab has changed this lecture too. Both are kept: yours stands beside it in the list of lectures.';

/** What is kept in this browser of the lecture that is open. */
interface Keeping {
  /** Which entry is its own. */
  readonly own: Own | null;
  /** As it is in there, or as it was opened; what was not changed needs no entry. */
  readonly opened: Lecture | null;
}

const keeping = createStore<Keeping>()(() => ({ own: null, opened: null }));

/** Which of the lectures kept in this browser is open. */
export function setOwn(own: Own | null, opened: Lecture | null): void {
  keeping.setState({ own, opened });
}

function keep(): void {
  const state = lecture.store.getState();
  if (!state.lecture || libraryOf(state) !== null) {
    keepOpen(null);
    return;
  }
  const { own, opened } = keeping.getState();
  const isEdited = state.lecture !== opened && state.lecture.stops.length > 0;
  const kept = isEdited ? keepOwn(state.lecture, own) : own;
  if (isEdited) {
    if (own && kept && own.id !== kept.id) say(KEPT_BESIDE);
    setOwn(kept, state.lecture);
  }
  const isOpenKept = keepOpen({ lecture: state.lecture, at: state.at, own: kept });
  if (!isOpenKept || (isEdited && !kept)) sayOnce(NOT_KEPT);
}

/** How long the lecture rests before it is kept, in milliseconds. */
const keepSoon = rested(keep, 250);

/** What was edited last is kept before another lecture stands in its place. */
export const keepNow = keepSoon.now;

const started = new WeakSet<Backstep>();

/** All that goes on while a lecture may be open; once a page. */
export function startLectures(backstep: Backstep): void {
  if (started.has(backstep)) return;
  started.add(backstep);
  followLecture(backstep);
  followAddressOfLecture();
  lecture.store.subscribe((now, before) => {
    const isOpening = now.lecture !== null && (now.source !== before.source || !before.lecture);
    if (isOpening || now.lecture === null) setOwn(null, now.lecture);
    lectureView.setState({ open: now.lecture !== null });
    keepSoon.later();
  });
  window.addEventListener('pagehide', keep);
}
