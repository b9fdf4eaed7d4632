import { createStore } from 'zustand/vanilla';
import type { Backstep } from '../../store';
import {
  createPresenter,
  type Presence,
  type Presented,
  type PresenterSession,
} from '../../store/channel';
import { chosenWay } from '../depth/chosenWay';
import { sharedOf } from '../keep/shared';
import { readKept, writeKept } from '../keep/storage';
import { lecture } from '../lecture/lecture';
import { arriving } from '../lecture/play';
import { preferences } from '../preferences';
import { arrive, paging, projecting } from '../projector/projecting';
import { lookNow, OF_SCREEN, OF_STEP, renew, takeLook } from './look';
import { presenting } from './mode';
import { STOPPED, type Timer } from './timer';

/** What the presenter's window knows besides the page. */
export const presenter = createStore<{
  readonly presence: Presence;
  /** False where another window presents in this channel. */
  readonly isActive: boolean;
  /** Of the audience's window. */
  readonly width: number;
  readonly height: number;
  readonly timer: Timer;
}>()(() => ({ presence: 'none', isActive: true, width: 1280, height: 720, timer: STOPPED }));

export const channelName = (channel: string) => `backstep-${channel}`;

function presentedBy({ store }: Backstep): Presented | null {
  const state = store.getState();
  if (!state.problem) return null;
  const page = sharedOf(state);
  const { lecture: open, at } = lecture.store.getState();
  return {
    problem: state.problem,
    standing: page && {
      step: page.step,
      detail: page.detail,
      example: page.example,
      alone: page.alone,
      depth: page.depth,
      entry: page.entry,
      view: page.view ?? 'layers',
      decimals: page.decimals,
      way: page.way ?? null,
    },
    look: lookNow(),
    title: open?.stops[at]?.title ?? '',
  };
}

const KEPT = 'backstep.presenter.1';
/** Between two questions whether the audience is there, in milliseconds. */
const BEAT = 1000;
/** For so long a window may be on its way, in milliseconds. */
const PATIENCE = 4000;

/** What was blank, hidden or counted stays so over a reload. */
function keepLook(channel: string): () => void {
  try {
    const kept = JSON.parse(readKept('sessionStorage', KEPT) ?? 'null');
    if (kept?.channel === channel) {
      takeLook({ ...lookNow(), ...kept.look }, [...OF_SCREEN, ...OF_STEP]);
      if (typeof kept.timer?.had === 'number') presenter.setState({ timer: kept.timer });
    }
  } catch {
    // Then it begins anew.
  }
  const keep = () => {
    const { timer } = presenter.getState();
    writeKept('sessionStorage', KEPT, JSON.stringify({ channel, look: lookNow(), timer }));
  };
  const stop = [projecting.subscribe(keep), presenter.subscribe(keep)];
  return () => {
    for (const end of stop) end();
  };
}

/** Whoever steps by the page's own buttons leaves what the stop hid. */
function followSteps({ store }: Backstep): () => void {
  let hasArrived = false;
  const stop = [
    projecting.subscribe((now, before) => {
      if (now.hidden === before.hidden) return;
      hasArrived = true;
      queueMicrotask(() => {
        hasArrived = false;
      });
    }),
    store.subscribe((now, before) => {
      if (now.depth !== before.depth) projecting.setState({ page: 0 });
      const isOwn = now.cursor.step !== before.cursor.step && before.shown !== null;
      if (isOwn && !hasArrived && !arriving.getState().on) arrive([], projecting.getState().view);
    }),
  ];
  return () => {
    for (const end of stop) end();
  };
}

/** Ties this page to the audience's; everything is sent from here. */
export function startPresenter(
  backstep: Backstep,
  channel: string,
): { readonly session: PresenterSession; readonly stop: () => void } {
  const { store } = backstep;
  const wire = new BroadcastChannel(channelName(channel));
  const session = createPresenter(crypto.randomUUID(), {
    post: (envelope) => wire.postMessage(envelope),
    now: () => presentedBy(backstep),
    onPresence: (presence) => {
      presenter.setState({ presence });
      if (presence === 'here') presenting.setState({ isBlocked: false });
    },
    onActive: (isActive) => presenter.setState({ isActive }),
    onSeen: ({ pages, isCovered, width, height }) => {
      renew(paging, { pages, isCovered });
      renew(presenter, { width, height });
      if (projecting.getState().page >= pages) projecting.setState({ page: pages - 1 });
    },
  });
  wire.onmessage = ({ data }) => session.receive(data);

  let isWaiting = false;
  /** All that one press changes goes in one message. */
  const soon = () => {
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      session.changed();
    });
  };
  const stop = [
    keepLook(channel),
    followSteps(backstep),
    store.subscribe((now, before) => {
      if (now.problem !== before.problem) session.changed();
      else soon();
    }),
    projecting.subscribe(soon),
    lecture.store.subscribe(soon),
    preferences.subscribe(soon),
    chosenWay.subscribe(() => {
      // It stands first in the audience's list.
      projecting.setState({ page: 0 });
      soon();
    }),
  ];
  const beating = setInterval(() => session.beat(), BEAT);
  session.present();
  let asking: ReturnType<typeof setTimeout> | undefined;
  /** A browser does not tell whether it let a window open; one that is there says so. */
  const listen = () => {
    clearTimeout(asking);
    asking = setTimeout(() => {
      if (presenter.getState().presence !== 'here') presenting.setState({ isBlocked: true });
    }, PATIENCE);
  };
  if (presenting.getState().asked > 0) listen();
  stop.push(presenting.subscribe((now, before) => now.asked > before.asked && listen()));
  return {
    session,
    stop() {
      session.end();
      clearInterval(beating);
      clearTimeout(asking);
      for (const end of stop) end();
      wire.close();
      presenter.setState({ presence: 'none', isActive: true });
    },
  };
}
