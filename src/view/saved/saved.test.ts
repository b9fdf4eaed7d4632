import { expect, test } from 'vitest';
import { everyProblem } from '../../compile/testing/cases';
import { type Problem, writeProblem } from '../../problem';
import { readBundle, writeBundle } from './bundle';
import { freeName, tidyName } from './names';

const problems = everyProblem();
const problemOf = (id: string) => problems.get(id) as Problem;

test('a name that is taken gets the first free number', () => {
  expect(freeName('Homework', [])).toBe('Homework');
  expect(freeName('Homework', ['Homework'])).toBe('Homework 2');
  expect(freeName('Homework 2', ['Homework', 'Homework 2'])).toBe('Homework 3');
});

test('a name has no control characters and an end', () => {
  expect(tidyName('  a\u0000\n b\t')).toBe('a  b');
  expect(tidyName('x'.repeat(500))).toHaveLength(200);
  expect(tidyName(' \n ')).toBe('');
});

test('all that is exported can be imported again, names and all', () => {
  const entries = [...problems].map(([id, problem]) => ({ name: `My "${id}" \\ é`, problem }));
  expect(readBundle(writeBundle(entries))).toEqual({ ok: true, value: entries });
  expect(readBundle(writeBundle([]))).toEqual({ ok: true, value: [] });
  // Some editors begin a file with a byte order mark.
  expect(readBundle(`\uFEFF${writeBundle(entries)}`)).toEqual({ ok: true, value: entries });
});

test('the file of one problem can be imported too', () => {
  const problem = problemOf('s2-single');
  expect(readBundle(writeProblem(problem))).toEqual({
    ok: true,
    value: [{ name: problem.title, problem }],
  });
});

test.each([
  ['{', /not JSON/],
  ['[]', /JSON object/],
  ['{"format":"backstep-problems","version":2,"problems":[]}', /version 1/],
  ['{"format":"backstep-problems","version":1,"problems":{}}', /list/],
  ['{"format":"backstep-problems","version":1,"problems":[7]}', /object/],
  ['{"format":"backstep-problems","version":1,"problems":[{"name":"x","problem":{}}]}', /format/],
])('%s is refused with a sentence', (text, words) => {
  const read = readBundle(text);
  expect(!read.ok && read.fault.error).toMatch(words);
});
