import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../problem';
import { readKept, writeKept } from '../keep/storage';

/** What was typed and cannot be calculated yet. */
export interface Draft {
  readonly text: string;
  /** The program that stays on the screen meanwhile. */
  readonly over: string;
  /** None until the typing rests: a half-written line is no error. */
  readonly faults: readonly Fault[];
}

interface Editing {
  readonly open: boolean;
  readonly draft: Draft | null;
  /** Changes where the whole text is to be selected, so that typing replaces it. */
  readonly replace: number;
}

/** Of this tab, so that a reload loses nothing that was typed. */
const KEY = 'backstep.editor.1';

function kept(): Pick<Editing, 'open' | 'draft'> {
  try {
    const found: unknown = JSON.parse(readKept('sessionStorage', KEY) ?? 'null');
    const { open, text, over } = found as Record<string, unknown>;
    const isDraft = typeof text === 'string' && typeof over === 'string';
    return { open: open === true, draft: isDraft ? { text, over, faults: [] } : null };
  } catch {
    return { open: false, draft: null };
  }
}

export const editing = createStore<Editing>()(() => ({ ...kept(), replace: 0 }));

editing.subscribe(({ open, draft }, before) => {
  if (open === before.open && draft?.text === before.draft?.text) return;
  const entry = { open, ...(draft && { text: draft.text, over: draft.over }) };
  writeKept('sessionStorage', KEY, JSON.stringify(entry));
});

export const openEditor = () => editing.setState({ open: true });
export const closeEditor = () => editing.setState({ open: false });

/** `program, line 3, column 5` → 3 */
export function lineOf({ where }: Fault): number | undefined {
  const line = /line (\d+)/.exec(where)?.[1];
  return line === undefined ? undefined : Number(line);
}
