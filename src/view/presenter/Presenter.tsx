import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { PresenterSession } from '../../store/channel';
import { useBackstep } from '../hooks';
import { openLectures } from '../lecture/view';
import { projecting } from '../projector/projecting';
import { Clock } from './Clock';
import { Controls } from './Controls';
import { keyCommand, usePresenterKeys } from './keys';
import { audienceAddress, endPresenting, openAudience, presenting } from './mode';
import { Notes } from './Notes';
import { Preview } from './Preview';
import { presenter, startPresenter } from './wire';
import './presenter.css';
import './hidden.css';

const PRESENCE = {
  none: 'The audience’s window is not open.',
  gone: 'The audience’s window was closed.',
  silent: 'The audience’s window does not answer.',
  here: '',
} as const;

/** Whether the audience sees anything, and the way to it. */
function Connection({ channel, session }: { channel: string; session: PresenterSession | null }) {
  const { presence, isActive } = useStore(presenter);
  const isBlocked = useStore(presenting, (state) => state.isBlocked);
  if (!isActive) {
    return (
      <div className="presenter-alert" role="alert">
        <p>Another window has become the presenter’s.</p>
        <button type="button" className="button" onClick={() => session?.present()}>
          Present from here
        </button>
      </div>
    );
  }
  if (presence === 'here') return null;
  return (
    <div className="presenter-alert" role="status">
      <p>
        {PRESENCE[presence]}
        {isBlocked && (
          <>
            {' The browser did not let it open. Allow pop-ups for this page, or open '}
            <a href={audienceAddress(channel)} target="_blank" rel="noreferrer">
              this link
            </a>
            {' by hand and drag its window to the projector.'}
          </>
        )}
      </p>
      <button type="button" className="button strong" onClick={openAudience}>
        {presence === 'none' ? 'Open the audience’s window' : 'Open it again'}
      </button>
    </div>
  );
}

/** On the page itself, too, it is marked. */
function useHiddenMarks(): void {
  const hidden = useStore(projecting, (state) => state.hidden.join(' '));
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.hides = hidden;
    return () => {
      delete dataset.hides;
    };
  }, [hidden]);
}

/** Beside the page: what the audience sees, what comes next, notes, clock and the controls of the picture. */
export default function Presenter({ channel }: { readonly channel: string }): ReactNode {
  const backstep = useBackstep();
  const live = useRef<PresenterSession | null>(null);
  const [session, setSession] = useState<PresenterSession | null>(null);
  usePresenterKeys();
  useHiddenMarks();
  useEffect(() => {
    projecting.setState({ on: false });
    const { session: own, stop } = startPresenter(backstep, channel);
    live.current = own;
    setSession(own);
    return stop;
  }, [backstep, channel]);
  const press = (id: string) => keyCommand(id)?.run(backstep);
  return (
    <aside className="presenter" aria-label="Presenter">
      <header className="presenter-head">
        <Clock />
        <span>
          <button type="button" className="button plain" onClick={openLectures}>
            Lecture…
          </button>
          <button type="button" className="button plain" onClick={endPresenting}>
            End
          </button>
        </span>
      </header>
      <Connection channel={channel} session={session} />
      <Preview channel={channel} onPoint={(at) => live.current?.point(at)} />
      <div className="presenter-go">
        <button type="button" className="button" onClick={() => press('back')}>
          Back
        </button>
        <button type="button" className="button strong" onClick={() => press('forward')}>
          Next
        </button>
      </div>
      <Notes />
      <Controls />
    </aside>
  );
}
