import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIBRARY, loadLibraryProblem } from '../../problem';
import { readLecture, toLectureFile, writeLecture } from '../../problem/lecture';
import { LECTURES, loadLibraryLecture } from '../../problem/library/lectures';
import { linkOf } from '../share';
import { seal } from '../share/text';
import { anyLecture, problemOf } from './any.testing';
import fixture from './lectures.fixture.json';
import { linkOfLecture, openAnyLink, openSearch, searchOfLecture } from './link';

const open = (link: string) => openAnyLink(link, loadLibraryProblem);

async function faultOf(link: string): Promise<string> {
  const read = await open(link);
  if (read.ok) throw new Error('expected a fault');
  expect(read.fault.where).toBe('link');
  return read.fault.error;
}

test('any lecture comes back from its file and from its link', async () => {
  await fc.assert(
    fc.asyncProperty(anyLecture, fc.nat(12), async (lecture, to) => {
      expect(readLecture(writeLecture(lecture))).toEqual({ ok: true, value: lecture });
      const at = Math.min(to, Math.max(0, lecture.stops.length - 1));
      expect(await open(await linkOfLecture({ lecture, at }))).toEqual({
        ok: true,
        value: { kind: 'lecture', lecture, at },
      });
    }),
    { seed: 5, numRuns: 100 },
  );
});

test('links of lectures made long ago still open', async () => {
  expect(fixture.length).toBeGreaterThan(2);
  for (const { link, at, file } of fixture) {
    const read = await open(link);
    if (!read.ok) throw new Error(read.fault.error);
    if (read.value.kind !== 'lecture') throw new Error('expected a lecture');
    expect(read.value.at).toBe(at);
    expect(JSON.parse(JSON.stringify(toLectureFile(read.value.lecture)))).toEqual(file);
  }
});

test('addresses of the library’s lectures made long ago still open', async () => {
  const old = ['section-notes', 'take-home', 'discussion-12', 'slides', 'hw3'];
  for (const id of old) {
    const { stops = [] } = await loadLibraryLecture(id).then((r) =>
      r.ok ? r.value : { stops: [] },
    );
    for (const [at] of stops.entries()) {
      const read = await openSearch(`?lecture=${id}&stop=${at + 1}`);
      expect(read.ok && read.value).toMatchObject({ id, at });
    }
  }
});

test('every stop of the library has a short address of its own, and other keys stay', async () => {
  for (const { id, stops } of LECTURES) {
    const seen = new Set(
      Array.from({ length: stops }, (_, at) => searchOfLecture('?embed&lecture=x&stop=9', id, at)),
    );
    expect(seen.size).toBe(stops);
    expect(Math.max(...[...seen].map((s) => s.length))).toBeLessThan(50);
    for (const search of seen) {
      const read = await openSearch(search);
      expect(read.ok && read.value && searchOfLecture('?embed', id, read.value.at)).toBe(search);
    }
  }
  expect(searchOfLecture('?lecture=slides&stop=7', null)).toBe('');
  expect(await openSearch('?problem=s2-single')).toEqual({ ok: true, value: null });
});

const SEARCHES: readonly (readonly [string, RegExp])[] = [
  ['?lecture=slide', /The library has no lecture "slide". Did you mean "slides"\?/],
  ['?lecture=constructor', /has no lecture "constructor"\. Choose one from the list/],
  ['?lecture=__proto__', /has no lecture "__proto__"/],
  ['?lecture=', /has no lecture ""/],
  ['?lecture=slides&stop=0', /has stops 1 to \d+, and the address asks for “0”/],
  ['?lecture=slides&stop=99', /asks for “99”\. Take one of these, or leave the stop out/],
  ['?lecture=slides&stop=1e9', /asks for “1e9”/],
  [`?lecture=slides&stop=${'7'.repeat(5000)}`, /asks for “7{20}”/],
  ['?lecture=slides&stop=', /asks for “”/],
];

