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
  /** How often this page has asked for the audience's window. */
  readonly asked: number;
  /** It was asked for, and nothing was heard of it. */
  readonly isBlocked: boolean;
}>()(() => ({
  channel: null,
  asked: 0,
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

/**
 * From a click or a key alone: browsers let nothing else open a window. It knows nothing of this one, so that it has a
 * process of its own and does not wait until this one is painted; nor can this one know whether it was let open.
 */
export function openAudience(): void {
  const { channel, asked } = presenting.getState();
  if (!channel) return;
  window.open(audienceAddress(channel), '_blank', 'popup,noopener');
  presenting.setState({ asked: asked + 1, isBlocked: false });
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
  const url = new URL(window.location.href);
  url.searchParams.delete(PRESENTER);
  writeAddress(url.href);
  presenting.setState({ channel: null, asked: 0, isBlocked: false });
}
