import { createStore } from 'zustand/vanilla';

export interface Message {
  readonly text: string;
  /** Something that can be taken back, or done about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What the page says after something was done; the last only. */
export const messages = createStore<{ readonly message: Message | null }>()(() => ({
  message: null,
}));

export function say(text: string, action?: Message['action']): void {
  messages.setState({ message: action ? { text, action } : { text } });
}

export function dismissMessage(): void {
  messages.setState({ message: null });
}

const said = new Set<string>();

/** What holds as long as the page is open need not be said twice. */
export function sayOnce(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  say(text);
}
