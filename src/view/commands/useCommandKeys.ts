import { useLayoutEffect } from 'react';
import { useBackstep } from '../hooks';
import type { Command } from './command';
import { commandFor, focusOf } from './keys';

interface Options {
  /** Below the window, where the page listens, what hears first takes the key. */
  readonly target?: EventTarget;
  /** While these keys belong to another. */
  readonly isOff?: (() => boolean) | undefined;
  /** Told of each command that a key runs. */
  readonly onRun?: (command: Command, event: KeyboardEvent) => void;
}

/** What has the page's whole attention keeps its keys. */
const isModal = () => document.querySelector('dialog:modal') !== null;

/** Runs the commands by their keys, where nobody else has taken them. */
export function useCommandKeys(commands: readonly Command[], options: Options = {}): void {
  const { target = window, isOff, onRun } = options;
  const backstep = useBackstep();
  // Before the page is painted: no key of somebody who sees it may be lost.
  useLayoutEffect(() => {
    const onKey = (event: Event) => {
      if (!(event instanceof KeyboardEvent)) return;
      if (event.defaultPrevented || isModal() || isOff?.()) return;
      const command = commandFor(commands, event, focusOf(event.target));
      if (!command) return;
      event.preventDefault();
      onRun?.(command, event);
      command.run(backstep);
    };
    target.addEventListener('keydown', onKey);
    return () => target.removeEventListener('keydown', onKey);
  }, [backstep, commands, target, isOff, onRun]);
}
