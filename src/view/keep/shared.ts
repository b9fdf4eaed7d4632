import { loadLibraryProblem, type Problem } from '../../problem';
import {
  exampleOf,
  linkOf,
  type SharedState,
  type State,
  subjectOf,
  writeState,
} from '../../store';
import { chosenWay, wayIn } from '../depth/chosenWay';
import { AT_FIRST, EPSILONS, type Preferences, preferences, TABS } from '../preferences';
import { projecting } from '../projector/projecting';
import { addressWith } from './address';

/** Where the region below is not as it is at first. */
function changedOf({ tab, epsilon, gradient }: Preferences): Partial<SharedState> {
  return {
    ...(tab !== AT_FIRST.tab && { tab }),
    ...(epsilon !== AT_FIRST.epsilon && { epsilon }),
    ...(tab === 'Cached' && gradient !== null && { gradient }),
  };
}

/** What a state says of them, and what it does not know as it is at first. */
function preferencesOf({ decimals, tab, epsilon, gradient }: SharedState) {
  return {
    decimals,
    tab: TABS.find((name) => name === tab) ?? AT_FIRST.tab,
    epsilon: EPSILONS.find((each) => each === epsilon) ?? AT_FIRST.epsilon,
    gradient: gradient ?? AT_FIRST.gradient,
  };
}

/** What a state says of what only the view knows. */
export function showAsShared(state: SharedState): void {
  preferences.setState(preferencesOf(state));
  chosenWay.setState({ way: state.way ?? null });
}

/** Where there is none of the following. */
export const NOTHING_TO_LINK = 'There is nothing to link to yet. Open a problem first.';

/** What a link to the page as it is now would carry; null while nothing is shown. */
export function sharedOf(state: State): SharedState | null {
  const { problem, library, cursor, settings, shown, depth, selection } = state;
  const way = wayIn(state);
  // Followed from the step where it was chosen.
  const subject = selection ? subjectOf(state) : undefined;
  // While a problem is being opened the cursor is still that of the one before.
  if (!problem || shown?.problem !== problem) return null;
  return {
    problem,
    library,
    step: cursor.step,
    detail: settings.detail,
    example: exampleOf(state),
    decimals: preferences.getState().decimals,
    alone: settings.alone,
    view: settings.view,
    projector: projecting.getState().on,
    ...changedOf(preferences.getState()),
    ...(way && { way }),
    depth,
    entry: subject ? [subject.quantity.id, subject.row, subject.col] : null,
    ...(selection &&
      selection.step !== cursor.step && {
        chosen: [selection.quantity, selection.row, selection.col, selection.step],
      }),
  };
}

const bases = new Map<string, Problem>();

/** The problem as the library has it; it was loaded before, so this costs nothing. */
export async function baseOf({ library }: SharedState): Promise<Problem | undefined> {
  if (library === null) return undefined;
  const loaded = bases.get(library) ?? (await loadLibraryProblem(library));
  if (!('ok' in loaded)) return loaded;
  if (loaded.ok) bases.set(library, loaded.value);
  return loaded.ok ? loaded.value : undefined;
}

/** At once, since a page that is being left does not wait. */
export function keptText(state: SharedState): string {
  return writeState(state, state.library === null ? undefined : bases.get(state.library));
}

/** Longer addresses are cut by too many programs. */
export const LONGEST = 60_000;

/** The address of this state; without a fragment where that would be too long. */
export async function addressOf(state: SharedState): Promise<{ href: string; whole: boolean }> {
  const link = await linkOf(state, await baseOf(state));
  const whole = link.length <= LONGEST;
  const href = addressWith(window.location.href, whole ? state.library : null, whole ? link : '');
  return { href, whole };
}

/** For others to open as a page of their own: what this window is besides, such as a projector, stays here. */
export async function handoutAddress(state: SharedState): Promise<string> {
  const url = new URL(window.location.href);
  url.search = '';
  url.hash = await linkOf({ ...state, projector: false }, await baseOf(state));
  return url.href;
}
