import { expect, it } from 'vitest';
import { once } from './once';

it('loads at the first call, whoever calls meanwhile, and is at hand then', async () => {
  let fetched = 0;
  const part = once(async () => {
    fetched += 1;
    return 'part';
  });
  expect(fetched).toBe(0);
  expect(part.loaded()).toBeNull();
  expect(await Promise.all([part.load(), part.load()])).toEqual(['part', 'part']);
  expect(await part.load()).toBe('part');
  expect(part.loaded()).toBe('part');
  expect(fetched).toBe(1);
});

it('is tried again after a load that failed', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve('part')];
  const part = once(() => answers.shift() ?? Promise.reject(new Error('asked once more')));
  await expect(part.load()).rejects.toThrow('offline');
  expect(part.loaded()).toBeNull();
  expect(await part.load()).toBe('part');
  expect(await part.load()).toBe('part');
});
