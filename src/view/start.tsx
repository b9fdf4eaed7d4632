import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from '../store';
import { spawnWorker } from '../worker';
import { App } from './App';
import { keepAddress, openFromAddress } from './address';
import { BackstepContext } from './hooks';
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
  void openFromAddress(backstep).then(() => keepAddress(backstep));
  // After the page, which can be used without it.
  requestAnimationFrame(() => window.setTimeout(() => void loadTypesetter(), 0));
}
