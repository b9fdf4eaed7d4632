import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyProblem } from '../../compile/testing/cases';
import { DETAILS, notationOf } from '../../derive';
import {
  LIBRARY,
  LIMITS,
  loadLibraryProblem,
  NOTATIONS,
  type Problem,
  relayout,
  setEntry,
} from '../../problem';
import fixture from '../links.fixture.json';
import { linkOf, MOST_BYTES, type SharedState, stateOfLink } from '.';
import { seal, unseal } from './text';

const problems = everyProblem();
const idsOfLibrary = LIBRARY.map(({ id }) => id);
const problemOf = (id: string) => problems.get(id) as Problem;

const place: Omit<SharedState, 'problem' | 'library'> = {
  step: 'backward:W2',
  detail: 'quantities',
  example: 1,
  decimals: 5,
  alone: true,
  depth: 'entry',
  entry: ['dW2', 1, 0],
};
const open = (link: string) => stateOfLink(link, loadLibraryProblem);
async function faultOf(link: string): Promise<string> {
  const result = await open(link);
  if (result.ok) throw new Error('expected a fault');
  expect(result.fault.where).toBe('link');
  return result.fault.error;
}

/** Any number in any matrix replaced, as a learner would. */
const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 0, 1e300, -1e-300, 0.1),
);
const anyEdits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), anyNumber), { maxLength: 12 });

function edited(problem: Problem, edits: readonly (readonly [number, number, number, number])[]) {
  const names = Object.keys(problem.parameters);
  return edits.reduce((before, [n, r, c, value]) => {
    const name = names[n % names.length] ?? '';
    const tensor = before.parameters[name];
    const [rows, cols] = Array.isArray(tensor) ? [tensor.length, tensor[0].length] : [1, 1];
    const after = setEntry(before, name, r % rows, c % cols, value);
    return after.ok ? after.value : before;
  }, problem);
}

test('any problem with any edits comes back from its link, to the last bit', async () => {
  const everyId = [...problems.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...everyId),
      anyEdits,
      fc.option(fc.constantFrom(...NOTATIONS)),
      fc.constantFrom(...DETAILS),
      fc.nat(7),
      async (id, edits, notation, detail, example) => {
        const plain = edited(problemOf(id), edits);
        const turned =
          notation && plain.kind === 'network' ? relayout(plain, notationOf(notation)) : plain;
        const problem: Problem = notation ? { ...turned, notation } : turned;
        const library = idsOfLibrary.includes(id) ? id : null;
        const names = Object.keys(problem.parameters);
        const state: SharedState = { ...place, problem, library, detail, example };
        for (const base of [undefined, library === null ? undefined : problemOf(library)]) {
          const back = await open(await linkOf(state, base));
          expect(back).toEqual({ ok: true, value: state });
          if (back.ok) expect(Object.keys(back.value.problem.parameters)).toEqual(names);
        }
      },
    ),
    { seed: 11, numRuns: 120 },
  );
});

test('a problem of the library is named, so its link is short; an edit or another notation adds little', async () => {
  for (const id of idsOfLibrary) {
    const problem = problemOf(id);
    const link = await linkOf({ ...place, problem, library: id }, problem);
    expect(link.length).toBeLessThan(200);
    if (problem.kind !== 'network' || !problem.parameters.W1) continue;
    const other = { ...relayout(problem, notationOf('parentheses-rows')) };
    const turned: Problem = { ...edited(other, [[0, 0, 0, 0.25]]), notation: 'parentheses-rows' };
    const longer = await linkOf({ ...place, problem: turned, library: id }, problem);
    expect(longer.length, id).toBeLessThan(320);
  }
});

test('links made long ago still open', async () => {
  expect(fixture.length).toBeGreaterThan(5);
  for (const { link, title, numbers, ...at } of fixture) {
    const result = await open(link);
    if (!result.ok) throw new Error(result.fault.error);
    const { problem } = result.value;
    expect(result.value).toMatchObject(at);
    expect({ title: problem.title, numbers: problem.parameters }).toEqual({ title, numbers });
  }
});

const shared: SharedState = {
  ...place,
  problem: problemOf('s3-mlp-mse-batch'),
  library: null,
};

test('a link that is cut off anywhere says so, and how much of it came', async () => {
  const link = await linkOf(shared, undefined);
  for (let at = 0; at < link.length; at += 7) {
    const sentence = await faultOf(link.slice(0, at));
    expect(sentence).toMatch(at < 2 ? /no Backstep link/ : /cut off/);
    expect(sentence).toMatch(/Copy the whole link again/);
  }
});

test('one changed character is found, wherever it is', async () => {
  const link = await linkOf(shared, undefined);
  const start = link.lastIndexOf('.') + 1;
  for (let at = start; at < link.length; at += 11) {
    const other = link[at] === 'A' ? 'B' : 'A';
    expect(await faultOf(link.slice(0, at) + other + link.slice(at + 1))).toMatch(
      /changed on the way/,
    );
  }
});

