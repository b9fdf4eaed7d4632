import { describe, expect, it, vi } from 'vitest';
import { commandFor, type Press } from '../commands/keys';

// Keys alone are looked at here; what they run loads the library's lectures.
vi.mock('./moves', () => ({ forward: () => 0, back: () => 0, toStart: () => 0, toEnd: () => 0 }));
const { PROJECTOR_KEYS } = await import('./keys');

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const idOf = (key: string, more?: Partial<Press>) =>
  commandFor(PROJECTOR_KEYS, press(key, more), 'page')?.id;

describe('the keys of projector mode', () => {
  it.each([
    ['PageDown', 'forward'],
    ['ArrowRight', 'forward'],
    [' ', 'forward'],
    ['PageUp', 'back'],
    ['ArrowLeft', 'back'],
    ['Home', 'to-start'],
    ['End', 'to-end'],
    ['b', 'black'],
    ['.', 'black'],
    ['w', 'white'],
    ['h', 'predict'],
    ['l', 'pointer'],
    ['m', 'magnifier'],
    ['+', 'larger'],
    ['-', 'smaller'],
    ['?', 'help'],
    ['Escape', 'leave'],
  ])('%s is %s', (key, id) => {
    expect(idOf(key)).toBe(id);
  });

  it('are each the name of one thing', () => {
    const all = PROJECTOR_KEYS.flatMap(({ keys = [] }) => keys.map((key) => key.press));
    expect(new Set(all).size).toBe(all.length);
  });

  it('do nothing while something is typed', () => {
    for (const { keys = [] } of PROJECTOR_KEYS)
      for (const { press: written } of keys)
        expect(commandFor(PROJECTOR_KEYS, press(written), 'field'), written).toBeUndefined();
  });

  it('leave the browser its own: loading again, zooming', () => {
    expect(idOf('r', { ctrlKey: true })).toBeUndefined();
    expect(idOf('+', { ctrlKey: true })).toBeUndefined();
    expect(idOf('F5', { ctrlKey: true })).toBeUndefined();
  });
});
