import { edits } from '../commands/groups/edits';
import { steps } from '../commands/groups/steps';
import { useCommandKeys } from '../commands/useCommandKeys';

/** They need the whole page. */
const NOT_HERE: readonly string[] = ['set-up', 'edit-program', 'show-as-program'];
const EMBED_COMMANDS = [...steps, ...edits].filter(({ id }) => !NOT_HERE.includes(id));

/** A frame hears only the keys that are pressed while it has the focus. */
export const useEmbedKeys = (): void => useCommandKeys(EMBED_COMMANDS);
