import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { Icon } from '../controls/icons';
import { closeDialog } from '../dialogs/dialogs';
import { TITLE_ID } from '../dialogs/Shell';
import { useBackstep, useSelect } from '../hooks';
import { handoutAddress, sharedOf } from '../keep/shared';
import { MessageNotice } from '../notice/MessageNotice';
import { saveFile } from '../topbar/file';
import { CodePicture } from './CodePicture';
import { codeOf } from './code';

/** The address of what is on the screen, whatever it becomes while the code stands there. */
function useHandout(): string | null {
  const { store } = useBackstep();
  const [address, setAddress] = useState<string | null>(null);
  const state = useSelect((all) => all);
  useEffect(() => {
    const shared = sharedOf(store.getState());
    let isOld = false;
    if (shared && state)
      void handoutAddress(shared).then((href) => {
        if (!isOld) setAddress(href);
      });
    return () => {
      isOld = true;
    };
  }, [store, state]);
  return address;
}

/** A clicker has no Escape: what goes on takes the code away first. */
const CLOSING: readonly string[] = [
  'PageDown',
  'PageUp',
  'ArrowRight',
  'ArrowLeft',
  'ArrowUp',
  'ArrowDown',
  'q',
  'Q',
];

function TooLong(): ReactNode {
  const backstep = useBackstep();
  return (
    <div className="qr-none">
      <p role="alert">
        This problem is too long for a QR code that a camera could read. Save it to a file and hand
        that out, or copy its link and send it.
      </p>
      <button type="button" className="button" onClick={() => saveFile(backstep)}>
        Save to a file
      </button>
      <MessageNotice />
    </div>
  );
}

/** The link of what is on the screen, for cameras in the last row: black on white, whatever the theme. */
export function QrCode(): ReactNode {
  const address = useHandout();
  const code = address === null ? null : codeOf(address);

  const onKeyDown = (event: KeyboardEvent) => {
    // Behind it nothing moves; Escape is the dialog's own.
    event.stopPropagation();
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || !CLOSING.includes(event.key)) return;
    event.preventDefault();
    closeDialog();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes the keys that are meant for what lies behind it.
    <div className="qr" tabIndex={-1} data-first="" onKeyDown={onKeyDown}>
      <h2 id={TITLE_ID} className="sr-only">
        QR code of this link
      </h2>
      <button
        type="button"
        className="qr-close"
        aria-label="Close"
        title="Close (Esc)"
        onClick={closeDialog}
      >
        <Icon name="close" />
      </button>
      {code && address !== null && <CodePicture code={code} address={address} />}
      {address !== null && !code && <TooLong />}
    </div>
  );
}
