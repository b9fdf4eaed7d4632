import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage } from './message';
import { wantedIn } from './wanted';

const faultOf = (data: unknown) => {
  const asked = readMessage(data);
  return asked && !asked.request.ok ? asked.request.fault.error : undefined;
};

test('the messages of the documentation are read', () => {
  const read = (message: object) => readMessage({ backstep: 1, ...message })?.request;
  const value = (message: object) => {
    const request = read(message);
    return request?.ok ? request.value : undefined;
  };
  expect(value({ type: 'setStep', step: 'next' })).toEqual({ type: 'setStep', step: 'next' });
  expect(value({ type: 'setStep', step: 7 })).toEqual({ type: 'setStep', step: 7 });
  expect(value({ type: 'setStep', step: 'backward:W2' })).toEqual({
    type: 'setStep',
    step: { id: 'backward:W2' },
  });
  expect(value({ type: 'setProblem', problem: 's2-single' })).toEqual({
    type: 'setProblem',
    problem: { kind: 'library', id: 's2-single' },
  });
  expect(value({ type: 'setProblem', link: 'https://x.test/b/#1.a.b.c' })).toEqual({
    type: 'setProblem',
    problem: { kind: 'link', link: '1.a.b.c' },
  });
  expect(value({ type: 'setProblem', file: { format: 'backstep-problem' } })).toEqual({
    type: 'setProblem',
    problem: { kind: 'file', text: '{"format":"backstep-problem"}' },
  });
  expect(readMessage({ backstep: 1, type: 'getState', id: 'a' })).toEqual({
    id: 'a',
    request: { ok: true, value: { type: 'getState' } },
  });
});

test.each([
  [{ backstep: 2, type: 'setStep', step: 1 }, /version 1, and this one says 2/],
  [{ backstep: 1 }, /no message undefined; there are setStep, setProblem, getState/],
  [{ backstep: 1, type: 'jump' }, /no message "jump"/],
  [{ backstep: 1, type: '__proto__' }, /no message "__proto__"/],
  [{ backstep: 1, type: 'toString' }, /no message "toString"/],
  [{ backstep: 1, type: 'setStep' }, /must be "next"/],
  [{ backstep: 1, type: 'setStep', step: 0 }, /a number from 1/],
  [{ backstep: 1, type: 'setStep', step: 1.5 }, /a number from 1/],
  [{ backstep: 1, type: 'setStep', step: Number.NaN }, /NaN/],
  [{ backstep: 1, type: 'setStep', step: 'x'.repeat(9e5) }, /xxx…/],
  [{ backstep: 1, type: 'setProblem' }, /takes one of/],
  [{ backstep: 1, type: 'setProblem', problem: 'a', link: 'b' }, /takes one of/],
  [{ backstep: 1, type: 'setProblem', problem: 7 }, /id of a problem/],
  [{ backstep: 1, type: 'setProblem', link: 'x'.repeat(3e5) }, /link of a state/],
  [{ backstep: 1, type: 'setProblem', file: 7 }, /as an object or as its text/],
  [{ backstep: 1, type: 'setProblem', file: { big: 7n } }, /written as JSON/],
])('%o is refused with a sentence', (data, words) => {
  const error = faultOf(data);
  expect(error).toMatch(words);
  expect(error?.length).toBeLessThan(260);
});

test('what is none of ours gets no answer', () => {
  for (const data of [undefined, null, 7, 'setStep', [], {}, { type: 'setStep', step: 1 }])
    expect(readMessage(data)).toBe(null);
});

test('whatever comes it never throws, and touches no prototype', () => {
  const anyMessage = fc.record(
    {
      backstep: fc.oneof(fc.constant(1), fc.anything()),
      type: fc.oneof(fc.constantFrom('setStep', 'setProblem', 'getState'), fc.anything()),
      step: fc.anything(),
      problem: fc.anything(),
      link: fc.anything(),
      file: fc.anything({ withBigInt: true, withMap: true, withDate: true }),
      id: fc.anything(),
    },
    { requiredKeys: ['backstep'] },
  );
  fc.assert(
    fc.property(fc.oneof(anyMessage, fc.anything()), (data) => {
      const asked = readMessage(data);
      if (asked && !asked.request.ok) expect(asked.request.fault.error).toMatch(/\w+ .*\w/);
    }),
    { seed: 21, numRuns: 1500 },
  );
  const circle: Record<string, unknown> = { backstep: 1, type: 'setProblem' };
  circle.file = circle;
  expect(faultOf(circle)).toMatch(/written as JSON/);
  const trap = {
    backstep: 1,
    get type(): string {
      throw new Error('trap');
    },
  };
  expect(faultOf(trap)).toMatch(/could not be read/);
  expect(Reflect.get({}, 'polluted')).toBe(undefined);
});

test('a frame listens to its own origin, or to the one that its address names', () => {
  const own = 'https://backstep.test';
  expect(wantedIn('?embed', own)).toEqual({
    parts: ['diagram', 'equation', 'steps'],
    origin: own,
    theme: null,
    complaints: [],
  });
  const named = wantedIn('?embed=steps,diagram&origin=https://course.test&theme=dark', own);
  expect(named).toMatchObject({ parts: ['diagram', 'steps'], origin: 'https://course.test' });
  expect(named.theme).toBe('dark');
});

test.each([
  '*',
  'null',
  '',
  'course.test',
  'https://course.test/page',
  'https://a@course.test',
  'javascript:alert(1)',
  'file:///',
  'data:text/html,x',
])('the origin "%s" is none: the frame then listens to nobody, and says so', (origin) => {
  const wanted = wantedIn(`?embed&origin=${encodeURIComponent(origin)}`, 'https://backstep.test');
  expect(wanted.origin).toBe(null);
  expect(wanted.complaints[0]).toMatch(/takes no messages/);
});

test('a part that does not exist is said, and the usual ones are shown', () => {
  const wanted = wantedIn('?embed=everything', 'https://backstep.test');
  expect(wanted.parts).toEqual(['diagram', 'equation', 'steps']);
  expect(wanted.complaints[0]).toMatch(/no part "everything".*diagram, equation, steps, numbers/);
});
