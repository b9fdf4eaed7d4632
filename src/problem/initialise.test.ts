import { expect, test } from 'vitest';
import { INITIALISERS, newBias, newWeights, randomFrom } from './initialise';

test('the same seed gives the same numbers, another seed others', () => {
  for (const kind of INITIALISERS) {
    expect(newWeights({ kind, seed: 5 }, 2, 4, 3)).toEqual(newWeights({ kind, seed: 5 }, 2, 4, 3));
    if (kind === 'zeros') continue;
    expect(newWeights({ kind, seed: 6 }, 2, 4, 3)).not.toEqual(
      newWeights({ kind, seed: 5 }, 2, 4, 3),
    );
  }
});

test('the first numbers of a seed never change: a link may name it', () => {
  expect(newWeights({ kind: 'readable', seed: 1 }, 1, 2, 2)).toMatchInlineSnapshot(`
    [
      [
        0.8,
        0.5,
      ],
      [
        -0.9,
        0.5,
      ],
    ]
  `);
});

test('readable ones have one decimal, are not 0 and not beyond 0.9', () => {
  const seen = new Set(newWeights({ kind: 'readable', seed: 3 }, 1, 40, 40).flat());
  expect([...seen].sort((a, b) => a - b)).toEqual([
    -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8,
    0.9,
  ]);
});

const meanAndVariance = (numbers: readonly number[]) => {
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
  return [mean, numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length] as const;
};

test.each([
  ['xavier', 2 / (50 + 100)],
  ['he', 2 / 100],
] as const)('%s has the variance of its paper', (kind, expected) => {
  const [mean, variance] = meanAndVariance(newWeights({ kind, seed: 9 }, 1, 50, 100).flat());
  expect(Math.abs(mean)).toBeLessThan(0.01);
  expect(Math.abs(variance / expected - 1)).toBeLessThan(0.08);
});

test('zeros are zeros, and biases start at 0 but for the readable ones', () => {
  expect(newWeights({ kind: 'zeros', seed: 1 }, 1, 1, 2)).toEqual([[0, 0]]);
  expect(newBias({ kind: 'he', seed: 1 }, 1, 2)).toEqual([[0], [0]]);
  expect(newBias({ kind: 'readable', seed: 1 }, 1, 2).flat()).not.toContain(0);
});

test('random numbers are spread evenly from 0 to 1', () => {
  const random = randomFrom(1, 'W1');
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 10_000; i++) counts[Math.floor(random() * 10)]! += 1;
  expect(Math.min(...counts)).toBeGreaterThan(900);
  expect(Math.max(...counts)).toBeLessThan(1100);
});
