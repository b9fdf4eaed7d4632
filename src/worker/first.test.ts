import { afterEach, beforeEach, expect, test, vi } from 'vitest';

class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  constructor() {
    super();
    FakeWorker.made.push(this);
  }
}

beforeEach(() => {
  FakeWorker.made = [];
  vi.resetModules();
});

afterEach(() => vi.unstubAllGlobals());

test('the worker that was begun with the page is given once, then others', async () => {
  vi.stubGlobal('Worker', FakeWorker);
  const { spawnBegun } = await import('./first');
  const [begun] = FakeWorker.made;
  expect(begun).toBeDefined();
  expect(spawnBegun()).toBe(begun);
  expect(spawnBegun()).not.toBe(begun);
  expect(FakeWorker.made).toHaveLength(2);
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
