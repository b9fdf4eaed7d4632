import { describe, expect, it } from 'vitest';
import { initialState } from '../../store/state';
import type { Command } from './command';
import { commandsOf } from './dynamic';
import { commandFor, type Focus, type Press } from './keys';
import { COMMANDS } from './table';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const idFor = (pressed: Press, focus: Focus = 'page') => commandFor(COMMANDS, pressed, focus)?.id;

describe('keys', () => {
  it('step with arrows, page keys, Home and End', () => {
    const keys = ['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp', 'Home', 'End'];
    expect(keys.map((key) => idFor(press(key)))).toEqual([
      'next',
      'next',
      'previous',
      'previous',
      'first',
      'last',
    ]);
  });

  it('are left to a field that has the focus, but for the palette', () => {
    for (const key of ['ArrowRight', 'Home', ' ', 'z', 'g', '?']) {
      expect(idFor(press(key, { ctrlKey: key === 'z' }), 'field')).toBeUndefined();
    }
    expect(idFor(press('k', { ctrlKey: true }), 'field')).toBe('palette');
    expect(idFor(press('k', { metaKey: true }), 'control')).toBe('palette');
  });

  it('are left to a field of a number too, but for the glossary', () => {
    for (const key of ['ArrowRight', 'Home', ' ', '?']) {
      expect(idFor(press(key), 'number')).toBeUndefined();
    }
    expect(idFor(press('g'), 'number')).toBe('glossary');
    expect(idFor(press('k', { ctrlKey: true }), 'number')).toBe('palette');
  });

  it('leave arrows and space to a choice, where nothing is typed', () => {
    for (const key of ['ArrowRight', ' ']) expect(idFor(press(key), 'choice')).toBeUndefined();
    expect(idFor(press('PageDown'), 'choice')).toBe('next');
    expect(idFor(press('k', { ctrlKey: true }), 'choice')).toBe('palette');
  });

  it('leave the space to a button, but not the arrows', () => {
    expect(idFor(press(' '), 'control')).toBeUndefined();
    expect(idFor(press(' '))).toBe('play');
    expect(idFor(press('ArrowRight'), 'control')).toBe('next');
  });

  it('undo and redo by either habit', () => {
    expect(idFor(press('z', { ctrlKey: true }))).toBe('undo');
    expect(idFor(press('z', { metaKey: true }))).toBe('undo');
    expect(idFor(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('redo');
    expect(idFor(press('y', { ctrlKey: true }))).toBe('redo');
  });

  it('ask for help with the question mark, wherever a keyboard has it', () => {
    expect(idFor(press('?', { shiftKey: true }))).toBe('keys');
    expect(idFor(press('?'))).toBe('keys');
    expect(idFor(press('G', { shiftKey: true }))).toBeUndefined();
  });

  it("leave the browser's own shortcuts alone", () => {
    expect(idFor(press('ArrowLeft', { altKey: true }))).toBeUndefined();
    expect(idFor(press('ArrowRight', { ctrlKey: true }))).toBeUndefined();
    expect(idFor(press('ArrowRight', { shiftKey: true }))).toBeUndefined();
    expect(idFor(press('toString'))).toBeUndefined();
  });

  it('belong to one command each, and commands have names of their own', () => {
    const all = COMMANDS.flatMap(({ keys = [] }: Command) => keys.map((key) => key.press));
    expect(new Set(all).size).toBe(all.length);
    const listed = [...COMMANDS, ...commandsOf(initialState)];
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    expect(new Set(listed.map(({ title }) => title)).size).toBe(listed.length);
  });
});
