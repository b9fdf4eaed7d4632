import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PROBLEM, LIBRARY, loadLibraryProblem, readProblem, writeProblem } from '..';
import { FILES } from './files';

const files = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

test('every file of the folder is listed once, and every entry has a file', () => {
  const ids = LIBRARY.map(({ id }) => id);
  expect(ids.toSorted()).toEqual(files.toSorted());
  expect(Object.keys(FILES).toSorted()).toEqual(files.toSorted());
  expect(ids).toContain(DEFAULT_PROBLEM);
});

test('no two problems have the same title', () => {
  expect(new Set(LIBRARY.map(({ title }) => title)).size).toBe(LIBRARY.length);
});

describe('the entry says what the file says', () => {
  test.each(LIBRARY)('$id', async ({ id, title, document, section, notation }) => {
    const read = await loadLibraryProblem(id);
    expect(read.ok && read.value).toMatchObject({ title, source: { document, section }, notation });
    expect(read.ok && read.value.description).toMatch(/^.{40,600}\.$/u);
  });
});

test.each(files)('%s is written as Backstep writes it', (id) => {
  const text = readFileSync(new URL(`./${id}.json`, import.meta.url), 'utf8');
  const read = readProblem(text);
  expect(read.ok && writeProblem(read.value)).toBe(text);
});

test.each(files)('%s is taken unchecked as what all checks make of it', async (id) => {
  const text = readFileSync(new URL(`./${id}.json`, import.meta.url), 'utf8');
  expect(await loadLibraryProblem(id)).toEqual(readProblem(text));
});

test('an unknown id is a fault', async () => {
  expect(await loadLibraryProblem('constructor')).toEqual({
    ok: false,
    fault: { error: 'The library has no problem "constructor"', where: 'library' },
  });
});
