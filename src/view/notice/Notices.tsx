import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { CloseButton } from '../controls/icons';
import { dialogs } from '../dialogs/dialogs';
import { useActions, useSelect } from '../hooks';
import { MessageNotice } from './MessageNotice';
import { messageOf } from './wayOut';
import './notice.css';

function FaultNotice(): ReactNode {
  const fault = useSelect((state) => state.fault);
  const isOpen = useSelect((state) => state.shown !== null);
  const { dismissFault } = useActions();
  if (!fault) return null;
  const { what, where, wayOut } = messageOf(fault, isOpen);
  return (
    <div className="notice wrong" role="alert">
      <p>
        <strong>{what}</strong> {where && <span className="where">at {where}</span>} {wayOut}
      </p>
      <CloseButton name="Dismiss" onClick={dismissFault} />
    </div>
  );
}

function EngineNotice(): ReactNode {
  const engine = useSelect((state) => state.engine);
  const { restartEngine } = useActions();
  if (engine === 'restarting') {
    return (
      <div className="notice" role="status">
        <p>The calculation stopped and is being started again. Nothing you entered is lost.</p>
      </div>
    );
  }
  if (typeof engine === 'string') return null;
  return (
    <div className="notice wrong" role="alert">
      <p>{engine.failed}</p>
      <button type="button" className="button" onClick={restartEngine}>
        Start again
      </button>
    </div>
  );
}

/** They lie over the page, so that nothing moves when one comes or goes. */
export function Notices(): ReactNode {
  const dialog = useStore(dialogs, (state) => state.open);
  return (
    <div className="notices">
      <FaultNotice />
      <EngineNotice />
      {dialog === null && <MessageNotice />}
    </div>
  );
}
