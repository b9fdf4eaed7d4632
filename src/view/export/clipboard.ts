import { createStore } from 'zustand/vanilla';
import { say } from '../notice/messages';

/** A text that the browser would not let onto the clipboard: it is shown, to be copied by hand. */
export interface Refused {
  readonly text: string;
  /** `LaTeX` */
  readonly as: string;
}

export const refused = createStore<{ readonly refused: Refused | null }>()(() => ({
  refused: null,
}));

/** Copies and says so; where the clipboard is refused the text is shown, selected. */
export async function copyText(text: string, as: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied as ${as}`);
  } catch {
    refused.setState({ refused: { text, as } });
  }
}
