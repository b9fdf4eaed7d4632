import type { KeyboardEvent, ReactNode } from 'react';
import { useModal } from './useModal';
import './dialogs.css';

interface Props {
  readonly onClose: () => void;
  /** Told of each letter that is typed ahead. */
  readonly onLetter?: (letter: string) => void;
}

/** Stands for a dialog that is on its way: the keys are its own already, and Escape calls it off. */
export function Coming({ onClose, onLetter }: Props): ReactNode {
  const dialog = useModal(onClose);
  const onKeyDown = (event: KeyboardEvent) => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isLetter) return;
    event.preventDefault();
    onLetter?.(event.key);
  };
  return (
    <dialog ref={dialog} className="dialog coming" aria-label="Loading" onKeyDown={onKeyDown}>
      <p role="status">Loading …</p>
    </dialog>
  );
}
