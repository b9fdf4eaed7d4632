import {
  type ClipboardEvent,
  type DragEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
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

/** Milliseconds after which a number is shown without what follows from it. */
const LONG = 50;

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

/**
 * One number of the problem in a field: typed, moved by the arrow keys or by dragging, or pasted over. What is moved is
 * written with all that follows from it, in one frame: before, the key cost a frame of its own.
 */
export function useNumberField({ name, row, col, value, onRefuse: tellRefusal }: Options) {
  const backstep = useBackstep();
  const { store, actions } = backstep;
  const full = inFull(value);
  const [hasFocus, setHasFocus] = useState(false);
  /** What stands in the field instead of the number of what is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  /** Of what was typed that which is a number of the problem already. */
  const taken = useRef<string | null>(null);
  /** What was typed last was refused, and that is still said. */
  const isRefused = useRef(false);
  const onRefuse = (why: string | null) => {
    isRefused.current = why !== null;
    tellRefusal(why);
  };
  /** What was taken last, of which the numbers may still be on their way. */
  const latest = (): string => {
    const { problem } = store.getState();
    return inFull((problem && entryIn(problem, name, row, col)) ?? value);
  };
  /** What was typed is no number of the problem yet; asked when it counts, as an event may come before a rendering. */
  const isPending = () => typed !== null && typed !== taken.current && typed !== latest();
  const holds = useRef(false);
  const dragged = useRef(0);
  /** The field that has just got the focus, or whose number was just taken: what is typed next replaces it. */
  const fresh = useRef<HTMLInputElement | null>(null);
  /** The next click selects the whole number, as the first does; the one after it sets the caret. */
  const isSettled = useRef(false);
  useLayoutEffect(() => {
    fresh.current?.select();
    fresh.current = null;
  });

  const settle = (field: HTMLInputElement) => {
    fresh.current = field;
    isSettled.current = true;
  };

  const take = (next: number): string => {
    const edited = actions.editEntry(name, row, col, next);
    onRefuse(edited.ok ? null : `${edited.fault.error}. ${latest()} stays.`);
    return latest();
  };

  const commit = (): string => {
    const before = latest();
    if (typed === null || !isPending()) return before;
    const entered = parseEntry(typed, Number(before));
    if (entered.ok) return take(entered.value);
    onRefuse(entered.why);
    return before;
  };

  /** A number of the problem, before what follows from it is there. */
  const showTaken = (text: string) => {
    taken.current = text;
    setTyped(text);
  };

  /** The field shows the number when what follows from it has come; where that takes long, before it. */
  const move = (to: number) => {
    take(to);
    setTyped(null);
    window.setTimeout(() => {
      const { shown, problem } = store.getState();
      if (shown?.problem === problem) return;
      taken.current = latest();
      setTyped((text) => text ?? taken.current);
    }, LONG);
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
    move(nudged(from, by));
  };

  /** Nothing is being typed any more; what comes next replaces the number. */
  const rest = (field: HTMLInputElement, text: string) => {
    settle(field);
    showTaken(text);
    selectAgain(field, text);
  };

  /** As on the rest of the page; what is being typed is taken back first. */
  const travel = (field: HTMLInputElement, { id, run }: Command) => {
    if (!isPending()) {
      release();
      run(backstep);
    } else if (id === 'redo') return;
    onRefuse(null);
    settle(field);
    showTaken(latest());
  };

  const scrub = useScrub({
    onBegin() {
      dragged.current = Number(commit());
      actions.beginGesture();
    },
    onMove: (by) => move(nudged(dragged.current, by)),
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
    const isIdle = key === 'Escape' && !isPending() && !isRefused.current;
    if (isIdle || (key !== 'Enter' && key !== 'Escape')) {
      if (isIdle) onRefuse(null);
      return;
    }
    event.preventDefault();
    if (key === 'Escape') onRefuse(null);
    rest(currentTarget, key === 'Enter' ? commit() : latest());
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!holdsMatrix(text)) return;
    event.preventDefault();
    const { currentTarget } = event;
    void actions.paste(name, row, col, text).then((pasted) => {
      onRefuse(pasted.ok ? null : `${pasted.fault.error}. Nothing was changed.`);
      if (pasted.ok && document.activeElement === currentTarget) rest(currentTarget, latest());
    });
  };

  return {
    /** What is in the field while it has the focus; null while it rests. */
    draft: hasFocus ? (isPending() || typed === latest() ? typed : full) : null,
    full,
    handlers: {
      ...scrub,
      // The selected number is not to be dragged into another field.
      onDragStart: (event: DragEvent<HTMLInputElement>) => event.preventDefault(),
      onPaste,
      onKeyDown,
      onKeyUp: release,
      onClick: ({ currentTarget }: MouseEvent<HTMLInputElement>) => {
        if (isSettled.current && !isPending()) selectAgain(currentTarget, currentTarget.value);
        isSettled.current = false;
      },
      onFocus: (event: FocusEvent<HTMLInputElement>) => {
        const { currentTarget } = event;
        settle(currentTarget);
        setHasFocus(true);
        setTyped(null);
        selectAgain(currentTarget, full);
      },
      onChange: (event: { readonly target: HTMLInputElement }) => {
        onRefuse(null);
        setTyped(event.target.value);
      },
      onBlur: () => {
        release();
        commit();
        setTyped(null);
        setHasFocus(false);
      },
    },
  };
}
