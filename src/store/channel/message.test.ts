import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRoom, joinAudience, joinPresenter, problemOf } from './channel.testing';
import { envelopeIn, withLeaves } from './index';

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
