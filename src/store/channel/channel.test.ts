import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../problem';
import {
  createRoom,
  joinAudience,
  joinPresenter,
  LOOK,
  problemOf,
  type Room,
  STANDING,
  withEntry,
} from './channel.testing';
import type { Presented } from './index';

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
