import type { Backstep } from '../../store';
import { say } from '../notice/messages';
import { addressForOthers, writeAddress } from './address';
import { addressOf, sharedOf } from './shared';

/** The address of the page as it is now, step and all, to the clipboard. */
export async function copyLink({ store }: Backstep): Promise<void> {
  const state = sharedOf(store.getState());
  if (!state) return say('There is nothing to link to yet. Open a problem first.');
  const { href, whole } = await addressOf(state);
  if (!whole) {
    return say('This problem is too large for a link. Save it to a file and send that instead.');
  }
  writeAddress(href);
  try {
    await navigator.clipboard.writeText(addressForOthers(href));
    say('Link copied. It opens this problem at this step.');
  } catch {
    say('The browser does not allow copying here. The link is in the address bar: copy it there.');
  }
}
