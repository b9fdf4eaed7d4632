import { useLayoutEffect, useState } from 'react';
import { commandFor, focusOf } from '../commands/keys';
import { useBackstep } from '../hooks';
import { PROJECTOR_KEYS } from './keys';

/** How many the corner shows. */
const LAST = 4;

/** Runs the keys; the labels of the last ones that were pressed. */
export function useProjectorKeys(isAudience: boolean): readonly string[] {
  const backstep = useBackstep();
  const [pressed, setPressed] = useState<readonly string[]>([]);
  // Before it is painted: no key of somebody who sees it may be lost.
  useLayoutEffect(() => {
    // The audience's window takes all from the presenter, but how large it is.
    const table = isAudience
      ? PROJECTOR_KEYS.filter(({ id }) => id === 'full-screen')
      : PROJECTOR_KEYS;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commandFor(table, event, focusOf(event.target));
      if (!command) return;
      event.preventDefault();
      const key = command.keys?.find(
        ({ press }) => press.toLowerCase() === event.key.toLowerCase(),
      );
      const label = key?.label ?? command.keys?.[0]?.label ?? '';
      setPressed((before) => [...before, label].slice(-LAST));
      command.run(backstep);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [backstep, isAudience]);
  return pressed;
}
