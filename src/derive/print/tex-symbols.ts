/** What stands in printed TeX: quantities by their links, and all other signs. */
export interface Symbols {
  readonly quantities: readonly string[];
  /** Each once: `\odot`, `relu'`, `m`. */
  readonly marks: readonly string[];
}

/** Only room, brackets and plain signs of arithmetic. */
const LAYOUT: ReadonlySet<string> = new Set(
  'left right textstyle cdot times to infty lVert rVert , ; \\ text'
    .split(' ')
    .map((c) => `\\${c}`),
);

const LINK = /\\htmlData\{quantity=(\w+)\}\{/y;
const WORD = /\\(?:mathrm|operatorname|text)\{([A-Za-z_\\]+)\}('?)/y;
const FIXED =
  /\\htmlData\{[^}]*\}|\\mathsf T|\\mathbf\{1\}|\\left\||\\left\\lVert|\^\{\[\d+\]|\^\{\(\d+\)|\\text\{known\}/y;
const COMMAND = /\\(?:[A-Za-z]+|.)/y;

const FIXED_KEYS: readonly (readonly [RegExp, string])[] = [
  [/^\\mathsf/, '\\mathsf T'],
  [/^\\mathbf/, '\\mathbf 1'],
  [/^\\left\|/, '\\left|'],
  [/^\\left\\lVert/, '\\lVert'],
  [/^\^\{\[/, '^{[l]}'],
  [/^\^\{\(/, '^{(l)}'],
];

/** Inside a link a quantity's own letters are no marks; what acts on it is. */
const INSIDE: ReadonlySet<string> = new Set([
  '\\partial',
  '\\delta',
  '\\mathsf T',
  '\\underbrace',
  '\\mathrm d',
  'new',
  '^{[l]}',
  '^{(l)}',
]);

export function symbolsIn(tex: string): Symbols {
  const quantities = new Set<string>();
  const marks = new Set<string>();
  /** How many braces are open, and at which depth each link ends. */
  const links: number[] = [];
  let depth = 0;
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(tex);
    if (match) at += match[0].length;
    return match;
  };
  const note = (key: string | undefined) => {
    if (key === undefined || LAYOUT.has(key)) return;
    if (links.length === 0 || INSIDE.has(key)) marks.add(key);
  };

  while (at < tex.length) {
    const link = take(LINK);
    if (link) {
      quantities.add(link[1] as string);
      links.push(depth);
      depth += 1;
      continue;
    }
    const fixed = take(FIXED);
    if (fixed) {
      note(FIXED_KEYS.find(([pattern]) => pattern.test(fixed[0]))?.[1]);
      depth += [...fixed[0]].filter((c) => c === '{').length;
      depth -= [...fixed[0]].filter((c) => c === '}').length;
      continue;
    }
    const word = take(WORD);
    if (word) {
      note(word[1] === 'd' ? '\\mathrm d' : `${word[1]}${word[2]}`);
      continue;
    }
    const command = take(COMMAND);
    if (command) {
      note(command[0]);
      continue;
    }
    const sign = tex[at] as string;
    at += 1;
    if (sign === '{') depth += 1;
    if (sign === '}') {
      depth -= 1;
      if (links.at(-1) === depth) links.pop();
    }
    if (/[A-Za-z]/.test(sign)) note(sign);
  }
  return { quantities: [...quantities], marks: [...marks] };
}
