import type { Backstep } from '../../store';
import { openDialog } from '../dialogs/dialogs';
import { say } from '../notice/messages';

const isOpen = ({ store }: Pick<Backstep, 'store'>) => {
  if (store.getState().shown) return true;
  say('There is nothing to print yet. Open a problem first.');
  return false;
};

export function openPrintDialog(backstep: Pick<Backstep, 'store'>): void {
  if (isOpen(backstep)) openDialog('print');
}

/** As it was chosen last, the whole derivation at first. */
export function printNow(backstep: Pick<Backstep, 'store'>): void {
  if (!isOpen(backstep)) return;
  import('./run')
    .then(({ run }) => run(backstep))
    .catch(() => say('The sheets could not be loaded. Check the connection and try again.'));
}
