import { useCallback, useState } from 'react';
import type { Command } from '../commands/command';
import { useCommandKeys } from '../commands/useCommandKeys';
import { PROJECTOR_KEYS } from './keys';

/** How many the corner shows. */
const LAST = 4;

/** The audience's window takes all from the presenter, but how large it is. */
const AUDIENCE_KEYS = PROJECTOR_KEYS.filter(({ id }) => id === 'full-screen');

/** Runs the keys; the labels of the last ones that were pressed. */
export function useProjectorKeys(isAudience: boolean): readonly string[] {
  const [pressed, setPressed] = useState<readonly string[]>([]);
  const onRun = useCallback(({ keys }: Command, event: KeyboardEvent) => {
    const key = keys?.find(({ press }) => press.toLowerCase() === event.key.toLowerCase());
    const label = (key ?? keys?.[0])?.label ?? '';
    setPressed((before) => [...before, label].slice(-LAST));
  }, []);
  useCommandKeys(isAudience ? AUDIENCE_KEYS : PROJECTOR_KEYS, { onRun });
  return pressed;
}
