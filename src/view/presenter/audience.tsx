import { type ReactNode, useEffect } from 'react';
import type { Root } from 'react-dom/client';
import { useStore } from 'zustand';
import { createStore as createVanilla } from 'zustand/vanilla';
import { type Backstep, quantityOf } from '../../store';
import { type AudiencePort, createAudience, type Look, type Standing } from '../../store/channel';
import { chosenWay } from '../depth/chosenWay';
import { BackstepContext } from '../hooks';
import { lecture } from '../lecture/lecture';
import { loadTypesetter } from '../math/typeset';
import { preferences } from '../preferences';
import Projector from '../projector/Projector';
import { paging, projecting } from '../projector/projecting';
import { OF_SCREEN, OF_STEP, renew, takeLook } from './look';
import { channelName } from './wire';
import './audience.css';

const connection = createVanilla<{ readonly state: 'waiting' | 'following' | 'ended' }>()(() => ({
  state: 'waiting',
}));

const WORDS = {
  waiting: 'Waiting for the presenter’s window. It shows here as soon as it is open.',
  ended: 'The presentation has ended. This window can be closed.',
  following: '',
} as const;

function Audience(): ReactNode {
  const state = useStore(connection, (now) => now.state);
  useEffect(() => {
    document.title = 'Backstep · audience';
  }, []);
  return (
    <div className="audience">
      <Projector audience />
      {state !== 'following' && (
        <p className="audience-words" role="status">
          {WORDS[state]}
        </p>
      )}
    </div>
  );
}

/** The picture takes nothing from hand or key but its full screen: all else is the presenter's. */
function shutOut(): void {
  const stop = (event: Event) => {
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent && event.key.toLowerCase() === 'f') return;
    event.stopImmediatePropagation();
  };
  for (const name of ['keydown', 'click', 'dblclick', 'pointerdown', 'pointermove', 'wheel'])
    window.addEventListener(name, stop, true);
}

interface Stood {
  readonly problem: Parameters<AudiencePort['stand']>[0];
  readonly standing: Standing;
  readonly look: Look;
  readonly title: string;
}

/** Shows what stands as soon as the numbers of its problem are there; everything in one go. */
function createScreen({ store, actions }: Backstep) {
  let wanted: Stood | null = null;
  let opening: Promise<unknown> = Promise.resolve();

  function settle(): void {
    const { shown, settings } = store.getState();
    if (!wanted || shown?.problem !== wanted.problem) return;
    const { standing, look, title } = wanted;
    wanted = null;
    const { step, detail, example, alone, depth, view, decimals, entry, way } = standing;
    const [quantity = '', row = 0, col = 0] = entry ?? [];
    const shape = quantityOf(shown, quantity)?.node.shape;
    const isThere = shape !== undefined && row < shape[0] && col < shape[1];
    takeLook(look, OF_STEP);
    renew(preferences, { decimals });
    renew(chosenWay, { way });
    renew(lecture.store, { lecture: title ? titled(title) : null, at: 0 });
    renew(store, {
      cursor: { step },
      settings: { ...settings, detail, example, alone, view },
      depth,
      selection: isThere ? { quantity, row, col, step } : null,
    });
  }
  store.subscribe(settle);
  return {
    open: (problem: Stood['problem'], standing: Standing) => {
      wanted = null;
      opening = actions.openState({
        ...standing,
        way: standing.way ?? undefined,
        problem,
        library: null,
      });
    },
    /** Comes often, and sometimes while its problem is still being opened. */
    edit: (problem: Stood['problem']) => {
      void opening.then(() => actions.setProblem(problem));
    },
    stand(stood: Stood) {
      takeLook(stood.look, OF_SCREEN);
      wanted = stood;
      settle();
    },
  };
}

/** Of the lecture nothing but the title comes here, no note and no other stop. */
const titled = (title: string) => ({
  title: '',
  problems: {},
  stops: [
    {
      problem: '',
      step: '',
      example: 0,
      alone: false,
      depth: 'layer' as const,
      view: 'auto' as const,
      hidden: [],
      title,
      note: '',
    },
  ],
});

type Edit = AudiencePort['edit'];
/** In milliseconds. */
const PREVIEW = 150;

/** A preview shares the presenter's thread: while a number is dragged the audience's own window comes first. */
function nowAndThen(edit: Edit): Edit {
  let latest: Parameters<Edit>[0] | null = null;
  return (problem) => {
    const isWaiting = latest !== null;
    latest = problem;
    if (isWaiting) return;
    setTimeout(() => {
      if (latest) edit(latest);
      latest = null;
    }, PREVIEW);
  };
}

/** How often it asks until somebody answers, in milliseconds. */
const ASKING = 1000;

/** Brings the audience's window to life; a preview of it says nothing of itself. */
export function startAudience(root: Root, backstep: Backstep, channel: string): void {
  const isPreview = new URLSearchParams(window.location.search).has('preview');
  const screen = createScreen(backstep);
  const wire = new BroadcastChannel(channelName(channel));
  const session = createAudience(crypto.randomUUID(), {
    post: (envelope) => {
      if (!isPreview || envelope.message.kind === 'hello') wire.postMessage(envelope);
    },
    open: screen.open,
    edit: isPreview ? nowAndThen(screen.edit) : screen.edit,
    stand: (problem, now) => screen.stand({ problem, ...now }),
    point: (at) => {
      if (!at) return;
      const [x, y] = [at[0] * window.innerWidth, at[1] * window.innerHeight];
      window.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y }));
    },
    seen: () => ({
      ...paging.getState(),
      width: window.innerWidth,
      height: window.innerHeight,
    }),
    onEnd: (ended) => {
      connection.setState({ state: ended ? 'ended' : 'following' });
      // Where the browser does not let it close by itself, its words say what to do.
      if (ended && !isPreview) window.close();
    },
  });
  wire.onmessage = ({ data }) => session.receive(data);
  shutOut();
  projecting.setState({ on: true });
  // What is covered has the size of what is under it, so that is set first.
  void loadTypesetter().finally(() =>
    root.render(
      <BackstepContext value={backstep}>
        <Audience />
      </BackstepContext>,
    ),
  );
  paging.subscribe(session.report);
  window.addEventListener('resize', session.report);
  window.addEventListener('pagehide', session.leave);
  session.ask();
  session.report();
  const asking = setInterval(() => {
    if (session.isFollowing()) clearInterval(asking);
    else session.ask();
  }, ASKING);
}
