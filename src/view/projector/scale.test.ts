import { describe, expect, it } from 'vitest';
import { letterOf, lineOf } from './scale';

describe('the sizes of a screen', () => {
  it('are 24 and 3 pixels at 1280×720', () => {
    expect(letterOf(1280, 720)).toBe(24);
    expect(lineOf(1280, 720)).toBe(3);
  });

  it('grow with the screen, by its narrower side', () => {
    expect(letterOf(1920, 1080)).toBe(36);
    expect(lineOf(3840, 2160)).toBe(9);
    expect(letterOf(2560, 720)).toBe(24);
  });

  it('never fall below the floor, whatever the scale of the type', () => {
    expect(letterOf(1280, 720, 0.5)).toBe(24);
    expect(letterOf(1280, 720, 1.5)).toBe(36);
  });
});
