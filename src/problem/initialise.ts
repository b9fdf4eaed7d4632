import type { Rows } from './rows';

/** How new weights come about. All but zeros are drawn from a seed: the same seed gives the same numbers. */
export const INITIALISERS = ['readable', 'xavier', 'he', 'zeros'] as const;
export type Initialiser = (typeof INITIALISERS)[number];

export interface Seeded {
  readonly kind: Initialiser;
  readonly seed: number;
}

/** FNV-1a, so that each matrix draws from a stream of its own and does not depend on the others. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Mulberry32: numbers from 0 to 1, the same on every machine. */
export function randomFrom(seed: number, name: string): () => number {
  let state = hash(`${seed}:${name}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const DIGITS = 4;
const rounded = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;

/** One decimal, up to ±0.9, never 0: what a handout would choose. */
function readable(random: () => number): number {
  const size = (1 + Math.floor(random() * 9)) / 10;
  return random() < 0.5 ? -size : size;
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

type Draw = (random: () => number, inputs: number, units: number) => number;

const WEIGHT: Readonly<Record<Initialiser, Draw>> = {
  readable,
  xavier: (random, inputs, units) =>
    rounded((2 * random() - 1) * Math.sqrt(6 / (inputs + units)), DIGITS),
  he: (random, inputs) => rounded(normal(random) * Math.sqrt(2 / inputs), DIGITS),
  zeros: () => 0,
};

function filled(rows: number, cols: number, draw: () => number): Rows {
  return Array.from({ length: rows }, () => Array.from({ length: cols }, draw));
}

/** The weights of layer `l`, units × inputs. */
export function newWeights({ kind, seed }: Seeded, l: number, units: number, inputs: number): Rows {
  const random = randomFrom(seed, `W${l}`);
  return filled(units, inputs, () => WEIGHT[kind](random, inputs, units));
}

/** A bias starts at 0, but for the readable numbers, where it is to be seen. */
export function newBias({ kind, seed }: Seeded, l: number, units: number): Rows {
  const random = randomFrom(seed, `b${l}`);
  return filled(units, 1, kind === 'readable' ? () => readable(random) : () => 0);
}

/** New data, readable ones in any case. */
export function newData(seed: number, name: string, rows: number, cols: number): Rows {
  const random = randomFrom(seed, name);
  return filled(rows, cols, () => readable(random));
}