test.each(SEARCHES)('%s is refused with a sentence', async (search, sentence) => {
  const read = await openSearch(search);
  expect(read.ok ? 'opened' : read.fault.error).toMatch(sentence);
});

test('a link of a state opens as before', async () => {
  const problem = problemOf('s2-single');
  const state = {
    ...{ problem, library: 's2-single', step: 'loss:J', detail: 'quantities' as const },
    ...{ example: 0, alone: false, decimals: null, depth: 'layer' as const, entry: null },
  };
  expect(await open(await linkOf(state, problem))).toEqual({
    ok: true,
    value: { kind: 'state', state },
  });
});

const HEAD = '"format":"backstep-lecture","version":1';
const HOSTILE: readonly (readonly [string, RegExp])[] = [
  ['{"lecture":7}', /^The lecture in the link cannot be opened: A lecture file is a JSON object/],
  ['{"lecture":{}}', /is no Backstep lecture/],
  ['{"lecture":{"format":"backstep-lecture","version":9}}', /version 9; .*\(at version\)$/],
  ['{"__proto__":{"lecture":{}}}', /has no problem/],
  [`{"lecture":{${HEAD},"stops":[{"problem":"__proto__","step":"x"}]}}`, /stops\[0\]\.problem/],
  [`{"lecture":{${HEAD},"stops":[],"problems":{"__proto__":{"polluted":1}}}}`, /cannot name/],
  [`{"lecture":{${HEAD},"stops":[${'{},'.repeat(999_999)}{}]}}`, /1\u00a0000\u00a0000 stops/],
  ['{"lecture":', /not JSON/],
];

test.each(HOSTILE.map(([text, words]) => [text.slice(0, 70), text, words] as const))(
  '%s is refused with a sentence and touches no prototype',
  async (_, text, words) => {
    expect(await faultOf(await seal(text))).toMatch(words);
    expect(Reflect.get({}, 'polluted')).toBe(undefined);
  },
);

test('a stop that is not there is the first, and the lecture opens all the same', async () => {
  const stop = '{"problem":"s2-single","step":"x"}';
  for (const at of ['0', '-1', '3', '1.5', '"2"', 'null', '[]']) {
    const text = `{"lecture":{${HEAD},"stops":[${stop},${stop}]},"stop":${at}}`;
    expect(await open(await seal(text))).toMatchObject({ ok: true, value: { at: 0 } });
  }
});

test('a decompression bomb is stopped, and a cut or changed link says so', async () => {
  const bomb = await seal(`{"lecture":{"title":"${'x'.repeat(60_000_000)}"}}`);
  expect(await faultOf(bomb)).toMatch(/unpacks to more than 4 MB/);
  const link = fixture[0]?.link ?? '';
  expect(await faultOf(link.slice(0, -9))).toMatch(/cut off/);
  expect(await faultOf(`2${link.slice(1)}`)).toMatch(/newer Backstep/);
  const at = link.lastIndexOf('.') + 20;
  const other = link[at] === 'A' ? 'B' : 'A';
  expect(await faultOf(link.slice(0, at) + other + link.slice(at + 1))).toMatch(/checksum/);
});

test('whatever is done to a lecture, it opens or says a sentence; it never throws', async () => {
  const texts = fixture.map(({ file }) => JSON.stringify({ lecture: file }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.nat(30),
      fc.oneof(fc.json(), fc.string({ maxLength: 20 })),
      async (text, place, length, put) => {
        const start = place % text.length;
        const read = await open(
          await seal(text.slice(0, start) + put + text.slice(start + length)),
        );
        if (!read.ok) expect(read.fault.error).toMatch(/\w+ .*\w/);
      },
    ),
    { seed: 6, numRuns: 300 },
  );
});

test('no problem of the library has a name that a lecture cannot write', () => {
  for (const { id } of LIBRARY) expect(id).toMatch(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/);
});
