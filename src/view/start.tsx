import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from '../store';
import { spawnWorker } from '../worker';
import { App } from './App';
import { tour } from './dialogs/dialogs';
import { BackstepContext } from './hooks';
import { followState } from './keep/follow';
import { followAddress, isFirstVisit, openPage } from './keep/open';
import { keepTheme } from './keep/theme';
import { loadTypesetter } from './math/typeset';

/** Brings the page to life in `root`, with the problem that the address names. */
export function start(root: HTMLElement): void {
  const backstep = createStore({ spawn: spawnWorker });
  createRoot(root).render(
    <StrictMode>
      <BackstepContext value={backstep}>
        <App />
      </BackstepContext>
    </StrictMode>,
  );
  keepTheme(backstep);
  // Before anything is kept, and for nobody who comes with a link.
  if (isFirstVisit()) tour.setState({ stop: 0 });
  void openPage(backstep).then(() => {
    followState(backstep);
    followAddress(backstep);
  });
  // After the page, which can be used without it.
  requestAnimationFrame(() => window.setTimeout(() => void loadTypesetter(), 0));
}
