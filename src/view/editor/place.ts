import type { Fault } from '../../problem';

/** Offsets into the program. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const WORD = /[A-Za-z0-9_]/;

function wordAt(text: string, at: number): Range {
  let to = at;
  while (to < text.length && WORD.test(text[to] as string)) to++;
  if (to > at) return { from: at, to };
  // Two characters, as `.*`, are one operator.
  const isPair = text[at] === '.' && /[*/^]/.test(text[at + 1] ?? '');
  return { from: at, to: Math.min(text.length, at + (isPair ? 2 : 1)) };
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(text.length, start + column - 1);
}

/** What to underline: the place of the fault, else the first use of the name that it is about, else all. */
export function rangeOf(text: string, { where }: Fault): Range {
  const [, line, column] = /line (\d+), column (\d+)/.exec(where) ?? [];
  if (line !== undefined && column !== undefined) {
    const at = offsetOf(text, Number(line), Number(column));
    const range = wordAt(text, at);
    // At the end of a line nothing is there to underline but what comes before.
    const isEnd = range.to === range.from || text[at] === '\n';
    return isEnd ? { from: Math.max(0, at - 1), to: at } : range;
  }
  const name = /^(?:data|parameters)\.(\w+)$/.exec(where)?.[1];
  const at = name === undefined ? -1 : text.search(new RegExp(`\\b${name}\\b`));
  return at < 0 ? { from: 0, to: text.length } : wordAt(text, at);
}
