import { expect, test } from 'vitest';
import { parseProblem, readProblem } from '.';
import { FILE, faultOf, network, PROGRAM, w1 } from './testing/files';

test('a network gets its defaults', () => {
  const read = parseProblem(FILE);
  expect(read).toEqual({
    ok: true,
    value: {
      kind: 'network',
      title: 'Small',
      network: {
        examples: 'columns',
        weights: 'out-in',
        inputs: 2,
        layers: [
          { units: 3, activation: 'relu', bias: true },
          { units: 1, activation: 'sigmoid', bias: true },
        ],
        loss: { kind: 'binary-cross-entropy', fromLogits: false, scale: 1, over: 'mean' },
      },
      data: FILE.data,
      parameters: FILE.parameters,
      optimizer: { kind: 'sgd', learningRate: 0.1 },
    },
  });
});

test('a program gets its defaults, and keeps the last line as what is minimised', () => {
  expect(parseProblem(PROGRAM)).toEqual({
    ok: true,
    value: {
      kind: 'program',
      title: 'Line',
      program: 'L = (w * x - y)^2',
      examples: 'columns',
      data: { x: 1, y: 2 },
      parameters: { w: 3 },
      optimizer: { kind: 'sgd', learningRate: 0.1 },
    },
  });
});

test('TeX and HTML in a title are just text', () => {
  const title = '<b>$\\frac{1}{m}$</b> & "quotes" 😀';
  const read = parseProblem({ ...FILE, title });
  expect(read.ok && read.value.title).toBe(title);
});

test('a byte order mark before the file is no error', () => {
  expect(readProblem(`\uFEFF${JSON.stringify(FILE)}`).ok).toBe(true);
});

test('names such as constructor are names like any other', () => {
  const read = parseProblem({ ...PROGRAM, data: { constructor: 1, toString: 2 } });
  expect(read.ok && Object.entries(read.value.data)).toEqual([
    ['constructor', 1],
    ['toString', 2],
  ]);
});

/** A list, and how often one of its elements has been read. */
function counted(list: readonly unknown[]): { list: readonly unknown[]; reads: () => number } {
  let reads = 0;
  const get = (from: readonly unknown[], key: string | symbol) => {
    if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
    return Reflect.get(from, key);
  };
  return { list: new Proxy(list, { get }), reads: () => reads };
}

const MILLION = new Array(1_000_001).fill({});

test('a million layers are refused unread, a million bad rows with the first one', () => {
  const layers = counted(MILLION);
  expect(faultOf(parseProblem(network({ layers: layers.list })))[1]).toBe('network.layers');
  expect(layers.reads()).toBe(0);
  const rows = counted(MILLION);
  expect(faultOf(parseProblem(w1(rows.list)))[1]).toBe('parameters.W1[0]');
  // Once for its size, and then the first one.
  expect(rows.reads()).toBeLessThanOrEqual(MILLION.length + 10);
});

test('a text over the size limit is refused unread', () => {
  expect(faultOf(readProblem(' '.repeat(5_000_001)))).toEqual([
    'The file has 5\u00a0000\u00a0001 characters; the limit is 5\u00a0000\u00a0000',
    'file',
  ]);
});
