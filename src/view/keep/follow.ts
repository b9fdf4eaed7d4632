import type { Backstep, State } from '../../store';
import { chosenWay } from '../depth/chosenWay';
import { sayOnce } from '../notice/messages';
import { preferences } from '../preferences';
import { projecting } from '../projector/projecting';
import { lectureAddress, writeAddress } from './address';
import { rested } from './rested';
import { addressOf, keptText, sharedOf } from './shared';
import { LAST_STATE, LOSSES, NO_LOSSES, writeKept } from './storage';

/** How long the page rests before the address follows, in milliseconds; browsers refuse to be asked too often. */
const REST = 350;

const NOT_KEPT =
  'This browser does not let the page keep its state (storage is full or forbidden). Everything works, and the address keeps the step; save your work to a file before you close the page.';

const ADDRESSES: readonly string[] = ['link', 'library'];

const FOLLOWED = [
  'shown',
  'cursor',
  'settings',
  'depth',
  'selection',
  'losses',
  'fault',
] as const satisfies readonly (keyof State)[];

/**
 * Address and storage follow the state. What is kept for a tab and for the next new one are two things. The losses that
 * are kept stay until they are `restored`, and where they cannot be.
 */
export function followState({ store }: Backstep, restored: Promise<void>): () => void {
  let writing = 0;
  /** The address before the last change of it: a reload that began before asks for that one. */
  let earlier = window.location.href;

  /** Those that are kept; what this tab kept of another problem goes with the first. */
  let kept: State['losses'] | null = null;

  let writer: typeof import('./losses') | undefined;
  let isRestored = false;
  const beRestored = () => {
    isRestored = true;
    later();
  };

  function keepOwn() {
    const { losses } = store.getState();
    if (losses === kept || !isRestored) return;
    if (losses.length > 0 && !writer) return loadWriter();
    if (losses.length === 0) writeKept('sessionStorage', LOSSES, NO_LOSSES);
    else writer?.keepLosses(losses);
    kept = losses;
  }

  /** It comes with the first update that is applied; without it a reload loses the list, and nothing else. */
  function loadWriter() {
    import('./losses').then(
      (loaded) => {
        writer = loaded;
        keepOwn();
      },
      () => undefined,
    );
  }

  function keep() {
    const state = sharedOf(store.getState());
    if (!state) return;
    keepOwn();
    const text = keptText(state);
    const entry = JSON.stringify({ href: window.location.href, earlier, text });
    const isKept =
      writeKept('sessionStorage', LAST_STATE, entry) && writeKept('localStorage', LAST_STATE, text);
    if (!isKept) sayOnce(NOT_KEPT);
  }

  async function follow() {
    const { fault } = store.getState();
    // An address that could not be opened stays as it was typed, to be mended.
    if (fault && ADDRESSES.includes(fault.where)) return;
    const state = sharedOf(store.getState());
    if (!state) return;
    writing += 1;
    const own = writing;
    const before = window.location.href;
    const { of } = lectureAddress.getState();
    const ofPage = (await addressOf(state)).href;
    const href = of ? await of(ofPage, state) : ofPage;
    // Meanwhile the page may have gone on; what comes last counts.
    if (own !== writing || following.isWaiting()) return;
    // Nor is a link written over that somebody has just put there.
    if (before !== window.location.href) return;
    earlier = before;
    writeAddress(href);
    keep();
  }

  const following = rested(() => void follow(), REST);
  const { later } = following;
  const stop = [
    store.subscribe((now, before) => {
      if (FOLLOWED.some((key) => now[key] !== before[key])) later();
    }),
    preferences.subscribe(later),
    chosenWay.subscribe(later),
    lectureAddress.subscribe(later),
    projecting.subscribe(({ on }, before) => on !== before.on && later()),
  ];
  restored.then(beRestored, () => {
    kept = store.getState().losses;
    beRestored();
  });
  later();
  window.addEventListener('pagehide', keep);
  return () => {
    following.cancel();
    for (const end of stop) end();
    window.removeEventListener('pagehide', keep);
  };
}
