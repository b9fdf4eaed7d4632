import {
  type ClipboardEvent,
  type DragEvent,
  type FocusEvent,
  type KeyboardEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { entryIn, nudged } from '../../problem';
import type { Command } from '../commands/command';
import { history } from '../commands/groups/edits';
import { commandFor } from '../commands/keys';
import { useBackstep } from '../hooks';
import { parseEntry } from '../numbers/parse';
import { holdsMatrix } from './pasted';
import { nudgeOf } from './step';
import { useScrub } from './useScrub';

interface Options {
  readonly name: string;
  readonly row: number;
  readonly col: number;
  readonly value: number;
  /** Why the last edit was refused; null when there is nothing to say. */
  readonly onRefuse: (why: string | null) => void;
}

/** What every field of a number is. */
export const NUMBER_INPUT = {
  type: 'text',
  inputMode: 'decimal',
  autoComplete: 'off',
  spellCheck: false,
} as const;

export const inFull = (value: number) => (Object.is(value, -0) ? '-0' : String(value));

/** Once more after a click has set its caret; not where somebody has typed meanwhile. */
function selectAgain(field: HTMLInputElement, text: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === field && field.value === text) field.select();
  });
}

/** One number of the problem in a field: typed, moved by the arrow keys or by dragging, or pasted over. */
export function useNumberField({ name, row, col, value, onRefuse }: Options) {
  const backstep = useBackstep();
  const { store, actions } = backstep;
  const full = inFull(value);
  /** Null while nobody types here. */
  const [draft, setDraft] = useState<string | null>(null);
  /** What was taken last, until the numbers that follow from it have come. */
  const latest = useRef(full);
  if (draft === null) latest.current = full;
  const holds = useRef(false);
  const dragged = useRef(0);
  /** The field that has just got the focus, or whose number was just taken: what is typed next replaces it. */
  const fresh = useRef<HTMLInputElement | null>(null);
  useLayoutEffect(() => {
    fresh.current?.select();
    fresh.current = null;
  });

  const take = (next: number): string => {
    const edited = actions.editEntry(name, row, col, next);
    onRefuse(edited.ok ? null : `${edited.fault.error}. ${latest.current} stays.`);
    if (edited.ok) latest.current = inFull(next);
    return latest.current;
  };

  const commit = (): string => {
    const text = draft ?? latest.current;
    if (text === latest.current) return text;
    const entered = parseEntry(text, Number(latest.current));
    if (entered.ok) return take(entered.value);
    onRefuse(entered.why);
    return latest.current;
  };

  const release = () => {
    if (holds.current) actions.endGesture();
    holds.current = false;
  };

  const nudge = (by: number, repeats: boolean) => {
    // What was typed counts before it moves.
    const from = Number(commit());
    if (!repeats) {
      release();
      actions.beginGesture();
      holds.current = true;
    }
    setDraft(take(nudged(from, by)));
  };

  /** As on the rest of the page; what is being typed is taken back first. */
  const travel = (field: HTMLInputElement, { id, run }: Command) => {
    const isTyped = draft !== null && draft !== latest.current;
    if (!isTyped) {
      release();
      run(backstep);
      const { problem } = store.getState();
      const now = problem && entryIn(problem, name, row, col);
      if (typeof now === 'number') latest.current = inFull(now);
    } else if (id === 'redo') return;
    onRefuse(null);
    fresh.current = field;
    setDraft(latest.current);
  };

  const scrub = useScrub({
    onBegin() {
      dragged.current = Number(commit());
      actions.beginGesture();
    },
    onMove: (by) => setDraft(take(nudged(dragged.current, by))),
    onEnd: actions.endGesture,
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { currentTarget, key } = event;
    const command = commandFor(history, event, 'page');
    if (command) {
      event.preventDefault();
      travel(currentTarget, command);
      return;
    }
    const by = event.ctrlKey || event.metaKey ? undefined : nudgeOf(event);
    if (by !== undefined) {
      event.preventDefault();
      nudge(by, event.repeat);
      return;
    }
    // With nothing to take back, Escape is for what the field stands in.
    const isIdle = key === 'Escape' && (draft === null || draft === latest.current);
    if (isIdle || (key !== 'Enter' && key !== 'Escape')) {
      if (isIdle) onRefuse(null);
      return;
    }
    event.preventDefault();
    if (key === 'Escape') onRefuse(null);
    const text = key === 'Enter' ? commit() : latest.current;
    fresh.current = currentTarget;
    setDraft(text);
    selectAgain(currentTarget, text);
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!holdsMatrix(text)) return;
    event.preventDefault();
    const { currentTarget } = event;
    void actions.paste(name, row, col, text).then((pasted) => {
      onRefuse(pasted.ok ? null : `${pasted.fault.error}. Nothing was changed.`);
      // The numbers come from outside now.
      if (pasted.ok) currentTarget.blur();
    });
  };

  return {
    /** What is in the field while it has the focus; null while it rests. */
    draft,
    full,
    handlers: {
      ...scrub,
      // The selected number is not to be dragged into another field.
      onDragStart: (event: DragEvent<HTMLInputElement>) => event.preventDefault(),
      onPaste,
      onKeyDown,
      onKeyUp: release,
      onFocus: (event: FocusEvent<HTMLInputElement>) => {
        const { currentTarget } = event;
        fresh.current = currentTarget;
        setDraft(full);
        selectAgain(currentTarget, full);
      },
      onChange: (event: { readonly target: HTMLInputElement }) => {
        onRefuse(null);
        setDraft(event.target.value);
      },
      onBlur: () => {
        release();
        commit();
        setDraft(null);
      },
    },
  };
}
