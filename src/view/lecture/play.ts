import { loadLibraryProblem } from '../../problem';
import type { Backstep } from '../../store';
import { createOpenStop, openSearch } from '../../store/lecture';
import { preferences } from '../preferences';
import { arrive, start } from '../projector/projecting';
import { lecture } from './lecture';

const openStop = createOpenStop(loadLibraryProblem);

/** The page goes to the stop stood at: its problem, its step, and what it hides. */
export async function showStop({ store, actions }: Backstep): Promise<void> {
  const { lecture: open, at } = lecture.store.getState();
  if (!open) return;
  const state = await openStop(open, at);
  // Meanwhile somebody may have gone on.
  const now = lecture.store.getState();
  if (now.lecture !== open || now.at !== at) return;
  const stop = open.stops[at];
  const shown = state.ok ? actions.openState(state.value) : state;
  if (!shown.ok) return store.setState({ fault: shown.fault });
  if (state.ok) preferences.setState({ decimals: state.value.decimals });
  arrive(stop?.hidden, stop?.view);
}

const followed = new WeakSet<Backstep>();

/** Wherever in the lecture one goes, the page follows, from the first time on that this is asked for. */
export function followLecture(backstep: Backstep): void {
  if (followed.has(backstep)) return;
  followed.add(backstep);
  lecture.store.subscribe((now, before) => {
    const isSamePlace = now.at === before.at && before.lecture !== null;
    if (now.lecture && !isSamePlace) void showStop(backstep);
  });
}

/** The lecture that the address names, at its stop; false, with a sentence, where there is none. */
export async function openAddress(backstep: Backstep): Promise<boolean> {
  const { search } = window.location;
  const found = await openSearch(search);
  if (!found.ok) {
    backstep.store.setState({ fault: found.fault });
    return false;
  }
  if (!found.value) return false;
  followLecture(backstep);
  if (new URLSearchParams(search).has('projector')) start();
  const { lecture: read, at, id } = found.value;
  lecture.actions.open(read, at, id);
  return true;
}
