import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadLibraryProblem, type Problem, setEntry } from '../../problem';
import {
  type AudienceSession,
  createAudience,
  createPresenter,
  envelopeIn,
  type Look,
  type Presence,
  type Presented,
  type PresenterSession,
  type Standing,
  withLeaves,
} from './index';

const LOOK: Look = {
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
};
const STANDING: Standing = {
  step: 'forward:Z1',
  detail: 'layers',
  example: 0,
  alone: false,
  depth: 'layer',
  entry: null,
  view: 'layers',
  decimals: null,
};

async function problemOf(id: string): Promise<Problem> {
  const read = await loadLibraryProblem(id);
  if (!read.ok) throw new Error(read.fault.error);
  return read.value;
}

function withEntry(problem: Problem, value: number, name = 'W1'): Problem {
  const changed = setEntry(problem, name, 0, 0, value);
  if (!changed.ok) throw new Error(changed.fault.error);
  return changed.value;
}

/** As a channel: everybody hears everybody else, and nobody the same object. */
function createRoom() {
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
type Room = ReturnType<typeof createRoom>;

function joinPresenter(room: Room, name: string, page: { now: Presented | null }) {
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

function joinAudience(room: Room, name: string) {
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

describe('two windows', () => {
  let problem: Problem;
  let page: { now: Presented | null };
  let room: Room;
  beforeEach(async () => {
    problem = await problemOf('s1-relu2-softmax-cce');
    page = { now: { problem, standing: STANDING, look: LOOK, title: 'First' } };
    room = createRoom();
  });

  it('an audience that comes later asks, and has all that the presenter has', () => {
    const { session, heard } = joinPresenter(room, 'p', page);
    session.present();
    const { session: audience, screen } = joinAudience(room, 'a');
    expect(heard.presence).toBe('none');
    audience.ask();
    expect(screen).toMatchObject({ problem, step: 'forward:Z1', title: 'First', opened: 1 });
    session.beat();
    expect(heard).toMatchObject({ presence: 'here', pages: 3 });
  });

  it('an edited number goes ahead, alone, before its result is on the presenter’s own screen', () => {
    const { session } = joinPresenter(room, 'p', page);
    session.present();
    const { session: audience, screen } = joinAudience(room, 'a');
    audience.ask();
    room.log.length = 0;
    for (let i = 1; i <= 5; i++) {
      page.now = { problem: withEntry(problem, i), standing: null, look: LOOK, title: '' };
      session.changed();
      expect(screen.problem).toEqual(page.now.problem);
    }
    expect(room.kinds('p')).toEqual(Array(5).fill('leaves'));
    expect(screen.opened).toBe(1);
  });

  it('another problem is shown with its place, never before', async () => {
    const { session } = joinPresenter(room, 'p', page);
    session.present();
    const { session: audience, screen } = joinAudience(room, 'a');
    audience.ask();
    const other = await problemOf('s3-demo-batch');
    page.now = { problem: other, standing: null, look: LOOK, title: '' };
    session.changed();
    expect(screen.problem).toEqual(problem);
    page.now = { ...page.now, standing: { ...STANDING, step: 'loss:J' } };
    session.changed();
    expect(screen).toMatchObject({ problem: other, step: 'loss:J' });
  });

  it('a message that was lost is noticed, and everything asked for again', () => {
    const { session } = joinPresenter(room, 'p', page);
    session.present();
    const { session: audience, screen, leave, back } = joinAudience(room, 'a');
    audience.ask();
    leave();
    const lost = withEntry(problem, 7, 'b1');
    page.now = { problem: lost, standing: STANDING, look: LOOK, title: '' };
    session.changed();
    expect(screen.problem).toEqual(problem);
    back();
    page.now = { problem: withEntry(lost, 8), standing: STANDING, look: LOOK, title: '' };
    session.changed();
    expect(screen.problem).toEqual(page.now.problem);
  });

  it('a presenter that was reloaded is followed again without being asked', () => {
    const before = joinPresenter(room, 'p1', page);
    before.session.present();
    const { session: audience, screen } = joinAudience(room, 'a');
    audience.ask();
    before.leave();
    page.now = { problem: withEntry(problem, 3), standing: STANDING, look: LOOK, title: 'Second' };
    const after = joinPresenter(room, 'p2', page);
    after.session.present();
    expect(screen).toMatchObject({ problem: page.now.problem, title: 'Second' });
    expect(after.heard.presence).toBe('here');
  });

  it('of two presenters in one channel the later one counts, until the other takes over', () => {
    const a = joinPresenter(room, 'p1', page);
    a.session.present();
    const { session: audience, screen } = joinAudience(room, 'a');
    audience.ask();
    const other = { now: { problem, standing: STANDING, look: LOOK, title: 'Other' } };
    const b = joinPresenter(room, 'p2', other);
    b.session.present();
    expect([a.heard.active, b.heard.active, screen.title]).toEqual([false, true, 'Other']);
    room.log.length = 0;
    a.session.changed();
    expect(room.log).toEqual([]);
    a.session.present();
    expect([a.heard.active, b.heard.active, screen.title]).toEqual([true, false, 'First']);
  });

  it('says when the audience’s window was closed, when it is silent, and when it is back', () => {
    const { session, heard } = joinPresenter(room, 'p', page);
    session.present();
    const first = joinAudience(room, 'a1');
    first.session.ask();
    first.session.report();
    expect(heard.presence).toBe('here');
    // Killed: it says nothing.
    first.leave();
    for (let i = 0; i < 4; i++) session.beat();
    expect(heard.presence).toBe('silent');
    const second = joinAudience(room, 'a2');
    second.session.ask();
    second.session.report();
    expect(heard.presence).toBe('here');
    const third = joinAudience(room, 'a3');
    third.session.ask();
    second.session.leave();
    // There is another one, which answers.
    expect(heard.presence).toBe('here');
    third.session.leave();
    third.leave();
    second.leave();
    room
      .join(() => undefined)
      .post({
        version: 1,
        session: 'a3',
        count: 99,
        message: { kind: 'gone' },
      } as never);
    expect(heard.presence).toBe('gone');
  });

  it('pointer and end arrive; what is repeated or older does not', () => {
    const { session } = joinPresenter(room, 'p', page);
    session.present();
    const { session: audience, screen } = joinAudience(room, 'a');
    audience.ask();
    session.point([0.25, 0.5]);
    expect(screen.at).toEqual([0.25, 0.5]);
    audience.receive({
      version: 1,
      session: 'p',
      count: 1,
      message: { kind: 'pointer', at: [1, 1] },
    });
    audience.receive({
      version: 1,
      session: 'stranger',
      count: 9999,
      message: { kind: 'pointer', at: [1, 1] },
    });
    expect(screen.at).toEqual([0.25, 0.5]);
    session.end();
    expect(screen.ended).toBe(true);
  });
});

describe('what is no message', () => {
  const good = { version: 1, session: 'p', count: 3, message: { kind: 'pointer', at: [0, 1] } };

  it.each([
    ['another version', { ...good, version: 2 }],
    ['an unknown kind', { ...good, message: { kind: 'run' } }],
    ['a kind of the prototype', { ...good, message: { kind: 'constructor' } }],
    ['fields of a prototype', Object.create(good)],
    ['a point outside', { ...good, message: { kind: 'pointer', at: [0, 2] } }],
    ['no session', { ...good, session: undefined }],
    ['a negative count', { ...good, count: -1 }],
    [
      'leaves that are not finite',
      {
        ...good,
        message: { kind: 'leaves', number: 1, base: 0, leaves: [['W1', [[Number.NaN]]]] },
      },
    ],
  ])('%s is ignored', (_, data) => {
    expect(envelopeIn(good)).toBe(good);
    expect(envelopeIn(data)).toBeUndefined();
  });

  it('never throws, and changes nothing, whatever is posted', () => {
    const room = createRoom();
    const { session, screen } = joinAudience(room, 'a');
    const presenter = joinPresenter(room, 'p', { now: null });
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.anything(), (data, message) => {
        for (const posted of [data, { ...good, message }]) {
          session.receive(posted);
          presenter.session.receive(posted);
        }
        return screen.problem === null && !screen.ended;
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('a leaf of another shape, or that the problem does not have, is refused', async () => {
    const problem = await problemOf('s1-relu2-softmax-cce');
    expect(withLeaves(problem, [['W1', [[1]]]])).toBeUndefined();
    expect(withLeaves(problem, [['__proto__', [[1]]]])).toBeUndefined();
    expect(withLeaves(problem, [['toString', 1]])).toBeUndefined();
  });
});
