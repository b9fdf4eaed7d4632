import { createStore } from 'zustand/vanilla';
import { loadLibraryProblem, type Problem, type Result, writeProblem } from '../../problem';
import type { Backstep, SharedState, Store } from '../../store';
import { createOpenStop } from '../../store/lecture';
import { isKeptAs } from '../keep/leaving';
import { preferences } from '../preferences';
import { arrive } from '../projector/projecting';
import { lecture } from './lecture';

const openStop = createOpenStop(loadLibraryProblem);

/** While a stop is being opened; what is seen is still the one before. */
export const arriving = createStore<{ readonly on: boolean }>()(() => ({ on: false }));

/** When that problem comes on the screen anew; or another one, which is somebody else's. */
function onceShown(store: Store, problem: Problem, then: (isOurs: boolean) => void): void {
  const before = store.getState().shown;
  const stop = store.subscribe(({ shown, problem: now }) => {
    if (now === problem && (shown === before || shown?.problem !== problem)) return;
    stop();
    then(now === problem);
  });
}

let showings = 0;

/** The page goes to the stop stood at: its problem, its step, and what it hides. */
export async function showStop({ store, actions }: Backstep): Promise<void> {
  const { lecture: open, at } = lecture.store.getState();
  // One that has no stops yet leaves the page where it is.
  if (!open || open.stops.length === 0) return;
  showings += 1;
  const own = showings;
  const done = () => {
    if (own === showings) arriving.setState({ on: false });
  };
  arriving.setState({ on: true });
  const state = await openStop(open, at);
  // Meanwhile somebody may have gone on.
  const now = lecture.store.getState();
  if (now.lecture !== open || now.at !== at) return done();
  if (!state.ok) {
    store.setState({ fault: state.fault });
    return done();
  }
  const { problem, decimals } = state.value;
  const stop = open.stops[at];
  const opened = await actions.openState(state.value);
  if (!opened.ok) return done();
  // It is in the lecture.
  isKeptAs(problem);
  // With its numbers, in one go: what the stop before hid stays hidden until then.
  onceShown(store, problem, (isOurs) => {
    done();
    if (!isOurs) return;
    preferences.setState({ decimals });
    arrive(stop?.hidden, stop?.view);
  });
}

const followed = new WeakSet<Backstep>();

/** Wherever in the lecture one goes, the page follows, from the first time on that this is asked for. */
export function followLecture(backstep: Backstep): void {
  if (followed.has(backstep)) return;
  followed.add(backstep);
  lecture.store.subscribe((now, before) => {
    // An edit of the lecture moves nothing.
    const isSame = now.lecture === before.lecture && now.source === before.source;
    if (now.lecture && isSame && now.at !== before.at) void showStop(backstep);
  });
}

const fields = ['step', 'detail', 'example', 'alone', 'decimals', 'depth'] as const;

/** Whether the page stands where the stop says. */
export async function isAtStop(page: SharedState): Promise<boolean> {
  const { lecture: open, at } = lecture.store.getState();
  const stop: Result<SharedState> | null = open && (await openStop(open, at));
  if (!stop?.ok) return false;
  const { value } = stop;
  return (
    fields.every((field) => value[field] === page[field]) &&
    (value.view ?? 'layers') === (page.view ?? 'layers') &&
    JSON.stringify(value.entry) === JSON.stringify(page.entry) &&
    (value.problem === page.problem || writeProblem(value.problem) === writeProblem(page.problem))
  );
}
