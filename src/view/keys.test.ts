import { describe, expect, it } from 'vitest';
import { keyAction, type Press } from './keys';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keyAction', () => {
  it('steps with arrows, page keys, Home and End', () => {
    const keys = ['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp', 'Home', 'End'];
    expect(keys.map((key) => keyAction(press(key), 'page'))).toEqual([
      'next',
      'next',
      'previous',
      'previous',
      'first',
      'last',
    ]);
  });

  it('leaves every key to a field that has the focus', () => {
    for (const key of ['ArrowRight', 'Home', ' ', 'z']) {
      expect(keyAction(press(key, { ctrlKey: key === 'z' }), 'field')).toBeUndefined();
    }
  });

  it('leaves the space to a button, but not the arrows', () => {
    expect(keyAction(press(' '), 'control')).toBeUndefined();
    expect(keyAction(press(' '), 'page')).toBe('togglePlay');
    expect(keyAction(press('ArrowRight'), 'control')).toBe('next');
  });

  it('undoes and redoes by either habit', () => {
    expect(keyAction(press('z', { ctrlKey: true }), 'page')).toBe('undo');
    expect(keyAction(press('z', { metaKey: true }), 'page')).toBe('undo');
    expect(keyAction(press('Z', { ctrlKey: true, shiftKey: true }), 'page')).toBe('redo');
    expect(keyAction(press('y', { ctrlKey: true }), 'page')).toBe('redo');
  });

  it("leaves the browser's own shortcuts alone", () => {
    expect(keyAction(press('ArrowLeft', { altKey: true }), 'page')).toBeUndefined();
    expect(keyAction(press('ArrowRight', { ctrlKey: true }), 'page')).toBeUndefined();
    expect(keyAction(press('toString'), 'page')).toBeUndefined();
  });
});
