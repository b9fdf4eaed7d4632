import { expect, test } from 'vitest';
import { FILE, type Json } from '../testing/files';
import { fillNote, LECTURE_LIMITS, parseLecture, quotedIn, readLecture } from '.';

const STOP: Json = { problem: 's2-single', step: 'forward:Z1' };
const LECTURE: Json = { format: 'backstep-lecture', version: 1, title: 'Hour one', stops: [STOP] };

const lecture = (change: Json): Json => ({ ...LECTURE, ...change });
const stop = (change: Json): Json => lecture({ stops: [STOP, { ...STOP, ...change }] });

function faultOf(data: unknown): [string, string] {
  const read = parseLecture(data);
  if (read.ok) throw new Error('expected a fault');
  return [read.fault.error, read.fault.where];
}

const FAULTS: readonly (readonly [string, unknown, string, RegExp])[] = [
  ['a list', [], 'file', /^A lecture file is a JSON object, but this is a list$/],
  ['nothing', null, 'file', /but this is null$/],
  ['a problem', FILE, 'format', /^This is a problem, not a lecture; open it as a problem file$/],
  ['another file', { a: 1 }, 'format', /"format" must be "backstep-lecture", but is missing$/],
  ['a newer one', lecture({ version: 2 }), 'version', /is version 2; .* newer Backstep$/],
  ['a strange version', lecture({ version: '1' }), 'version', /must be 1, but is "1"$/],
  ['no stops', { ...LECTURE, stops: undefined }, 'stops', /"stops" must be a list of stops/],
  ['stops of text', lecture({ stops: ['x'] }), 'stops[0]', /^Item 1 of "stops" must be an object/],
  [
    'an unknown key',
    stop({ deth: 'entry' }),
    'stops[1]',
    /Unknown key "deth". Did you mean "depth"/,
  ],
  ['an unknown depth', stop({ depth: 'entri' }), 'stops[1].depth', /Did you mean "entry"\?$/],
  ['an unknown view', stop({ view: 7 }), 'stops[1].view', /one of "auto", .*, but is 7$/],
  ['no step', stop({ step: undefined }), 'stops[1].step', /"step" must be a text, but is missing$/],
  ['a long step', stop({ step: 'x'.repeat(101) }), 'stops[1].step', /at most 100 characters/],
  [
    'an unknown problem',
    stop({ problem: 's2-singel' }),
    'stops[1].problem',
    /Did you mean "s2-single"/,
  ],
  [
    'a prototype key',
    stop({ problem: 'constructor' }),
    'stops[1].problem',
    /neither in the lecture/,
  ],
  ['another', stop({ problem: '__proto__' }), 'stops[1].problem', /neither in the lecture/],
  ['half an example', stop({ example: 0.5 }), 'stops[1].example', /a whole number from 0/],
  [
    'half an entry',
    stop({ entry: ['W1', 0] }),
    'stops[1].entry[2]',
    /^Item 3 of "entry" .* is missing$/,
  ],
  ['a long entry', stop({ entry: ['W1', 0, 1, 2] }), 'stops[1].entry[3]', /as in \["W2", 0, 1\]/],
  [
    'an entry by name',
    stop({ entry: 'W1' }),
    'stops[1].entry',
    /as in \["W2", 0, 1\], but is "W1"$/,
  ],
  [
    'an entry before 0',
    stop({ entry: ['W1', 0, -1] }),
    'stops[1].entry[2]',
    /a whole number from 0/,
  ],
  ['hidden text', stop({ hidden: 'result' }), 'stops[1].hidden', /a list, as in \["result"\]/],
  ['hiding all', stop({ hidden: ['all'] }), 'stops[1].hidden[0]', /one of "result"/],
  ['a bell', stop({ title: '\u0007' }), 'stops[1].title', /free of control characters$/],
  ['two lines', stop({ title: 'a\nb' }), 'stops[1].title', /free of control characters$/],
  [
    'a long note',
    stop({ note: 'x'.repeat(2001) }),
    'stops[1].note',
    /at most 2000 characters long$/,
  ],
  ['digits', stop({ decimals: 13 }), 'stops[1].decimals', /from 0 to 12, but is 13$/],
  ['problems', lecture({ problems: [] }), 'problems', /an object of names and problem files/],
  ['a name', lecture({ problems: { 'a b': FILE } }), 'problems', /"a b" cannot name a problem/],
  [
    'a bad problem',
    lecture({ problems: { own: 1 } }),
    'problems.own',
    /"own" cannot be read: A problem/,
  ],
  [
    'a fault inside',
    lecture({ problems: { own: { ...FILE, title: 7 } } }),
    'problems.own.title',
    /"own" cannot be read: "title" must be a text, but is 7$/,
  ],
];

