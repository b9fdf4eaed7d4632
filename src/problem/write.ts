import { FORMAT, type NetworkProblem, type Problem, VERSION } from './problem';

export type FileValue =
  | string
  | number
  | boolean
  | readonly FileValue[]
  | { readonly [key: string]: FileValue | undefined };

const WIDTH = 100;

function isFlat(value: FileValue): boolean {
  return typeof value !== 'object';
}

/** JSON.stringify would write −0 as 0. */
function scalar(value: FileValue): string {
  return Object.is(value, -0) ? '-0' : JSON.stringify(value);
}

function entriesOf(value: object): [string, FileValue][] {
  return Object.entries(value).filter(([, v]) => v !== undefined);
}

/** A list of scalars stays on one line, and so does a short object of scalars; all else is opened. */
export function print(value: FileValue, indent: string): string {
  if (typeof value !== 'object') return scalar(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every(isFlat)) return `[${value.map(scalar).join(', ')}]`;
    return `[\n${value.map((v) => inner + print(v, inner)).join(',\n')}\n${indent}]`;
  }
  const entries = entriesOf(value);
  if (entries.length === 0) return '{}';
  const fields = entries.map(([key, v]) => `${JSON.stringify(key)}: ${print(v, inner)}`);
  const line = `{ ${fields.join(', ')} }`;
  if (entries.every(([, v]) => isFlat(v)) && indent.length + line.length <= WIDTH) return line;
  return `{\n${fields.map((f) => inner + f).join(',\n')}\n${indent}}`;
}

function networkOf({ network }: NetworkProblem): FileValue {
  const { examples, weights, inputs, layers, loss } = network;
  return {
    examples,
    weights,
    layers: [
      { units: inputs },
      ...layers.map(({ units, activation, bias }) => ({ units, activation, bias })),
    ],
    loss: { ...loss },
  };
}

/** The file format as a plain value, ready for JSON. */
export function toFile(problem: Problem): { readonly [key: string]: FileValue | undefined } {
  const { title, source, description, notation, mixture, data, parameters, optimizer } = problem;
  const body: { readonly [key: string]: FileValue | undefined } =
    problem.kind === 'network'
      ? { network: networkOf(problem) }
      : { program: problem.program, minimise: problem.minimise, examples: problem.examples };
  return {
    format: FORMAT,
    version: VERSION,
    title,
    source: source && { ...source },
    description,
    notation,
    mixture: mixture && { ...mixture },
    ...body,
    data,
    parameters,
    optimizer: { ...optimizer },
  };
}

/** The problem as a file that reads well by hand: one matrix row a line. `readProblem` gives it back. */
export function writeProblem(problem: Problem): string {
  return `${print(toFile(problem), '')}\n`;
}
