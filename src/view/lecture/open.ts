import { type Fault, loadLibraryProblem } from '../../problem';
import { type Lecture, readLecture } from '../../problem/lecture';
import { loadLibraryLecture } from '../../problem/library/lectures';
import type { Backstep } from '../../store';
import { openAnyLink, openSearch } from '../../store/lecture';
import { start } from '../projector/projecting';
import { type Own, openInTab } from './kept';
import { lecture } from './lecture';
import { showStop } from './play';
import { keepNow, setOwn, startLectures } from './start';
import { lectureView } from './view';

// A fault is returned, never thrown, and leaves all as it was.

/** A link's sentence says itself what to do; there is no list at the top for lectures. */
const asLink = ({ error }: Fault): Fault => ({ error, where: 'link' });

/** One's own, or one that was sent. */
export function openOwn(
  backstep: Backstep,
  open: Lecture,
  at = 0,
  own: Own | null = null,
): Promise<void> {
  startLectures(backstep);
  keepNow();
  lecture.actions.open(open, at);
  setOwn(own, open);
  return showStop(backstep);
}

export function newLecture(backstep: Backstep): void {
  startLectures(backstep);
  keepNow();
  lecture.actions.start('My lecture');
  setOwn(null, lecture.store.getState().lecture);
}

export async function openLibraryLecture(
  backstep: Backstep,
  id: string,
  at = 0,
): Promise<Fault | null> {
  const read = await loadLibraryLecture(id);
  if (!read.ok) return asLink(read.fault);
  startLectures(backstep);
  keepNow();
  lecture.actions.open(read.value, at, id);
  await showStop(backstep);
  return null;
}

/** What is in the search part of the address: `?lecture=slides&stop=7`, and `projector` to begin in front. */
export async function openLectureAddress(backstep: Backstep): Promise<Fault | null> {
  const { search } = window.location;
  const found = await openSearch(search);
  if (!found.ok) return asLink(found.fault);
  if (!found.value) return null;
  const { id, at, lecture: open } = found.value;
  startLectures(backstep);
  if (new URLSearchParams(search).has('projector')) start();
  lecture.actions.open(open, at, id);
  await showStop(backstep);
  return null;
}

/** What follows the # and is no state of the page. */
export async function openLectureLink(backstep: Backstep, link: string): Promise<Fault | null> {
  const read = await openAnyLink(link, loadLibraryProblem);
  if (!read.ok) return read.fault;
  if (read.value.kind === 'lecture') await openOwn(backstep, read.value.lecture, read.value.at);
  return null;
}

/** After a reload: the lecture is there again, and the page stays where it is. */
export async function reopenLecture(backstep: Backstep): Promise<void> {
  const found = await openSearch(window.location.search);
  if (found.ok && found.value) {
    startLectures(backstep);
    return lecture.actions.open(found.value.lecture, found.value.at, found.value.id);
  }
  const kept = openInTab();
  if (!kept) return;
  startLectures(backstep);
  lecture.actions.open(kept.lecture, kept.at);
  setOwn(kept.own, kept.lecture);
}

/** A file's text; it is opened from its first stop. */
export async function openLectureText(backstep: Backstep, text: string): Promise<boolean> {
  const read = readLecture(text);
  if (!read.ok) {
    backstep.actions.refuse(read.fault);
    return false;
  }
  await openOwn(backstep, read.value);
  lectureView.setState({ panel: true });
  return true;
}