test.each(FAULTS)('%s is refused with a sentence and its place', (_, data, where, sentence) => {
  const [error, place] = faultOf(data);
  expect(error).toMatch(sentence);
  expect(place).toBe(where);
});

test('a text that is no JSON is refused where it stops being it', () => {
  expect(readLecture('{"format": "backstep-lecture",')).toMatchObject({
    ok: false,
    fault: { error: expect.stringMatching(/^This is not JSON/), where: 'line 1, column 31' },
  });
});

test('the least that one can write is filled in, and a byte order mark does no harm', () => {
  expect(readLecture(`\uFEFF${JSON.stringify(LECTURE)}`)).toEqual({
    ok: true,
    value: {
      title: 'Hour one',
      problems: {},
      stops: [
        {
          problem: 's2-single',
          step: 'forward:Z1',
          example: 0,
          alone: false,
          depth: 'layer',
          view: 'auto',
          hidden: [],
          title: '',
          note: '',
        },
      ],
    },
  });
});

test('TeX and HTML in a title or a note are text and stay as they are', () => {
  const text = '<script>alert(1)</script> \\href{javascript:x}{y} $W_1$ {J}';
  const read = parseLecture(stop({ title: text, note: `${text}\n${text}` }));
  expect(read.ok && read.value.stops[1]).toMatchObject({ title: text, note: `${text}\n${text}` });
});

test('a million stops are counted, not read', () => {
  const text = JSON.stringify(LECTURE).replace('[', `[${'{},'.repeat(999_999)}`);
  const read = readLecture(text);
  expect(read).toMatchObject({ ok: false, fault: { where: 'stops' } });
  expect(!read.ok && read.fault.error).toMatch(/1\u00a0000\u00a0000 stops; the limit is 500/);
});

test('so are too many problems, too many numbers and too long a text', () => {
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`p${i}`, FILE]));
  expect(faultOf(lecture({ problems: many }))).toEqual([
    'The lecture has 51 problems of its own; the limit is 50',
    'problems',
  ]);
  const row = Array.from({ length: 1000 }, () => 0);
  const large = { ...FILE, data: { X: Array.from({ length: 1001 }, () => row) } };
  expect(faultOf(lecture({ problems: { a: large, b: large } }))[0]).toMatch(/limit is 2\u00a0000/);
  const long = readLecture(' '.repeat(LECTURE_LIMITS.characters + 1));
  expect(!long.ok && long.fault.error).toMatch(/limit is 5\u00a0000\u00a0000/);
});

test('a key of the prototype in a file touches no prototype', () => {
  const texts = [
    '{"format":"backstep-lecture","version":1,"stops":[],"problems":{"__proto__":{"polluted":1}}}',
    '{"format":"backstep-lecture","version":1,"stops":[],"__proto__":{"polluted":1}}',
    '{"__proto__":{"format":"backstep-lecture","version":1,"stops":[]}}',
    '{"format":"backstep-lecture","version":1,"stops":[{"__proto__":{"problem":"s2-single","step":"x"}}]}',
  ];
  for (const text of texts) expect(readLecture(text).ok, text).toBe(false);
  expect(Reflect.get({}, 'polluted')).toBe(undefined);
});

test('a problem may be called as a method of objects is', () => {
  const read = parseLecture(
    lecture({ problems: { constructor: FILE }, stops: [{ ...STOP, problem: 'constructor' }] }),
  );
  expect(read.ok && read.value.problems.constructor).toMatchObject({ title: 'Small' });
});

const reader = {
  number: (id: string, entry?: readonly [number, number]) =>
    id === 'J' && !entry ? '0.5' : id === 'W1' && entry ? entry.join('/') : undefined,
  shape: (id: string) => (id === 'W1' ? '2×3' : undefined),
};

test('a note is filled with numbers and shapes, and other braces stay', () => {
  expect(fillNote('J is {J}, {W1[0,1]}, {W1[2, 10]}, {shape W1}.', reader)).toBe(
    'J is 0.5, 0/1, 2/10, 2×3.',
  );
  const kept = 'a {W1} {J[0,0]} {shape J} {shape W1[0,0]} {constructor} {} {{x}} \\frac{a}{b} {J';
  expect(fillNote(kept, reader)).toBe(kept);
  expect(fillNote('$& {J} $1', { ...reader, number: () => '$&' })).toBe('$& $& $1');
  expect(quotedIn('a {J} b {shape W1} {')).toEqual(['{J}', '{shape W1}']);
});
