import { describe, expect, test } from 'vitest';
import { parseProblem } from '.';
import { FILE, faultOf, layer, network, PROGRAM } from './testing/files';

const FAULTS: readonly (readonly [string, unknown, string, string])[] = [
  ['a list', [], 'A problem file is a JSON object, but this is a list', 'file'],
  ['null', null, 'A problem file is a JSON object, but this is null', 'file'],
  [
    'another format',
    { format: 'keras' },
    'This is no Backstep problem: "format" must be "backstep-problem", but is "keras"',
    'format',
  ],
  [
    'a newer version',
    { ...FILE, version: 3 },
    'This file is version 3; this Backstep reads version 1. Open it with a newer Backstep',
    'version',
  ],
  ['a version in words', { ...FILE, version: '1' }, '"version" must be 1, but is "1"', 'version'],
  [
    'network and program',
    { ...FILE, program: '' },
    'The file has both "network" and "program"; keep one of them',
    'file',
  ],
  [
    'neither',
    { format: 'backstep-problem', version: 1 },
    'The file needs a "network" or a "program"',
    'file',
  ],
  ['a misspelt key', { ...FILE, tilte: 'x' }, 'Unknown key "tilte". Did you mean "title"?', 'file'],
  [
    'a key of another place',
    { ...FILE, examples: 'rows' },
    'Unknown key "examples"; in a problem with a network it belongs inside "network"',
    'file',
  ],
  [
    'a key of a program',
    { ...FILE, minimise: 'J' },
    'Unknown key "minimise"; it belongs to a problem with a "program"',
    'file',
  ],
  [
    'a prototype as a key',
    JSON.parse(`{"__proto__": 1, ${JSON.stringify(FILE).slice(1)}`),
    'Unknown key "__proto__"',
    'file',
  ],
  [
    'a misspelt key in a layer',
    layer({ activaton: 'relu' }),
    'Unknown key "activaton". Did you mean "activation"?',
    'network.layers[1]',
  ],
  [
    'an activation of the input',
    network({ layers: [{ units: 2, activation: 'relu' }, { units: 1 }] }),
    'Unknown key "activation"; the first layer is the input and has "units" alone',
    'network.layers[0]',
  ],
  [
    'a misspelt activation',
    layer({ activation: 'rleu' }),
    '"activation" must be one of "identity", "sigmoid", "tanh", "relu", "leaky-relu", "softplus", "elu", "gelu", "softmax", but is "rleu". Did you mean "relu"?',
    'network.layers[1].activation',
  ],
  [
    'units in words',
    layer({ units: 'three' }),
    '"units" must be a whole number from 1 to 4096, but is "three"',
    'network.layers[1].units',
  ],
  [
    'half a unit',
    layer({ units: 1.5 }),
    '"units" must be a whole number from 1 to 4096, but is 1.5',
    'network.layers[1].units',
  ],
  [
    'no unit',
    layer({ units: 0 }),
    '"units" must be a whole number from 1 to 4096, but is 0',
    'network.layers[1].units',
  ],
  [
    'too many units',
    layer({ units: 1e6 }),
    '"units" must be a whole number from 1 to 4096, but is 1000000',
    'network.layers[1].units',
  ],
  ['no units', network({ layers: [{}, { units: 1 }] }), '"units" is missing', 'network.layers[0]'],
  [
    'a bias in words',
    layer({ bias: 'yes' }),
    '"bias" must be true or false, but is "yes"',
    'network.layers[1].bias',
  ],
  [
    'a layer that is none',
    network({ layers: [{ units: 2 }, 3] }),
    'Item 2 of "layers" must be an object, as in { … }, but is 3',
    'network.layers[1]',
  ],
  [
    'layers that are none',
    network({ layers: 3 }),
    '"layers" must be a list of the input layer and at least one more, but is 3',
    'network.layers',
  ],
  [
    'a list as a network',
    { ...FILE, network: [] },
    '"network" must be an object, as in { … }, but is a list',
    'network',
  ],
  ['a network of nothing', { ...FILE, network: {} }, '"layers" is missing', 'network'],
  [
    'a million layers',
    network({ layers: new Array(1_000_001).fill({}) }),
    'The network has 1\u00a0000\u00a0000 layers after the input; the limit is 64',
    'network.layers',
  ],
  [
    'an odd scale',
    network({ loss: { kind: 'squared-error', scale: 2 } }),
    '"scale" must be 1 or 0.5, but is 2',
    'network.loss.scale',
  ],
  [
    'no loss',
    network({ loss: undefined }),
    '"loss" must be an object, as in { … }, but is missing',
    'network.loss',
  ],
  [
    'an unknown notation',
    { ...FILE, notation: 'bracket-columns' },
    '"notation" must be one of "logistic-columns", "brackets-columns", "named-columns", "parentheses-rows", "brackets-in-out", but is "bracket-columns". Did you mean "brackets-columns"?',
    'notation',
  ],
  [
    'a long title',
    { ...FILE, title: 'x'.repeat(201) },
    '"title" must be at most 200 characters long',
    'title',
  ],
  [
    'a long description',
    { ...FILE, description: 'x'.repeat(2001) },
    '"description" must be at most 2000 characters long',
    'description',
  ],
  [
    'a long program',
    { ...PROGRAM, program: 'x'.repeat(20_001) },
    '"program" must be at most 20000 characters long',
    'program',
  ],
  [
    'a control character',
    { ...FILE, title: 'a\u0007b' },
    '"title" must be free of control characters',
    'title',
  ],
  [
    'half a character',
    { ...FILE, title: 'a\ud800b' },
    '"title" must be free of control characters',
    'title',
  ],
  ['a title that is none', { ...FILE, title: 7 }, '"title" must be a text, but is 7', 'title'],
];

describe('a file that cannot be used gets one sentence and a place', () => {
  test.each(FAULTS)('%s', (_, file, error, where) => {
    expect(faultOf(parseProblem(file))).toEqual([error, where]);
  });
});
