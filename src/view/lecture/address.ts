import type { Backstep, SharedState } from '../../store';
import { libraryOf, linkOfLecture, searchOfLecture } from '../../store/lecture';
import { addressForOthers, addressWith, lectureAddress } from '../keep/address';
import { copyAddress } from '../keep/copyLink';
import { LONGEST } from '../keep/shared';
import { say } from '../notice/messages';
import { lecture } from './lecture';
import { isAtStop } from './play';

/** Only what says where in a lecture one stands; null where it is too long for an address. */
async function addressOfStop(address: string, at: number): Promise<string | null> {
  const state = lecture.store.getState();
  const url = new URL(addressWith(address, null));
  const id = libraryOf(state);
  url.search = searchOfLecture(url.search, id, at);
  if (id !== null || !state.lecture) return url.href;
  const link = await linkOfLecture({ lecture: state.lecture, at });
  if (link.length > LONGEST) return null;
  url.hash = link;
  return url.href;
}

/** At a stop the address is the stop's; beside it that of the page, with the lecture of the library that is open. */
async function addressNow(address: string, page: SharedState): Promise<string> {
  const state = lecture.store.getState();
  const isAt = state.lecture !== null && (await isAtStop(page));
  const ofStop = isAt ? await addressOfStop(address, state.at) : null;
  if (ofStop) return ofStop;
  const url = new URL(address);
  url.search = searchOfLecture(url.search, libraryOf(state), state.at);
  return url.href;
}

/** The address of the page follows the lecture from now on. */
export function followAddressOfLecture(): () => void {
  const renew = () => lectureAddress.setState({ of: (address, page) => addressNow(address, page) });
  renew();
  return lecture.store.subscribe(renew);
}

/** The address of the lecture, or of one of its stops, to the clipboard. */
export async function copyLectureLink({ store }: Backstep, at = 0): Promise<void> {
  const { lecture: open } = lecture.store.getState();
  if (!open || !store.getState().problem) return;
  const href = await addressOfStop(addressForOthers(window.location.href), at);
  if (href === null) {
    return say('This lecture is too large for a link. Save it to a file and send that instead.');
  }
  const opens = at > 0 ? `stop ${at + 1}` : 'this lecture';
  await copyAddress(href, `Link copied. It opens ${opens}.`);
}
