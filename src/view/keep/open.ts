import { DEFAULT_PROBLEM, type Fault, LIBRARY, loadLibraryProblem } from '../../problem';
import { type Backstep, readState, type SharedState, stateOfLink } from '../../store';
import { start } from '../projector/projecting';
import { namesLecture, problemInAddress } from './address';
import { isKeptAs } from './leaving';
import { showAsShared } from './shared';
import { LAST_LECTURE, LAST_STATE, LOSSES, NO_LOSSES, readKept, TOUR_SEEN } from './storage';

/** What was kept when a reload or the way back brings the same address again. */
async function reloaded(): Promise<SharedState | null> {
  const [entry] = performance.getEntriesByType('navigation');
  const type = (entry as PerformanceNavigationTiming | undefined)?.type;
  if (type !== 'reload' && type !== 'back_forward') return null;
  try {
    const kept: unknown = JSON.parse(readKept('sessionStorage', LAST_STATE) ?? 'null');
    const { href, earlier, text } = kept as Readonly<Record<string, unknown>>;
    const isHere = [href, earlier].includes(window.location.href);
    return isHere && typeof text === 'string' ? stateIn(text) : null;
  } catch {
    return null;
  }
}

/** Nothing is said of what was kept and cannot be read: it was not asked for. */
async function stateIn(text: string): Promise<SharedState | null> {
  const read = await readState(text, loadLibraryProblem);
  return read.ok ? read.value : null;
}

async function show({ actions }: Backstep, state: SharedState): Promise<Fault | null> {
  const opened = await actions.openState(state);
  if (opened.ok) {
    showAsShared(state);
    if (state.projector) start();
    return null;
  }
  const { error } = opened.fault;
  return { error: `The problem in the link cannot be opened: ${error}`, where: 'link' };
}

async function bringBack(backstep: Backstep, losses: string): Promise<void> {
  const none = backstep.store.getState().losses;
  const { restoreLosses } = await import('./losses');
  await restoreLosses(backstep, losses, none);
}

/** Opens a link while the page is open; if it is refused all stays as it is, and the page says why. */
export async function openLink(backstep: Backstep, link: string): Promise<void> {
  const read = await stateOfLink(link, loadLibraryProblem);
  const fault = await (read.ok ? show(backstep, read.value) : openTaught(backstep, link));
  if (fault) backstep.store.setState({ fault });
}

/** What is no state may be a lecture; else why not. */
async function openTaught(backstep: Backstep, link: string): Promise<Fault | null> {
  return (await import('../lecture/open')).openLectureLink(backstep, link);
}

export interface Opened {
  /** The losses of before a reload are back; refused where they could not be read. */
  readonly restored: Promise<void>;
}

/**
 * In this order: the problem or the state that the address names, what was kept, the default. A page inside another
 * one does not look at what was kept.
 */
export async function openPage(backstep: Backstep, { embedded = false } = {}): Promise<Opened> {
  const { store, actions } = backstep;
  const asked = problemInAddress(window.location.search);
  const link = window.location.hash.slice(1);
  const faults: Fault[] = [];
  /** A lecture was opened, and its stop is shown. */
  let isTaught = false;
  let restored: Promise<void> = Promise.resolve();

  const attempt = async (state: SharedState | null): Promise<boolean> => {
    const fault = state ? await show(backstep, state) : null;
    if (fault) faults.push(fault);
    return state !== null && fault === null;
  };
  const fromLink = async () => {
    if (link === '') return null;
    const read = await stateOfLink(link, loadLibraryProblem);
    if (!read.ok) {
      const fault = await openTaught(backstep, link);
      isTaught = fault === null;
      if (fault) faults.push(fault);
    }
    // Where the two do not agree, somebody has typed the name.
    return read.ok && (asked === null || asked === read.value.library) ? read.value : null;
  };
  const sent = async () => {
    const isShown = await attempt(await fromLink());
    const { problem } = store.getState();
    // Leaving it loses nothing: the link has it.
    if (isShown && problem) isKeptAs(problem);
    return isShown;
  };
  const fromName = async () => {
    if (asked === null) return false;
    if (LIBRARY.some(({ id }) => id === asked)) return (await actions.openLibrary(asked)).ok;
    const unknown = await loadLibraryProblem(asked);
    if (!unknown.ok) faults.push(unknown.fault);
    return false;
  };
  const fromReload = async () => {
    const isShown = await attempt(await reloaded());
    const losses = readKept('sessionStorage', LOSSES) ?? NO_LOSSES;
    if (isShown && losses !== NO_LOSSES) restored = bringBack(backstep, losses);
    // Whoever keeps them is told.
    restored.catch(() => undefined);
    return isShown;
  };
  const last = async () => {
    const isPlain = asked === null && link === '' && !embedded;
    const text = isPlain ? readKept('localStorage', LAST_STATE) : null;
    return text === null ? null : stateIn(text);
  };

  // Beside a stop the address says where, too.
  const fromLecture = async () => {
    if (!namesLecture(window.location.search) || link !== '') return false;
    const fault = await (await import('../lecture/open')).openLectureAddress(backstep);
    if (fault) faults.push(fault);
    isTaught = fault === null;
    return isTaught;
  };

  const opened =
    (await fromLecture()) ||
    (await fromReload()) ||
    (await sent()) ||
    isTaught ||
    (await fromName()) ||
    (await attempt(await last()));
  // The lecture that was open stays open, wherever in the problem one stood.
  const wasTaught =
    namesLecture(window.location.search) || readKept('sessionStorage', LAST_LECTURE);
  if (!isTaught && faults.length === 0 && wasTaught)
    await (await import('../lecture/open')).reopenLecture(backstep);
  const failed = store.getState().fault;
  if (!opened) await actions.openLibrary(DEFAULT_PROBLEM);
  const fault = faults[0] ?? (opened ? null : failed);
  if (fault) store.setState({ fault });
  return { restored };
}

/** Somebody pastes a link into the address of the open page. */
export function followAddress(open: (link: string) => Promise<void>): () => void {
  // Not what the address is now: it may have been written anew in between.
  const onChange = ({ newURL }: HashChangeEvent) => {
    const link = new URL(newURL).hash.slice(1);
    if (link !== '') void open(link);
  };
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** Whether somebody comes for the first time, with nothing kept and nothing asked for. */
export function isFirstVisit(): boolean {
  const { search, hash } = window.location;
  return (
    problemInAddress(search) === null &&
    hash.length < 2 &&
    !namesLecture(search) &&
    readKept('localStorage', LAST_STATE) === null &&
    readKept('localStorage', TOUR_SEEN) === null
  );
}
