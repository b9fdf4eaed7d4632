import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLecture, writeLecture } from '../../lecture';
import { LIBRARY } from '../entries';
import { LECTURES, loadLibraryLecture } from '.';

const textOf = (id: string) => readFileSync(new URL(`./${id}.json`, import.meta.url), 'utf8');

async function lectureOf(id: string) {
  const read = await loadLibraryLecture(id);
  if (!read.ok) throw new Error(`${read.fault.where}: ${read.fault.error}`);
  return read.value;
}

test('every handout has its lecture, in the order of the handouts', () => {
  expect(LECTURES.map(({ document }) => document)).toEqual([
    ...new Set(LIBRARY.map(({ document }) => document)),
  ]);
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => /json$/.test(name));
  expect(files.toSorted()).toEqual(LECTURES.map(({ id }) => `${id}.json`).toSorted());
});

test('what is not there is a fault', async () => {
  for (const id of ['constructor', '__proto__', '']) {
    expect(await loadLibraryLecture(id)).toMatchObject({ ok: false, fault: { where: 'library' } });
  }
});

describe.each(LECTURES)('$id', ({ id, title, document, stops }) => {
  test('the entry says what the file says, and is of 10 to 30 stops', async () => {
    const lecture = await lectureOf(id);
    expect(lecture).toMatchObject({ title, source: { document }, problems: {} });
    expect(lecture.stops.length).toBe(stops);
    expect(stops).toBeGreaterThanOrEqual(10);
    expect(stops).toBeLessThanOrEqual(30);
    expect(lecture.description).toMatch(/^.{40,300}\.$/u);
  });

  test('it is written as Backstep writes it', () => {
    const text = textOf(id);
    const read = readLecture(text);
    expect(read.ok && writeLecture(read.value)).toBe(text);
  });

  test('it takes every stop from its own handout', async () => {
    const own = new Set(LIBRARY.filter((p) => p.document === document).map((p) => p.id));
    for (const { problem } of (await lectureOf(id)).stops) expect(own).toContain(problem);
  });

  test('titles are short enough to be projected, and no two are the same', async () => {
    const titles = (await lectureOf(id)).stops.map((stop) => stop.title);
    for (const each of titles) expect(each).toMatch(/^.{6,50}$/u);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('a note is one to five short sentences', async () => {
    for (const { note } of (await lectureOf(id)).stops) {
      const sentences = note.split(/(?<=[.?!])\s+/u);
      expect(sentences.length, note).toBeLessThanOrEqual(5);
      expect(note).toMatch(/[.?!]$/);
      expect(note.length, note).toBeLessThan(400);
    }
  });

  test('it goes forward, then back, then takes a step, and lets the class predict', async () => {
    const { stops: all } = await lectureOf(id);
    const phases = new Set(all.map(({ step }) => step.split(':')[0]));
    expect(phases).toEqual(new Set(['forward', 'loss', 'backward', 'update']));
    expect(all.filter(({ hidden }) => hidden.includes('result')).length).toBeGreaterThan(3);
    expect(all.some(({ note }) => /\{\w_new\}/.test(note))).toBe(true);
  });
});
