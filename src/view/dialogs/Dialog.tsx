import type { ReactNode } from 'react';
import { CloseButton } from '../controls/icons';
import { MessageNotice } from '../notice/MessageNotice';
import { closeDialog } from './dialogs';
import { TITLE_ID } from './Shell';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** What a dialog holds, under its title. */
export function Dialog({ title, children }: Props): ReactNode {
  return (
    <div className="dialog-body">
      <header className="dialog-head">
        <h2 id={TITLE_ID}>{title}</h2>
        <CloseButton hint="Esc" onClick={closeDialog} />
      </header>
      {children}
      <MessageNotice />
    </div>
  );
}
