import type { StoreApi } from 'zustand/vanilla';
import type { Look } from '../../store/channel';
import { projecting } from '../projector/projecting';

/** What holds at once; the rest belongs to a step, and comes with it. */
export const OF_SCREEN = [
  'theme',
  'scale',
  'blank',
  'pointer',
  'magnifier',
  'predict',
  'corner',
  'help',
  'code',
] as const satisfies readonly (keyof Look)[];

export const OF_STEP = ['hidden', 'view', 'page'] as const satisfies readonly (keyof Look)[];

const pick = <T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

export const lookNow = (): Look => pick(projecting.getState(), [...OF_SCREEN, ...OF_STEP]);

/** Only what differs, so that nothing is drawn anew for nothing. */
export function renew<T extends object>(
  store: Pick<StoreApi<T>, 'getState' | 'setState'>,
  to: Partial<T>,
): void {
  const now = store.getState();
  const keys = Object.keys(to) as (keyof T)[];
  const changed = keys.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(to[key]));
  if (changed.length > 0) store.setState(pick<Partial<T>, keyof T>(to, changed));
}

export function takeLook(look: Look, keys: readonly (keyof Look)[]): void {
  renew(projecting, pick(look, keys));
}
