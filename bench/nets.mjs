// The networks that training is measured on: sigmoid everywhere and squared error, which all of them know.
export const NETS = [
  [2, 4, 2, 1],
  [3, 4, 3, 2],
  [16, 16, 16, 10],
  [64, 32, 16, 10],
];

export const BATCH = 10;

/** Numbers between −1 and 1, the same at every run. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state / 4_294_967_296) * 2 - 1;
  };
}

/** A batch: `inputs[example][feature]`, and targets between 0 and 1. */
export function batchFor(sizes) {
  const next = generator(sizes.length * 97 + sizes[0]);
  const row = (n, map) => Array.from({ length: n }, () => map(next()));
  const examples = Array.from({ length: BATCH }, () => ({
    input: row(sizes[0], (x) => x),
    target: row(sizes.at(-1), (x) => (x > 0 ? 0.9 : 0.1)),
  }));
  return examples;
}

export const nameOf = (sizes) => sizes.join('-');

export { generator };
