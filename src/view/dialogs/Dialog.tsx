import { type ReactNode, useLayoutEffect } from 'react';
import { CloseButton } from '../controls/icons';
import { MessageNotice } from '../notice/MessageNotice';
import { closeDialog } from './dialogs';
import { useModal } from './useModal';
import './dialogs.css';

interface Props {
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A native dialog: it keeps the focus, closes with Escape, and gives the focus back. */
export function Dialog({ title, className = '', children }: Props): ReactNode {
  const dialog = useModal(closeDialog);
  useLayoutEffect(() => dialog.current?.querySelector('input')?.focus(), [dialog]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by key.
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={title}
      onClick={(event) => {
        if (event.target === event.currentTarget) closeDialog();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2>{title}</h2>
          <CloseButton hint="Esc" onClick={closeDialog} />
        </header>
        {children}
        <MessageNotice />
      </div>
    </dialog>
  );
}
