import type { Backstep } from '../../store';
import { say } from '../notice/messages';
import { addressForOthers, writeAddress } from './address';
import { addressOf, NOTHING_TO_LINK, sharedOf } from './shared';

/** To the clipboard; where the browser forbids that, to the address bar. */
export async function copyAddress(href: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(addressForOthers(href));
    say(done);
  } catch {
    writeAddress(href);
    say('The browser does not allow copying here. The link is in the address bar: copy it there.');
  }
}

/** The address of the page as it is now, step and all, to the clipboard. */
export async function copyLink({ store }: Backstep): Promise<void> {
  const state = sharedOf(store.getState());
  if (!state) return say(NOTHING_TO_LINK);
  const { href, whole } = await addressOf(state);
  if (!whole) {
    return say('This problem is too large for a link. Save it to a file and send that instead.');
  }
  writeAddress(href);
  await copyAddress(href, 'Link copied. It opens this problem at this step.');
}
