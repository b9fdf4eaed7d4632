import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { CloseButton } from '../controls/icons';
import { refused } from './clipboard';
import './export.css';

const close = () => refused.setState({ refused: null });

/** The text that could not be copied, selected, so that Ctrl C takes it. */
export function RefusedDialog(): ReactNode {
  const held = useStore(refused, (state) => state.refused);
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!held || !dialog.current) return;
    if (!dialog.current.open) dialog.current.showModal();
    field.current?.select();
  }, [held]);
  if (!held) return null;
  return (
    <dialog ref={dialog} className="refused" aria-label={`Copy as ${held.as}`} onClose={close}>
      <div className="refused-head">
        <p>The browser does not let this page write to the clipboard. Copy the text from here.</p>
        <CloseButton onClick={() => dialog.current?.close()} />
      </div>
      <textarea ref={field} readOnly value={held.text} aria-label={held.as} spellCheck={false} />
    </dialog>
  );
}
