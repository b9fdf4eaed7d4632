import { fail, type Result } from './result';
import { quote } from './show';

/**
 * Where a text stops being JSON. `JSON.parse` reads the file; this only runs when it has refused it, because
 * engines word the place differently or leave it out. It keeps its own stack, so that no depth overflows it.
 */

const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

type Expecting =
  | 'value'
  | 'value or ]'
  | 'key'
  | 'key or }'
  | ':'
  | ', or ]'
  | ', or }'
  | 'the end';

const SENTENCE: Readonly<Record<Expecting, string>> = {
  value: 'a value',
  'value or ]': 'a value or "]"',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or "}"',
  ':': '":" after the key',
  ', or ]': '"," or "]"',
  ', or }': '"," or "}"',
  'the end': 'the end of the file',
};

type Kind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'scalar';

function kindOf(match: RegExpExecArray): Kind {
  if (match[1]) return match[1] as Kind;
  return match[2] ? 'string' : 'scalar';
}

function afterValue(stack: readonly string[]): Expecting {
  const open = stack.at(-1);
  if (open === undefined) return 'the end';
  return open === '[' ? ', or ]' : ', or }';
}

/** What may follow this token, or undefined if it cannot stand here. Pushes and pops the open brackets. */
function follow(expecting: Expecting, kind: Kind, stack: string[]): Expecting | undefined {
  const open = (bracket: '[' | '{', next: Expecting) => {
    stack.push(bracket);
    return next;
  };
  const close = () => {
    stack.pop();
    return afterValue(stack);
  };
  if (expecting === 'value' || expecting === 'value or ]') {
    if (kind === '[') return open('[', 'value or ]');
    if (kind === '{') return open('{', 'key or }');
    if (kind === 'string' || kind === 'scalar') return afterValue(stack);
    return kind === ']' && expecting === 'value or ]' ? close() : undefined;
  }
  if (expecting === 'key' || expecting === 'key or }') {
    if (kind === 'string') return ':';
    return kind === '}' && expecting === 'key or }' ? close() : undefined;
  }
  if (expecting === ':') return kind === ':' ? 'value' : undefined;
  if (expecting === ', or ]') return kind === ',' ? 'value' : kind === ']' ? close() : undefined;
  if (expecting === ', or }') return kind === ',' ? 'key' : kind === '}' ? close() : undefined;
  return undefined;
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && ' \t\n\r'.includes(text[i] ?? '')) i++;
  return i;
}

/** Line and column from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`;
}

export function locateJsonError(text: string): Result<never> {
  const stack: string[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const next: Expecting | undefined = match ? follow(expecting, kindOf(match), stack) : undefined;
    if (!next) break;
    expecting = next;
    at = TOKEN.lastIndex;
  }
  const start = skipSpace(text, at);
  const found = start >= text.length ? 'the file ends' : `found ${foundAt(text, start, expecting)}`;
  return fail(
    `This is not JSON: expected ${SENTENCE[expecting]}, but ${found}`,
    lineAndColumn(text, start),
  );
}

/** A word or one character, to be shown as what was found; a text that starts here was not read as one. */
function foundAt(text: string, start: number, expecting: Expecting): string {
  if (text[start] === '"' && /value|key/.test(expecting)) {
    return 'a text that is not closed or holds a bad character';
  }
  const word = /^(?:"\w*"|[\w.+-]+|.)/u.exec(text.slice(start, start + 20));
  return quote(word?.[0] ?? '');
}
