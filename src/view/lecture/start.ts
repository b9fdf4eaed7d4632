import type { Lecture } from '../../problem/lecture';
import type { Backstep } from '../../store';
import { libraryOf } from '../../store/lecture';
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

let own: Own | null = null;
/** As it was opened; what was not changed needs no entry of its own. */
let opened: Lecture | null = null;

/** Which of the lectures kept in this browser is open. */
export function setOwn(next: Own | null, as: Lecture | null): void {
  own = next;
  opened = as;
}

function keep(): void {
  const state = lecture.store.getState();
  if (!state.lecture || libraryOf(state) !== null) {
    keepOpen(null);
    return;
  }
  const isEdited = state.lecture !== opened && state.lecture.stops.length > 0;
  const kept = isEdited ? keepOwn(state.lecture, own) : own;
  if (isEdited) {
    if (own && kept && own.id !== kept.id) say(KEPT_BESIDE);
    own = kept;
    opened = state.lecture;
  }
  const isOpenKept = keepOpen({ lecture: state.lecture, at: state.at, own });
  if (!isOpenKept || (isEdited && !kept)) sayOnce(NOT_KEPT);
}

/** How long the lecture rests before it is kept, in milliseconds. */
const REST = 250;

let started: Backstep | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What was edited last is kept before another lecture stands in its place. */
export function keepNow(): void {
  if (timer === undefined) return;
  clearTimeout(timer);
  timer = undefined;
  keep();
}

/** All that goes on while a lecture may be open; once a page. */
export function startLectures(backstep: Backstep): void {
  if (started === backstep) return;
  started = backstep;
  followLecture(backstep);
  followAddressOfLecture();
  lecture.store.subscribe((now, before) => {
    const isOpening = now.lecture !== null && (now.source !== before.source || !before.lecture);
    if (isOpening || now.lecture === null) {
      own = null;
      opened = now.lecture;
    }
    lectureView.setState({ open: now.lecture !== null });
    clearTimeout(timer);
    timer = setTimeout(keepNow, REST);
  });
  window.addEventListener('pagehide', keep);
}
