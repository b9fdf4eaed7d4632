import { useEffect } from 'react';
import { useBackstep } from '../hooks';
import { commandFor, focusOf } from './keys';
import { COMMANDS } from './table';

/** What has the page's whole attention keeps its keys. */
const isModal = () => document.querySelector('dialog:modal') !== null;

export function useKeys(): void {
  const backstep = useBackstep();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isModal()) return;
      const command = commandFor(COMMANDS, event, focusOf(event.target));
      if (!command) return;
      event.preventDefault();
      command.run(backstep);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [backstep]);
}
