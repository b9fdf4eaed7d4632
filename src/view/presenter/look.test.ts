import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { renew } from './look';

it('what says the same again is heard by nobody; what differs is set, and nothing else', () => {
  const parts: readonly string[] = ['result'];
  const store = createStore(() => ({ page: 1, parts, blank: 'none' }));
  let heard = 0;
  store.subscribe(() => {
    heard += 1;
  });
  renew(store, { page: 1, parts: ['result'] });
  expect(heard).toBe(0);
  renew(store, { page: 2, parts: ['result'] });
  expect(heard).toBe(1);
  expect(store.getState()).toEqual({ page: 2, parts: ['result'], blank: 'none' });
  expect(store.getState().parts).toBe(parts);
});
