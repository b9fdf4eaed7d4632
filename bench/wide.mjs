import { generator } from './nets.mjs';

const UNITS = [16, 16, 16, 10];
const EXAMPLES = 32;

/** 16-16-16-10 with 32 examples, as a problem file: as large as the page is to stay smooth. */
export function wideProblem() {
  const next = generator(3);
  const matrix = (rows, cols) =>
    Array.from({ length: rows }, () => Array.from({ length: cols }, () => next()));
  const classes = Array.from({ length: UNITS.at(-1) }, (_, k) =>
    Array.from({ length: EXAMPLES }, (_, j) => (j % UNITS.at(-1) === k ? 1 : 0)),
  );
  return {
    format: 'backstep-problem',
    version: 1,
    title: 'A wide network',
    network: {
      layers: UNITS.map((units, i) =>
        i === 0 ? { units } : { units, activation: i === 3 ? 'softmax' : 'tanh' },
      ),
      loss: { kind: 'categorical-cross-entropy', over: 'mean' },
    },
    data: { X: matrix(UNITS[0], EXAMPLES), Y: classes },
    parameters: Object.fromEntries(
      UNITS.slice(1).flatMap((units, i) => [
        [`W${i + 1}`, matrix(units, UNITS[i])],
        [`b${i + 1}`, matrix(units, 1)],
      ]),
    ),
  };
}
