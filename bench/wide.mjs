import { generator } from './nets.mjs';

/** As large as the page is to stay smooth. */
const UNITS = [16, 16, 16, 10];
const EXAMPLES = 32;

/** A network as a problem file: `units` of each layer, from the inputs to the softmax. */
export function wideProblem(units = UNITS, examples = EXAMPLES) {
  const classCount = units.at(-1);
  const next = generator(3);
  const matrix = (rows, cols) =>
    Array.from({ length: rows }, () => Array.from({ length: cols }, () => next()));
  const classes = Array.from({ length: classCount }, (_, k) =>
    Array.from({ length: examples }, (_, j) => (j % classCount === k ? 1 : 0)),
  );
  return {
    format: 'backstep-problem',
    version: 1,
    title: 'A wide network',
    network: {
      layers: units.map((count, i) =>
        i === 0
          ? { units: count }
          : { units: count, activation: i === units.length - 1 ? 'softmax' : 'tanh' },
      ),
      loss: { kind: 'categorical-cross-entropy', over: 'mean' },
    },
    data: { X: matrix(units[0], examples), Y: classes },
    parameters: Object.fromEntries(
      units.slice(1).flatMap((count, i) => [
        [`W${i + 1}`, matrix(count, units[i])],
        [`b${i + 1}`, matrix(count, 1)],
      ]),
    ),
  };
}
