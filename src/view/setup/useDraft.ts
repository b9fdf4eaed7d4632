import { type ChangeEvent, type KeyboardEvent, useState } from 'react';

/** A text field whose text counts when it is left, or at Enter. */
export function useDraft(value: number, commit: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const end = () => {
    if (draft !== null) commit(draft);
    setDraft(null);
  };
  return {
    type: 'text',
    autoComplete: 'off',
    value: draft ?? value,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setDraft(event.target.value),
    onBlur: end,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') end();
    },
  } as const;
}

/** What was typed as a number; nothing is none. */
export const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
