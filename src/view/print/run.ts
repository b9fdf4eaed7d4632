import { flushSync } from 'react-dom';
import type { Backstep } from '../../store';
import { afterPaint } from '../afterPaint';
import { closeDialog, dialogs } from '../dialogs/dialogs';
import { loadTypesetter } from '../math/typeset';
import { dismissMessage, messages, say } from '../notice/messages';
import { fitSheets } from './fitSheets';
import { sheets } from './load';
import { endJob, finishJob, printing, startJob } from './printing';
import { createTurns } from './turns';

const SETTING = 'Setting the sheets to print…';
/** In milliseconds: what takes no longer is not spoken of. */
const PATIENCE = 300;

/** Sets the sheets part by part, waits for their letters, and hands them to the browser. */
export async function run({ store }: Pick<Backstep, 'store'>): Promise<void> {
  await Promise.all([sheets.load(), loadTypesetter()]);
  flushSync(() => {
    // Another may have been opened since.
    if (dialogs.getState().open === 'print') closeDialog();
    endJob();
  });
  const turns = createTurns();
  flushSync(() => startJob(store.getState(), turns));
  const slow = setTimeout(say, PATIENCE, SETTING);
  await turns.done;
  clearTimeout(slow);
  if (messages.getState().message?.text === SETTING) dismissMessage();
  // Another print, or the browser's own, may have taken its place: now, or while letters are waited for.
  if (printing.getState().job?.turns !== turns) return;
  flushSync(finishJob);
  const { job } = printing.getState();
  if (document.fonts.status === 'loading') {
    await document.fonts.ready;
    fitSheets();
  }
  await afterPaint();
  if (printing.getState().job === job) window.print();
}
