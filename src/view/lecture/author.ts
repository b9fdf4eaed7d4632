import type { Result } from '../../problem';
import { LECTURE_LIMITS } from '../../problem/lecture';
import type { Backstep } from '../../store';
import {
  type At,
  addStop,
  moveStop,
  removeStop,
  replaceStop as replaceIn,
} from '../../store/lecture';
import { baseOf, sharedOf } from '../keep/shared';
import { say } from '../notice/messages';
import { sayUndoableIn } from '../notice/undoable';
import { lecture } from './lecture';
import { newLecture } from './open';
import { keepNow } from './start';
import { lectureView, openLectures } from './view';

const sayChange = (text: string) =>
  sayUndoableIn(
    lecture.store,
    (state) => state.lecture,
    () => lecture.actions.undo(),
    text,
  );

/** The page's place put into the lecture; what is said then. */
async function withPlace(
  { store, actions }: Backstep,
  change: (
    at: At,
    ...place: Parameters<typeof addStop> extends [At, ...infer P] ? P : never
  ) => Result<At>,
): Promise<boolean> {
  const state = sharedOf(store.getState());
  if (!state) {
    say('There is no place to remember yet. Open a problem first.');
    return false;
  }
  const base = await baseOf(state);
  const { lecture: open, at } = lecture.store.getState();
  if (!open) return false;
  const changed = change({ lecture: open, at }, state, base);
  if (changed.ok) lecture.actions.edit(() => changed.value);
  else actions.refuse({ error: changed.fault.error, where: 'page' });
  return changed.ok;
}

/** One key: the place where one stands becomes the stop after the current one. */
export async function addHere(backstep: Backstep): Promise<void> {
  const isNew = lecture.store.getState().lecture === null;
  if (isNew) newLecture(backstep);
  if (!(await withPlace(backstep, addStop))) return;
  const { at } = lecture.store.getState();
  const show = { label: 'Show the lecture', run: openLectures };
  if (isNew) say('Stop 1 of a new lecture added.', show);
  else sayChange(`Stop ${at + 1} added.`);
}

export async function replaceHere(backstep: Backstep): Promise<void> {
  if (!(await withPlace(backstep, replaceIn))) return;
  sayChange(`Stop ${lecture.store.getState().at + 1} is where you stand now.`);
}

export function removeAt(index: number): void {
  lecture.actions.edit((at) => removeStop(at, index));
  sayChange(`Stop ${index + 1} removed.`);
}

/** Where it stands then, from 0. */
export function moveTo(from: number, to: number): number {
  lecture.actions.edit((at) => moveStop(at, from, to));
  const count = lecture.store.getState().lecture?.stops.length ?? 0;
  return Math.max(0, Math.min(to, count - 1));
}

export function closeLecture(): void {
  keepNow();
  lecture.actions.close();
  lectureView.setState({ open: false });
}

/** What is typed into one field is undone in one go. */
export const typing = {
  changed: () => lecture.store.temporal.getState().pause(),
  ended: () => lecture.store.temporal.getState().resume(),
};

export const NOTE_LENGTH = LECTURE_LIMITS.note;
export const TITLE_LENGTH = LECTURE_LIMITS.stopTitle;
