import { flushSync } from 'react-dom';
import type { Backstep } from '../../store';
import { afterPaint } from '../afterPaint';
import { closeDialog } from '../dialogs/dialogs';
import { loadTypesetter } from '../math/typeset';
import { dismissMessage, say } from '../notice/messages';
import { fitSheets } from './fitSheets';
import { sheets } from './load';
import { endJob, finishJob, printing, startJob } from './printing';
import { createTurns } from './turns';

/** Sets the sheets part by part, waits for their letters, and hands them to the browser. */
export async function run({ store }: Pick<Backstep, 'store'>): Promise<void> {
  await Promise.all([sheets.load(), loadTypesetter()]);
  flushSync(() => {
    closeDialog();
    endJob();
  });
  const turns = createTurns();
  flushSync(() => startJob(store.getState(), turns));
  say('Setting the sheets to print…');
  await turns.done;
  // Another print, or the browser's own, may have taken its place.
  if (printing.getState().job?.turns !== turns) return;
  flushSync(finishJob);
  if (document.fonts.status === 'loading') {
    await document.fonts.ready;
    fitSheets();
  }
  await afterPaint();
  dismissMessage();
  window.print();
}
