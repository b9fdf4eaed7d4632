import { ok, type Result } from '../problem';
import type { Line } from './ast';
import { type Found, MOST_FAULTS, refused } from './found';
import { SyntaxError as ProgramSyntaxError, parse } from './grammar.generated.js';
import { DEEPEST, syntaxError, tooDeepAt } from './programText';

/** What can be read of a text, and what is wrong with the rest. */
export interface Parsed {
  readonly lines: readonly Line[];
  readonly faults: readonly Found[];
  /** Names of lines that cannot be read: they are meant to be defined. */
  readonly broken: ReadonlySet<string>;
  /** Whether the last line is one of them. */
  readonly endsBroken: boolean;
}

/** A line of the text with the character that ends it. */
interface Segment {
  readonly start: number;
  readonly end: number;
}

function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let comment = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '#') comment = true;
    if (c !== '\n' && (c !== ';' || comment)) continue;
    comment = false;
    segments.push({ start, end: i + 1 });
    start = i + 1;
  }
  return [...segments, { start, end: text.length }];
}

function linesIn(text: string, { start, end }: Segment): readonly Line[] | Found {
  const deep = tooDeepAt(text, start, end);
  if (deep !== undefined)
    return {
      at: deep,
      error: `Brackets nest deeper than ${DEEPEST}; give the inner parts names`,
    };
  try {
    // The parser begins at the line, so that it counts characters from the beginning of the text.
    return parse(text.slice(0, end), { peg$currPos: start });
  } catch (error) {
    if (!(error instanceof ProgramSyntaxError))
      return { at: start, error: 'This line cannot be read' };
    return { at: error.location.start.offset, error: syntaxError(text, error) };
  }
}

const NAMED = /^[ \t\r]*([A-Za-z][A-Za-z0-9_]*)[ \t\r]*=/;

/** Line by line, so that one which cannot be read does not hide what is wrong with others. */
function lineByLine(text: string): Parsed {
  const lines: Line[] = [];
  const faults: Found[] = [];
  const broken = new Set<string>();
  let endsBroken = false;
  /** An expression that has not ended may go on in a line that is none by itself. */
  let isOpen = false;
  for (const segment of segmentsOf(text)) {
    const { start, end } = segment;
    const own = text.slice(start, end);
    const name = NAMED.exec(own)?.[1];
    const read = linesIn(text, segment);
    if (!('error' in read)) {
      lines.push(...read);
      if (read.length > 0) [endsBroken, isOpen] = [false, false];
      continue;
    }
    endsBroken = true;
    if (name !== undefined) broken.add(name);
    if (!isOpen || name !== undefined) faults.push(read);
    isOpen = text.slice(read.at, end).trim() === '';
    if (faults.length >= MOST_FAULTS) break;
  }
  return { lines, faults, broken, endsBroken };
}

const NONE: ReadonlySet<string> = new Set();

export function parseLines(text: string): Parsed {
  if (tooDeepAt(text) !== undefined) return lineByLine(text);
  try {
    return { lines: parse(text), faults: [], broken: NONE, endsBroken: false };
  } catch {
    return lineByLine(text);
  }
}

export function parseProgram(text: string): Result<readonly Line[]> {
  const { lines, faults } = parseLines(text);
  return faults.length > 0 ? refused(text, faults) : ok(lines);
}
