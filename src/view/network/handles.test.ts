import { describe, expect, it } from 'vitest';
import type { HeadingPlace } from '../../diagram';
import { handlesOf } from './handles';

const place = (layer: number, units = 3): HeadingPlace => ({
  layer,
  units,
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  free: 0,
});
const namesOf = (layer: number, last: number) => {
  const { fewer, more, layers } = handlesOf(place(layer), last);
  return [fewer, more, ...layers].map(({ name }) => name);
};

describe('the handles at the headings', () => {
  it('a hidden layer has all four', () => {
    expect(namesOf(2, 3)).toEqual([
      'Remove a unit from layer 2',
      'Add a unit to layer 2',
      'Add a layer after layer 2',
      'Remove layer 2',
    ]);
  });

  it('the input is never removed, and the output is the last layer', () => {
    expect(namesOf(0, 3)).toEqual([
      'Remove a unit from the input',
      'Add a unit to the input',
      'Add a layer after the input',
    ]);
    expect(namesOf(3, 3)).toEqual(['Remove a unit from layer 3', 'Add a unit to layer 3']);
  });

  it('a new layer comes between its heading and the next', () => {
    const { layers } = handlesOf(place(1), 3);
    expect(layers[0]?.edit).toEqual({ kind: 'add-layer', before: 2 });
  });

  it('the last unit stays', () => {
    expect(handlesOf(place(1, 1), 2).fewer.isDisabled).toBe(true);
    expect(handlesOf(place(1, 2), 2).fewer.isDisabled).toBe(false);
    expect(handlesOf(place(1, 1), 2).more.isDisabled).toBe(false);
  });
});