test('a link of a newer version says so', async () => {
  const link = await linkOf(shared, undefined);
  expect(await faultOf(link.replace(/^1\./, '2.'))).toMatch(/newer Backstep \(link version 2;/);
  expect(await faultOf('999999.x')).toMatch(/Reload the page/);
});

test('a decompression bomb is stopped at its bound', async () => {
  const bomb = await seal('x'.repeat(60_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  const before = process.memoryUsage().arrayBuffers;
  expect(await faultOf(bomb)).toMatch(/unpacks to more than 4 MB/);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * MOST_BYTES);
});

const HOSTILE: readonly (readonly [string, string])[] = [
  ['{"file":{"__proto__":{"format":"backstep-problem"}}}', 'format'],
  ['{"__proto__":{"id":"s2-single"}}', 'it has no problem'],
  ['{"id":"__proto__"}', 'no problem "__proto__"'],
  ['{"id":"constructor"}', 'no problem "constructor"'],
  ['{"id":"s2-single","changes":[[["__proto__","polluted"],1]]}', 'do not fit'],
  ['{"id":"s2-single","changes":[[["constructor","prototype","polluted"],1]]}', 'do not fit'],
  ['{"id":"s2-single","changes":[[["__proto__"],{"polluted":1}]]}', '__proto__'],
  ['{"id":"s2-single","changes":[[["parameters","W1","length"],9]]}', 'do not fit'],
  ['{"id":"s2-single","changes":[[["parameters","W1",0],"x"]]}', 'W1'],
  ['{"id":"s2-single","changes":[[["parameters"]]]}', 'do not fit|W1|parameters'],
  ['{"id":"s2-single","changes":7}', 'do not fit'],
  ['{"id":"s2-single","changes":[[[],{}]]}', 'do not fit'],
  ['[]', 'not an object'],
  ['null', 'not an object'],
  ['"x"', 'not an object'],
  ['{', 'not JSON'],
  [`${'['.repeat(100_000)}`, 'not JSON'],
];

test.each(HOSTILE.map(([text, words]) => [text.slice(0, 60), text, words] as const))(
  '%s is refused with a sentence and touches no prototype',
  async (_, text, words) => {
    const result = await open(await seal(text));
    const opened = result.ok ? 'opened' : result.fault.error;
    // A problem without a parameter may be refused only where it is compiled.
    if (!result.ok || !text.includes('[["parameters"]]')) expect(opened).toMatch(new RegExp(words));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(Reflect.get({}, 'polluted')).toBe(undefined);
  },
);

const NOWHERE = {
  step: '',
  detail: 'layers',
  example: 0,
  decimals: null,
  alone: false,
  depth: 'layer',
  entry: null,
};

test('a place that makes no sense is the beginning, and the problem opens all the same', async () => {
  const text =
    '{"id":"s2-single","step":7,"detail":"toString","example":-1,"decimals":1e9,"__proto__":1,' +
    '"alone":"yes","depth":"__proto__","entry":["W1",-1,{}]}';
  expect(await open(await seal(text))).toMatchObject({
    ok: true,
    value: { ...NOWHERE, library: 's2-single' },
  });
});

test('whatever is done to a link, it opens or says a sentence; it never throws', async () => {
  const links = await Promise.all(
    ['s1-relu2-softmax-cce', 's2-single-expr'].map((id) =>
      linkOf({ ...place, problem: edited(problemOf(id), [[0, 0, 0, 9]]), library: id }, undefined),
    ),
  );
  const anyMutation = fc.tuple(
    fc.constantFrom(...links),
    fc.nat(),
    fc.nat(40),
    fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 })),
  );
  await fc.assert(
    fc.asyncProperty(anyMutation, async ([link, at, length, put]) => {
      const start = at % link.length;
      const result = await open(link.slice(0, start) + put + link.slice(start + length));
      if (!result.ok) expect(result.fault.error).toMatch(/\w+ .*\w/);
    }),
    { seed: 12, numRuns: 400 },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
      expect((await open(await seal(text))).ok).toBe(false);
    }),
    { seed: 13, numRuns: 200 },
  );
});

test('the length of a text does not matter up to the bound', async () => {
  const text = 'ab'.repeat(LIMITS.title * 5000);
  expect(await unseal(await seal(text))).toEqual({ ok: true, value: text });
});

test('the way to the loss and the gradient that were chosen come back; what is no way is none', async () => {
  const problem = problemOf('s2-single');
  const chosen = { gradient: 'dW1', way: ['W1[0,0]', 'Z1[0,0]', 'J[0,0]'] };
  const state: SharedState = { ...place, ...chosen, problem, library: 's2-single' };
  expect(await open(await linkOf(state, problem))).toEqual({ ok: true, value: state });
  for (const way of [7, [1], 'W1', new Array(1001).fill('W1')]) {
    const back = await open(await seal(JSON.stringify({ id: 's2-single', way, gradient: {} })));
    expect(back.ok && back.value.way).toBeUndefined();
    expect(back.ok && back.value.gradient).toBeUndefined();
  }
});
