import { lineAndColumn, quote } from '../problem';
import type { SyntaxError as ProgramSyntaxError } from './grammar.generated.js';
import { lookalikeFault } from './lookalikes';

/** The parser calls itself once a bracket; at some thousands of them the stack would overflow. */
export const DEEPEST = 200;

/** `program, line 2, column 5` */
export function placeIn(text: string, offset: number): string {
  return `program, ${lineAndColumn(text, offset)}`;
}

/** Where brackets first nest too deep, if they do. */
export function tooDeepAt(text: string, from = 0, to = text.length): number | undefined {
  let depth = 0;
  let comment = false;
  for (let i = from; i < to; i++) {
    const c = text[i];
    if (c === '\n') comment = false;
    else if (c === '#') comment = true;
    if (comment) continue;
    if (c === '(') depth++;
    else if (c === ')') depth--;
    if (depth > DEEPEST) return i;
  }
  return undefined;
}

/** Names of the grammar that say nothing to an author. */
const SILENT = new Set(['space', 'a comment', 'end']);

function expectedBy({ expected }: ProgramSyntaxError): string[] {
  const names = (expected ?? []).flatMap((e): string[] => {
    if (e.type === 'literal') return [`"${e.text}"`];
    return e.type === 'other' ? [e.description] : [];
  });
  const all = new Set(names);
  if (all.has('a number')) all.delete('"-"');
  if (all.has('an operator')) all.delete('"("');
  return [...all].filter((name) => !SILENT.has(name));
}

function either(names: readonly string[]): string {
  const last = names.at(-1) ?? 'nothing more';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** What is wrong where the parser could not go on. */
export function syntaxError(text: string, error: ProgramSyntaxError): string {
  const { start } = error.location;
  const looksLike = lookalikeFault(String.fromCodePoint(text.codePointAt(start.offset) ?? 0));
  if (looksLike !== undefined) return looksLike;
  const expected = expectedBy(error);
  const found = error.found === null ? 'the program ends' : `found ${shown(error.found)}`;
  const rule = expected[0] === '"="' ? '; every line reads name = expression' : '';
  const literal =
    text[start.offset] === '[' ? '; matrices are given in "data" or "parameters"' : '';
  return `Expected ${either(expected)}, but ${found}${rule}${literal}`;
}

function shown(found: string | null | undefined): string {
  return found === '\n' ? 'a new line' : quote(found ?? '');
}
