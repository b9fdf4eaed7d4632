import { afterEach, beforeEach, expect, test, vi } from 'vitest';

class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  readonly terminate = () => {};
  constructor() {
    super();
    FakeWorker.made.push(this);
  }
}

beforeEach(() => {
  FakeWorker.made = [];
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the worker that was begun with the page is given once, then others', async () => {
  vi.stubGlobal('Worker', FakeWorker);
  const { spawnBegun } = await import('./first');
  const [begun] = FakeWorker.made;
  expect(begun).toBeDefined();
  expect(spawnBegun()).toBe(begun);
  expect(spawnBegun()).not.toBe(begun);
  expect(FakeWorker.made).toHaveLength(2);
});

test('what it said before it was asked for is said once more, to who listens now', async () => {
  vi.stubGlobal('Worker', FakeWorker);
  const { spawnBegun } = await import('./first');
  const [begun] = FakeWorker.made;
  begun?.dispatchEvent(new MessageEvent('message', { data: { kind: 'ready' } }));
  const heard: unknown[] = [];
  spawnBegun().addEventListener('message', (event) => heard.push((event as MessageEvent).data));
  await Promise.resolve();
  expect(heard).toEqual([{ kind: 'ready' }]);
});

test('nobody who asks nothing for a minute is told that it stopped', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
  const { spawnBegun } = await import('./first');
  const { createClient } = await import('./client');
  FakeWorker.made[0]?.dispatchEvent(new MessageEvent('message', { data: { kind: 'ready' } }));
  const states: unknown[] = [];
  createClient({ spawn: spawnBegun, onEvent: () => {}, onState: (state) => states.push(state) });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeWorker.made).toHaveLength(1);
  expect(states).toEqual(['starting', 'ready']);
});

test('one that failed before it was asked for is begun anew', async () => {
  vi.stubGlobal('Worker', FakeWorker);
  const { spawnBegun } = await import('./first');
  const [begun] = FakeWorker.made;
  begun?.dispatchEvent(new Event('error'));
  expect(spawnBegun()).not.toBe(begun);
});

test('where no worker may be made, the page hears of it when it asks', async () => {
  vi.stubGlobal('Worker', function Refused() {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const { spawnBegun } = await import('./first');
  expect(() => spawnBegun()).toThrow('insecure');
});
