import { loadLibraryProblem, type Problem, setEntry } from '../../problem';
import {
  type AudienceSession,
  createAudience,
  createPresenter,
  type Look,
  type Presence,
  type Presented,
  type PresenterSession,
  type Standing,
} from './index';

export const LOOK: Look = {
  theme: 'light',
  scale: 1,
  blank: 'none',
  pointer: false,
  magnifier: false,
  predict: false,
  hidden: ['result'],
  view: 'auto',
  corner: false,
  page: 0,
  help: false,
  code: null,
};
export const STANDING: Standing = {
  step: 'forward:Z1',
  detail: 'layers',
  example: 0,
  alone: false,
  depth: 'layer',
  entry: null,
  view: 'layers',
  decimals: null,
  way: null,
};

export async function problemOf(id: string): Promise<Problem> {
  const read = await loadLibraryProblem(id);
  if (!read.ok) throw new Error(read.fault.error);
  return read.value;
}

export function withEntry(problem: Problem, value: number, name = 'W1'): Problem {
  const changed = setEntry(problem, name, 0, 0, value);
  if (!changed.ok) throw new Error(changed.fault.error);
  return changed.value;
}

/** As a channel: everybody hears everybody else, and nobody the same object. */
export function createRoom() {
  const members = new Set<(data: unknown) => void>();
  const log: { session: string; kind: string }[] = [];
  return {
    log,
    kinds: (session: string) => log.filter((m) => m.session === session).map((m) => m.kind),
    join(receive: (data: unknown) => void) {
      members.add(receive);
      return {
        leave: () => members.delete(receive),
        back: () => members.add(receive),
        post(data: { session: string; message: { kind: string } }) {
          log.push({ session: data.session, kind: data.message.kind });
          const copy: unknown = structuredClone(data);
          if (!members.has(receive)) return;
          for (const member of [...members]) if (member !== receive) member(copy);
        },
      };
    },
  };
}
export type Room = ReturnType<typeof createRoom>;

export function joinPresenter(room: Room, name: string, page: { now: Presented | null }) {
  const heard = { presence: 'none' as Presence, active: false, pages: 0 };
  let session: PresenterSession;
  const member = room.join((data) => session.receive(data));
  session = createPresenter(name, {
    post: member.post,
    now: () => page.now,
    onPresence: (presence) => {
      heard.presence = presence;
    },
    onSeen: ({ pages }) => {
      heard.pages = pages;
    },
    onActive: (active) => {
      heard.active = active;
    },
  });
  return { session, heard, leave: member.leave };
}

export function joinAudience(room: Room, name: string) {
  const screen: {
    opened: number;
    problem: Problem | null;
    step: string;
    title: string;
    at: readonly [number, number] | null;
    ended: boolean;
  } = { opened: 0, problem: null, step: '', title: '', at: null, ended: false };
  let session: AudienceSession;
  const member = room.join((data) => session.receive(data));
  session = createAudience(name, {
    post: member.post,
    open: (problem) => {
      screen.opened += 1;
      screen.problem = problem;
    },
    edit: (problem) => {
      screen.problem = problem;
    },
    stand: (_, { standing, title }) => {
      screen.step = standing.step;
      screen.title = title;
    },
    point: (at) => {
      screen.at = at;
    },
    seen: () => ({ pages: 3, isCovered: false, width: 1280, height: 720 }),
    onEnd: (ended) => {
      screen.ended = ended;
    },
  });
  return { session, screen, leave: member.leave, back: member.back };
}
