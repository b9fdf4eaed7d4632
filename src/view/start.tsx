import { createRoot } from 'react-dom/client';
import { type Backstep, createStore } from '../store';
import { spawnBegun } from '../worker';
import { App } from './App';
import { afterPaint } from './afterPaint';
import { tour } from './dialogs/dialogs';
import { isEmbedded } from './embed/isEmbedded';
import { BackstepContext } from './hooks';
import { followState } from './keep/follow';
import { leaving } from './keep/leaving';
import { followAddress, isFirstVisit, openLink, openPage } from './keep/open';
import { keepReader } from './keep/reader';
import { FIRST_FORMULAS } from './math/first-formulas';
import { loadTypesetter, preset } from './math/typeset';
import { moveByInserting } from './moving';
import { Overlays } from './Overlays';
import { audienceIn, resumePresenting } from './presenter/mode';

/** When numbers are there, or a sentence why there are none. */
function onceShown({ store }: Backstep): Promise<void> {
  return new Promise((done) => {
    const stop = store.subscribe(({ shown, fault }) => {
      if (!shown && !fault) return;
      stop();
      done();
    });
  });
}

/** In milliseconds: so long the outline stands, so that a page is drawn once, with its numbers, and not twice. */
const PATIENCE = 250;
const patience = () => new Promise<void>((done) => setTimeout(done, PATIENCE));

/** Brings the page to life in `root`, with the problem that the address names. */
export function start(root: HTMLElement): void {
  moveByInserting();
  const backstep = createStore({ spawn: spawnBegun });
  preset(FIRST_FORMULAS);
  const page = createRoot(root);
  if (isEmbedded(window.location.search)) {
    void import('./embed/start').then(({ startEmbedded }) => startEmbedded(page, backstep));
    return;
  }
  const audience = audienceIn(window.location.search);
  if (audience !== null) {
    void import('./presenter/audience').then(({ startAudience }) =>
      startAudience(page, backstep, audience),
    );
    return;
  }
  resumePresenting(window.location.search);
  keepReader(backstep);
  const shown = onceShown(backstep);
  const rendered = Promise.race([shown, patience()]).then(() =>
    page.render(
      <BackstepContext value={backstep}>
        <App />
        <Overlays />
      </BackstepContext>,
    ),
  );
  // Asked before anything is kept; nobody who comes with a link is met by the tour.
  const isFirst = isFirstVisit();
  const opened = Promise.all([shown, rendered]).then(afterPaint);
  if (isFirst) void opened.then(() => tour.setState({ stop: 0 }));
  // On a first visit the formulas of the step are there already, and the page can be used without the others.
  void (isFirst ? opened : afterPaint()).then(loadTypesetter);
  void openPage(backstep).then(({ restored }) => {
    followState(backstep, restored);
    followAddress((link) => leaving(backstep, () => openLink(backstep, link)));
  });
}
