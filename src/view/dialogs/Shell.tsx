import { type KeyboardEvent, type ReactNode, useLayoutEffect } from 'react';
import { useModal } from './useModal';
import './dialogs.css';

/** Of the heading of what is in it, which is its name. */
export const TITLE_ID = 'dialog-title';

interface Props {
  readonly onClose: () => void;
  /** Told of each letter that is typed ahead. */
  readonly onLetter?: (letter: string) => void;
  /** What is in it; without it the dialog is on its way. */
  readonly holds?: string | undefined;
  readonly children?: ReactNode;
}

/**
 * A native dialog: it keeps the focus, closes with Escape, and gives the focus back. While what it is to hold is on
 * its way the keys are its own already, and Escape calls it off. It is opened once: to put another in its place would
 * give the whole page its style anew, twice.
 */
export function Shell({ onClose, onLetter, holds, children }: Props): ReactNode {
  const dialog = useModal(onClose);
  useLayoutEffect(() => {
    if (holds === undefined) return;
    const first = (selector: string) => dialog.current?.querySelector<HTMLElement>(selector);
    (first('[data-first]') ?? first('input:checked') ?? first('input') ?? first('button'))?.focus();
  }, [dialog, holds]);

  if (holds !== undefined) {
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by key.
      <dialog
        ref={dialog}
        className="dialog"
        data-holds={holds}
        aria-labelledby={TITLE_ID}
        onClick={(event) => {
          if (event.target === event.currentTarget) onClose();
        }}
      >
        {children}
      </dialog>
    );
  }
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
