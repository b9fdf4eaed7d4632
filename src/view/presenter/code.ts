import type { Backstep } from '../../store';
import { handoutAddress, NOTHING_TO_LINK, sharedOf } from '../keep/shared';
import { say } from '../notice/messages';
import { projecting } from '../projector/projecting';
import { codeOf } from '../qr/code';
import { openCode } from '../qr/open';

/** The QR code of what is on the screen fills the audience's window; the same again takes it away. */
export async function toggleCode(backstep: Backstep): Promise<void> {
  if (projecting.getState().code !== null) return projecting.setState({ code: null });
  const shared = sharedOf(backstep.store.getState());
  if (!shared) return say(NOTHING_TO_LINK);
  const address = await handoutAddress(shared);
  if (codeOf(address)) projecting.setState({ code: address, blank: 'none' });
  // Here it is said why, and what to do.
  else openCode(backstep);
}
