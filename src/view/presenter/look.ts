import type { Look } from '../../store/channel';
import { type Projecting, projecting } from '../projector/projecting';

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

const pick = <K extends keyof Look>(look: Look, keys: readonly K[]): Pick<Look, K> =>
  Object.fromEntries(keys.map((key) => [key, look[key]])) as Pick<Look, K>;

export const lookNow = (): Look => pick(projecting.getState(), [...OF_SCREEN, ...OF_STEP]);

/** Only what differs, so that nothing is drawn anew for nothing. */
export function takeLook(look: Look, keys: readonly (keyof Look)[]): void {
  const now: Projecting = projecting.getState();
  const changed = keys.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(look[key]));
  if (changed.length > 0) projecting.setState(pick(look, changed));
}
