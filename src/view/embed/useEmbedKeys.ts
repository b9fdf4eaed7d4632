import { useEffect } from 'react';
import { commandFor, focusOf } from '../commands/keys';
import { COMMANDS } from '../commands/table';
import { useBackstep } from '../hooks';

/** Of all commands those that a frame has room for; the others need the whole page. */
const GROUPS: readonly string[] = ['Steps', 'Edit'];
const NOT_HERE: readonly string[] = ['set-up', 'edit-program', 'show-as-program'];
export const EMBED_COMMANDS = COMMANDS.filter(
  ({ id, group }) => GROUPS.includes(group) && !NOT_HERE.includes(id),
);

/** A frame hears only the keys that are pressed while it has the focus. */
export function useEmbedKeys(): void {
  const backstep = useBackstep();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog:modal')) return;
      const command = commandFor(EMBED_COMMANDS, event, focusOf(event.target));
      if (!command) return;
      event.preventDefault();
      command.run(backstep);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [backstep]);
}
