import { afterSpace, commandAt, endOfAtom, endOfSign, scriptsAt } from './scan';
import { tallness, widthOf } from './width';

/** What a formula is made of where it may be broken into rows. */
export type Token =
  /** Stands in one row. */
  | { readonly kind: 'part'; readonly tex: string; readonly width: number }
  /** A bracket or a mark opens; `again` opens it in the next row. */
  | {
      readonly kind: 'open';
      readonly tex: string;
      readonly again: string;
      readonly deep: boolean;
      readonly width: number;
    }
  /** It closes; `early` closes it at the end of a row. */
  | { readonly kind: 'close'; readonly tex: string; readonly early: string; readonly width: number }
  /** A row may begin here, with the operation as it is written there. */
  | {
      readonly kind: 'gap';
      readonly tex: string;
      readonly start: string;
      readonly width: number;
      readonly startWidth: number;
      readonly loose: boolean;
    };

const BRACKET = 0.54;

/** A sum is broken rather than one of its products; a product goes on with a dot where nothing was written. */
const OPERATIONS: Readonly<Record<string, { readonly start: string; readonly loose: boolean }>> = {
  '+': { start: '{}+ ', loose: true },
  '-': { start: '{}- ', loose: true },
  '\\odot': { start: '{}\\odot ', loose: false },
  '\\circ': { start: '{}\\circ ', loose: false },
  '\\oslash': { start: '{}\\oslash ', loose: false },
  '\\cdot': { start: '{}\\cdot ', loose: false },
  '\\,': { start: '{}\\cdot ', loose: false },
};

const MARK = /\\htmlData\{known=true\}\{/y;
const BREAK = /(?:\\allowbreak ?)?/y;

function matchAt(pattern: RegExp, tex: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(tex)?.[0];
}

interface Scan {
  readonly tokens: Token[];
  /** How the marks and brackets that are open end. */
  readonly open: ('mark' | 'bracket')[];
  /** How wide a bracket is. */
  readonly bracket: number;
}

/** A sign between two things; before the first of a group a minus belongs to what follows. */
function isBetween({ tokens }: Scan): boolean {
  const before = tokens.at(-1)?.kind;
  return before === 'part' || before === 'close';
}

function operationAt(tex: string, at: number): string | undefined {
  const sign = tex[at] === '\\' ? commandAt(tex, at) : (tex[at] as string);
  // Of a number, `2.1 · 10⁻⁷`.
  if (sign === '\\cdot' && /^\\cdot 10\^/.test(tex.slice(at, at + 9))) return undefined;
  return Object.hasOwn(OPERATIONS, sign) ? sign : undefined;
}

/** The delimiter after `\left` or `\right`, and one beyond it. */
function delimiterEnd(tex: string, at: number, command: string): number {
  return endOfSign(tex, at + command.length);
}

/** Takes what stands at `at`, and returns where to go on. */
function take(tex: string, at: number, scan: Scan): number {
  const { tokens, open } = scan;
  const mark = matchAt(MARK, tex, at);
  if (mark) {
    open.push('mark');
    tokens.push({ kind: 'open', tex: mark, again: mark, deep: false, width: 0 });
    return at + mark.length;
  }
  if (tex[at] === '}') {
    open.pop();
    tokens.push({ kind: 'close', tex: '}', early: '}', width: 0 });
    return at + 1;
  }
  const command = commandAt(tex, at);
  if (command === '\\left') {
    const end = delimiterEnd(tex, at, command);
    open.push('bracket');
    tokens.push({
      kind: 'open',
      tex: tex.slice(at, end),
      again: '\\left.',
      deep: true,
      width: scan.bracket,
    });
    return end;
  }
  if (command === '\\right') {
    const end = delimiterEnd(tex, at, command);
    const last = scriptsAt(tex, end).at(-1)?.[1] ?? end;
    open.pop();
    const width = scan.bracket + widthOf(`{}${tex.slice(end, last)}`);
    tokens.push({ kind: 'close', tex: tex.slice(at, last), early: '\\right.', width });
    return last;
  }
  const sign = operationAt(tex, at);
  if (sign !== undefined && isBetween(scan)) {
    const first = at + sign.length;
    const end = afterSpace(tex, first + (matchAt(BREAK, tex, first)?.length ?? 0));
    const { start, loose } = OPERATIONS[sign] as { start: string; loose: boolean };
    const written = `${sign === '\\,' ? '' : ' '}${tex.slice(at, end).replace('\\allowbreak', '').trim()} `;
    const [width, startWidth] = [widthOf(sign), widthOf(start)];
    tokens.push({ kind: 'gap', tex: written, start, width, startWidth, loose });
    return end;
  }
  const end = endOfAtom(tex, at);
  const part = tex.slice(at, end);
  tokens.push({ kind: 'part', tex: part, width: widthOf(part) });
  return end;
}

/** Printed TeX taken apart at the operations of its outermost brackets, and of those within them. */
export function tokensOf(tex: string): readonly Token[] {
  const scan: Scan = { tokens: [], open: [], bracket: BRACKET + tallness(tex) };
  for (let at = afterSpace(tex, 0); at < tex.length; ) at = afterSpace(tex, take(tex, at, scan));
  return scan.tokens;
}
