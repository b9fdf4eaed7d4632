import { createStore } from 'zustand/vanilla';
import { writeAddress } from '../keep/address';

/** The channel of the two windows, in the address of each. */
const CHANNEL = /^[a-z0-9]{8,40}$/;
const PRESENTER = 'presenter';
const AUDIENCE = 'audience';

function channelIn(search: string, key: string): string | null {
  const channel = new URLSearchParams(search).get(key);
  return channel !== null && CHANNEL.test(channel) ? channel : null;
}

export const audienceIn = (search: string) => channelIn(search, AUDIENCE);

/** What this window is; a page by itself where there is no channel. */
export const presenting = createStore<{
  readonly channel: string | null;
  /** The audience's window, as long as this page knows it. */
  readonly audience: Window | null;
  /** The browser did not let it open. */
  readonly isBlocked: boolean;
}>()(() => ({
  channel: null,
  audience: null,
  isBlocked: false,
}));

/** A presenter's window that was reloaded is one again. */
export function resumePresenting(search: string): void {
  presenting.setState({ channel: channelIn(search, PRESENTER) });
}

/** Everything of the page's address but what it is about. */
export function audienceAddress(channel: string): string {
  const url = new URL(window.location.href);
  url.search = `?${AUDIENCE}=${channel}`;
  url.hash = '';
  return url.href;
}

/** From a click or a key alone: browsers let nothing else open a window. */
export function openAudience(): void {
  const { channel } = presenting.getState();
  if (!channel) return;
  const audience = window.open(audienceAddress(channel), `backstep-${channel}`, 'popup');
  presenting.setState({ audience, isBlocked: audience === null });
}

/** This page becomes the presenter's, and the audience's window opens beside it. */
export function present(): void {
  if (presenting.getState().channel === null) {
    const channel = crypto.randomUUID().replaceAll('-', '').slice(0, 16);
    const url = new URL(window.location.href);
    url.searchParams.set(PRESENTER, channel);
    writeAddress(url.href);
    presenting.setState({ channel });
  }
  openAudience();
}

export function endPresenting(): void {
  presenting.getState().audience?.close();
  const url = new URL(window.location.href);
  url.searchParams.delete(PRESENTER);
  writeAddress(url.href);
  presenting.setState({ channel: null, audience: null, isBlocked: false });
}
