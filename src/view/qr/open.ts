import type { Backstep } from '../../store';
import { openDialog } from '../dialogs/dialogs';
import { NOTHING_TO_LINK } from '../keep/shared';
import { say } from '../notice/messages';

/** The code of the present link, over the whole screen. */
export function openCode({ store }: Pick<Backstep, 'store'>): void {
  if (store.getState().shown) openDialog('qr');
  else say(NOTHING_TO_LINK);
}
