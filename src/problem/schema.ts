import * as v from 'valibot';
import { LIMITS } from './limits';
import { didYouMean } from './nearest';
import { ACTIVATIONS, FORMAT, LOSSES, MIXTURE, NAME, NOTATIONS, VERSION } from './problem';
import { isRecord } from './record';
import { quote } from './show';

/**
 * The file as it is written. A message here is what a value must be (`"units" must be …, but is …`); only an
 * object's own message is a whole sentence. `faults.ts` joins them.
 */

const ELSEWHERE: Readonly<Record<string, string>> = {
  minimise: 'it belongs to a problem with a "program"',
  minimize: 'the file spells it "minimise", and it belongs to a problem with a "program"',
  examples: 'in a problem with a network it belongs inside "network"',
  weights: 'it belongs inside "network"',
  layers: 'it belongs inside "network"',
  loss: 'it belongs inside "network"',
  learningRate: 'it belongs inside "optimizer"',
};

function unknownKey(key: string, known: readonly string[]): string {
  const hint = didYouMean(key, known);
  const elsewhere = Object.hasOwn(ELSEWHERE, key) ? `; ${ELSEWHERE[key]}` : '';
  return `Unknown key ${quote(key)}${hint ? `.${hint}` : elsewhere}`;
}

export function record<const E extends v.ObjectEntries>(entries: E) {
  return v.pipe(
    v.custom<Record<string, unknown>>(isRecord, 'an object, as in { … }'),
    v.strictObject(entries, (issue) =>
      issue.expected === 'never'
        ? unknownKey(String(issue.input), Object.keys(entries))
        : `${issue.expected} is missing`,
    ),
  );
}

/** Control characters and halves of surrogate pairs are refused; TeX and HTML are just text. */
const LINE = /^[^\p{Cc}\p{Cs}]*$/u;
export const LINES = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;

export function text(longest: number, pattern = LINE) {
  return v.pipe(
    v.string('a text'),
    v.maxLength(longest, `at most ${longest} characters long`),
    v.regex(pattern, 'free of control characters'),
  );
}

export function oneOf<const T extends readonly string[]>(options: T) {
  return v.picklist(options, `one of ${options.map((o) => `"${o}"`).join(', ')}`);
}

export const flag = v.boolean('true or false');

const units = v.pipe(
  v.number(`a whole number from 1 to ${LIMITS.units}`),
  v.integer(`a whole number from 1 to ${LIMITS.units}`),
  v.minValue(1, `a whole number from 1 to ${LIMITS.units}`),
  v.maxValue(LIMITS.units, `a whole number from 1 to ${LIMITS.units}`),
);

const inputLayer = record({ units });

const layer = record({
  units,
  activation: v.optional(oneOf(ACTIVATIONS), 'identity'),
  bias: v.optional(flag, true),
});

const loss = record({
  kind: oneOf(LOSSES),
  fromLogits: v.optional(flag, false),
  scale: v.optional(v.picklist([1, 0.5], '1 or 0.5'), 1),
  over: v.optional(oneOf(['sum', 'mean', 'mean-all']), 'mean'),
});

const examples = v.optional(oneOf(['columns', 'rows']), 'columns');

const network = record({
  examples,
  weights: v.optional(oneOf(['out-in', 'in-out']), 'out-in'),
  layers: v.tupleWithRest(
    [inputLayer, layer],
    layer,
    'a list of the input layer and at least one more',
  ),
  loss,
});

const optimizer = record({
  kind: v.optional(oneOf(['sgd']), 'sgd'),
  learningRate: v.optional(
    v.pipe(
      v.number('a number from 0'),
      v.finite('a finite number'),
      v.minValue(0, 'a number from 0'),
    ),
    0.1,
  ),
});

const tensors = v.custom<Record<string, unknown>>(isRecord, 'an object of names and matrices');

const mixture = record({
  letters: oneOf(MIXTURE.letters),
  layers: oneOf(MIXTURE.layers),
  error: oneOf(MIXTURE.error),
  hadamard: oneOf(MIXTURE.hadamard),
  loss: oneOf(MIXTURE.loss),
  count: oneOf(MIXTURE.count),
  biasSum: oneOf(MIXTURE.biasSum),
});

const common = {
  format: v.literal(FORMAT, `"${FORMAT}"`),
  version: v.literal(VERSION, `${VERSION}`),
  title: v.optional(text(LIMITS.title), 'Untitled'),
  source: v.exactOptional(
    record({ document: text(LIMITS.source), section: v.exactOptional(text(LIMITS.source)) }),
  ),
  description: v.exactOptional(text(LIMITS.description, LINES)),
  notation: v.exactOptional(oneOf(NOTATIONS)),
  mixture: v.exactOptional(mixture),
  data: v.optional(tensors, {}),
  parameters: v.optional(tensors, {}),
  optimizer: v.optional(optimizer, {}),
};

export const networkFile = record({ ...common, network });

export const programFile = record({
  ...common,
  program: text(LIMITS.program, LINES),
  minimise: v.exactOptional(
    v.pipe(v.string('a name'), v.regex(NAME, 'a name of letters, digits and _')),
  ),
  examples,
});

export type NetworkFile = v.InferOutput<typeof networkFile>;
export type ProgramFile = v.InferOutput<typeof programFile>;
