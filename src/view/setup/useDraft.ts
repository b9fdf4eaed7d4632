import { type ChangeEvent, type KeyboardEvent, useState } from 'react';
import { history } from '../commands/groups/edits';
import { commandFor } from '../commands/keys';
import { useBackstep } from '../hooks';

const LONGEST = 60;

/** A text field whose text counts when it is left, or at Enter; Escape takes back what is being typed. */
export function useDraft(value: number, commit: (text: string) => void) {
  const backstep = useBackstep();
  const [draft, setDraft] = useState<string | null>(null);
  const end = () => {
    if (draft !== null) commit(draft);
    setDraft(null);
  };
  return {
    type: 'text',
    // What is longer is no number; a field that lays out a book takes seconds.
    maxLength: LONGEST,
    autoComplete: 'off',
    value: draft ?? value,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setDraft(event.target.value),
    onBlur: end,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') return end();
      // With nothing typed they are the page's: the field's own undo would show what the problem is not.
      const command = draft === null ? commandFor(history, event, 'page') : undefined;
      if (!command && (draft === null || event.key !== 'Escape')) return;
      event.preventDefault();
      if (command) command.run(backstep);
      setDraft(null);
    },
  } as const;
}

/** What was typed as a number; nothing is none. */
export const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
