import type { Backstep } from '../../store';
import { useCommandKeys } from '../commands/useCommandKeys';
import { PROJECTOR_KEYS } from '../projector/keys';
import { toggleCode } from './code';

/** The page has its own for these, or they are for the window in front. */
const OTHERS: readonly string[] = ['leave', 'start', 'full-screen', 'undo', 'redo', 'help'];

const KEYS = PROJECTOR_KEYS.filter(({ id }) => !OTHERS.includes(id)).map((command) =>
  // For the audience, not for whoever presents.
  command.id === 'qr-code'
    ? { ...command, run: (backstep: Backstep) => void toggleCode(backstep) }
    : command,
);
/** A clicker's start button must not load the page anew, nor turn it into the audience's. */
const SWALLOWED = PROJECTOR_KEYS.filter(({ id }) => id === 'start').concat({
  id: 'p',
  title: '',
  group: '',
  keys: [{ press: 'p', label: 'P' }],
  run: () => undefined,
});
const HEARD = [...KEYS, ...SWALLOWED];

export const keyCommand = (id: string) => KEYS.find((command) => command.id === id);

/** The clicker's keys, before the page's own, which mean a step where these mean a stop. */
export const usePresenterKeys = (): void => useCommandKeys(HEARD, { target: document });
