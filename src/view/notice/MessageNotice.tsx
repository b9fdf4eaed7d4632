import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CloseButton } from '../controls/icons';
import { dismissMessage, type Message, messages } from './messages';
import './notice.css';

/** In milliseconds; it goes by itself, but not while it is pointed at or has the focus. */
const LASTS = 7000;
/** Who may take something back needs time to see what it was. */
const LASTS_WITH_ACTION = 15000;

function Said({ message }: { readonly message: Message }): ReactNode {
  const [held, hold] = useState(false);
  const lasts = message.action ? LASTS_WITH_ACTION : LASTS;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(dismissMessage, lasts);
    return () => clearTimeout(timer);
  }, [held, lasts]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits as long as somebody is there.
    <div
      className="notice"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <p>{message.text}</p>
      <span className="notice-buttons">
        {message.action && (
          <button
            type="button"
            className="button"
            onClick={() => {
              dismissMessage();
              message.action?.run();
            }}
          >
            {message.action.label}
          </button>
        )}
        <CloseButton name="Dismiss" onClick={dismissMessage} />
      </span>
    </div>
  );
}

let count = 0;
const keys = new WeakMap<Message, number>();
function keyOf(message: Message): number {
  const key = keys.get(message) ?? ++count;
  keys.set(message, key);
  return key;
}

/** What was just done. In a dialog it stands inside, since all else is out of reach. */
export function MessageNotice(): ReactNode {
  const message = useStore(messages, (state) => state.message);
  return <div role="status">{message && <Said key={keyOf(message)} message={message} />}</div>;
}
