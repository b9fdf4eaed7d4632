import { useEffect } from 'react';
import { useBackstep } from '../hooks';
import { projecting } from '../projector/projecting';
import { commandFor, focusOf } from './keys';
import { COMMANDS } from './table';

/** What has the page's whole attention keeps its keys. */
const isModal = () => document.querySelector('dialog:modal') !== null;

export function useKeys(): void {
  const backstep = useBackstep();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // In projector mode the keys are the projector's.
      if (event.defaultPrevented || isModal() || projecting.getState().on) return;
      const command = commandFor(COMMANDS, event, focusOf(event.target));
      if (!command) return;
      event.preventDefault();
      command.run(backstep);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [backstep]);
}
