import { fail, isRecord, ok, type Result } from '../../problem';
import { type Lecture, parseLecture, toLectureFile } from '../../problem/lecture';
import { loadLibraryLecture } from '../../problem/library/lectures';
import { type LoadProblem, readState, type SharedState } from '../share';
import { compact, type Json, seal, unseal } from '../share/text';
import type { At } from './edit';

/** The lecture and the stop for the fragment of an address, without its `#`. */
export function linkOfLecture({ lecture, at }: At): Promise<string> {
  const stop = at > 0 ? at + 1 : undefined;
  return seal(compact({ lecture: toLectureFile(lecture) as Json, stop }));
}

export type Linked =
  | ({ readonly kind: 'lecture' } & At)
  | { readonly kind: 'state'; readonly state: SharedState };

const WHERE = 'link';

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** From 1 as in the link; one that is not there is the first. */
function indexIn(stop: unknown, { stops }: Lecture): number {
  return typeof stop === 'number' && Number.isInteger(stop) && stop >= 1 && stop <= stops.length
    ? stop - 1
    : 0;
}

/** What a fragment holds, a lecture or a state of the page, or a sentence about why not. Never throws. */
export async function openAnyLink(link: string, load: LoadProblem): Promise<Result<Linked>> {
  const text = await unseal(link);
  if (!text.ok) return text;
  const value = jsonOf(text.value);
  if (!isRecord(value) || !Object.hasOwn(value, 'lecture')) {
    const state = await readState(text.value, load);
    return state.ok ? ok({ kind: 'state', state: state.value }) : state;
  }
  const lecture = parseLecture(value.lecture);
  if (!lecture.ok) {
    const { error, where } = lecture.fault;
    const place = where === 'file' ? '' : ` (at ${where})`;
    return fail(`The lecture in the link cannot be opened: ${error}${place}`, WHERE);
  }
  const stop = Object.hasOwn(value, 'stop') ? value.stop : undefined;
  return ok({ kind: 'lecture', lecture: lecture.value, at: indexIn(stop, lecture.value) });
}

const LECTURE = 'lecture';
const STOP = 'stop';

/** `?lecture=slides&stop=7`: the search part of the address of a stop of a library lecture. Others of its keys stay. */
export function searchOfLecture(search: string, id: string | null, at = 0): string {
  const params = new URLSearchParams(search);
  params.delete(LECTURE);
  params.delete(STOP);
  if (id !== null) {
    params.set(LECTURE, id);
    if (at > 0) params.set(STOP, String(at + 1));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether an address names a lecture of the library; known without loading one. */
function lectureInSearch(search: string): string | null {
  return new URLSearchParams(search).get(LECTURE);
}

/** The lecture and stop that the search part of an address names; null where it names none. */
export async function openSearch(
  search: string,
): Promise<Result<(At & { readonly id: string }) | null>> {
  const id = lectureInSearch(search);
  if (id === null) return ok(null);
  const lecture = await loadLibraryLecture(id);
  if (!lecture.ok) return lecture;
  const asked = new URLSearchParams(search).get(STOP);
  const { title, stops } = lecture.value;
  const stop = asked === null ? 1 : /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0;
  if (stop < 1 || stop > stops.length) {
    return fail(
      `“${title}” has stops 1 to ${stops.length}, and the address asks for “${(asked ?? '').slice(0, 20)}”. Take one of these, or leave the stop out`,
      WHERE,
    );
  }
  return ok({ id, lecture: lecture.value, at: stop - 1 });
}
