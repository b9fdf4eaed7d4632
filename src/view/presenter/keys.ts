import { useEffect } from 'react';
import { commandFor, focusOf } from '../commands/keys';
import { useBackstep } from '../hooks';
import { PROJECTOR_KEYS } from '../projector/keys';

/** The page has its own for these, or they are for the window in front. */
const OTHERS: readonly string[] = ['leave', 'start', 'full-screen', 'undo', 'redo', 'help'];

const KEYS = PROJECTOR_KEYS.filter(({ id }) => !OTHERS.includes(id));
/** A clicker's start button must not load the page anew, nor turn it into the audience's. */
const SWALLOWED = PROJECTOR_KEYS.filter(({ id }) => id === 'start').concat({
  id: 'p',
  title: '',
  group: '',
  keys: [{ press: 'p', label: 'P' }],
  run: () => undefined,
});

export const keyCommand = (id: string) => KEYS.find((command) => command.id === id);

/** The clicker's keys, before the page's own, which mean a step where these mean a stop. */
export function usePresenterKeys(): void {
  const backstep = useBackstep();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog:modal')) return;
      const command = commandFor([...KEYS, ...SWALLOWED], event, focusOf(event.target));
      if (!command) return;
      event.preventDefault();
      command.run(backstep);
    };
    // Below the window, where the page listens.
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [backstep]);
}
