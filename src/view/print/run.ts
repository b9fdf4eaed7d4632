import { flushSync } from 'react-dom';
import type { Backstep } from '../../store';
import { loadTypesetter } from '../math/typeset';
import { fitSheets } from './fitSheets';
import { sheets } from './load';
import { closePrintDialog, endJob, startJob } from './printing';

/** Sets the sheets, waits for their letters, and hands them to the browser. */
export async function run({ store }: Pick<Backstep, 'store'>): Promise<void> {
  await Promise.all([sheets.load(), loadTypesetter()]);
  flushSync(() => {
    closePrintDialog();
    endJob();
  });
  flushSync(() => startJob(store.getState()));
  await document.fonts.ready;
  fitSheets();
  window.print();
}
