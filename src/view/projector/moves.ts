import type { Actions, Backstep } from '../../store';
import { lecture } from '../lecture/lecture';
import { arrive, paging, projecting, reveal, turnPage } from './projecting';

/** A picture that was blanked, or gave way to a code, comes back first; nothing else happens then. */
function unblank(): boolean {
  const { blank, code } = projecting.getState();
  if (blank === 'none' && code === null) return false;
  projecting.setState({ blank: 'none', code: null });
  return true;
}

const isTeaching = () => lecture.store.getState().lecture !== null;

/** A stop brings what it hides with it; a step hides nothing but its result, where it is to be foretold. */
function goTo({ store, actions }: Backstep, name: 'next' | 'previous' | 'first' | 'last'): void {
  if (isTeaching()) {
    lecture.actions[name]();
    return;
  }
  const before = store.getState().cursor;
  const go: Actions[typeof name] = actions[name];
  go();
  // At the end one stays where one is, also on its last page.
  if (store.getState().cursor !== before) arrive([], projecting.getState().view);
}

/** First what is covered on this page, then the next page, then the next step or stop. */
export function forward(backstep: Backstep): void {
  if (unblank()) return;
  if (paging.getState().isCovered && reveal()) return;
  if (turnPage(1) || reveal()) return;
  goTo(backstep, 'next');
}

export function back(backstep: Backstep): void {
  if (unblank() || turnPage(-1)) return;
  goTo(backstep, 'previous');
}

export function toStart(backstep: Backstep): void {
  unblank();
  goTo(backstep, 'first');
}

export function toEnd(backstep: Backstep): void {
  unblank();
  goTo(backstep, 'last');
}
