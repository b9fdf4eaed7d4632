import type { Cells } from './pasteLines';
import { fail, ok, type Result } from './result';
import { quote } from './show';

/** What may stand around the brackets: `W1 = np.array(` … `, dtype=float32)`. */
const BEFORE =
  /^\s*(?:[A-Za-z_]\w*\s*=\s*)?(?:[a-z]+\.)?(?:array|asarray|tensor|matrix|Tensor)?\s*$/;
const AFTER = /^\s*(?:,\s*(?:dtype|device|requires_grad|grad_fn)\s*=[^\n]*?)*[\s;]*$/;
const TOKEN = /\s*(?:([[\](){}])|([,;\n])|([^\s,;[\](){}]+))|[^\S\n]*(\n)/y;

const OPEN: Readonly<Record<string, string>> = { '[': ']', '(': ')' };
const DEEPEST = 2;

interface Parts {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
}

/** A call's own parentheses belong to what stands around the matrix. */
function around(text: string): Parts | undefined {
  const start = text.search(/\[/);
  const end = text.lastIndexOf(']');
  if (start < 0) return undefined;
  const before = text.slice(0, start).replace(/\(\s*$/, '');
  const called = before.length < start;
  const after = (end < start ? '' : text.slice(end + 1)).replace(called ? /\)[\s;]*$/ : /$^/, '');
  return { before, inside: text.slice(start, end < start ? undefined : end + 1), after };
}

const outside = (found: string) =>
  fail(`${quote(found.trim())} beside the brackets is not part of a matrix`, 'paste');

/** `[[1, 2], [3, 4]]` as NumPy, PyTorch and JSON write it, with commas or spaces. */
function nested(text: string): Result<Cells> {
  const rows: string[][] = [];
  const closers: string[] = [];
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(text); m; m = TOKEN.exec(text)) {
    const [, bracket, , word] = m;
    if (bracket !== undefined && OPEN[bracket]) {
      closers.push(OPEN[bracket]);
      if (closers.length > DEEPEST) {
        return fail('What was pasted has three dimensions; a matrix has rows and columns', 'paste');
      }
      if (closers.length === DEEPEST) rows.push([]);
    } else if (bracket !== undefined) {
      if (closers.pop() !== bracket) {
        return fail(`A bracket is closed by ${quote(bracket)} that was not opened`, 'paste');
      }
    } else if (word !== undefined) {
      if (closers.length < DEEPEST) {
        return fail(`${quote(word)} stands outside the rows; put each row in brackets`, 'paste');
      }
      rows.at(-1)?.push(word);
    }
  }
  return closers.length === 0
    ? ok({ rows })
    : fail('A bracket is not closed; copy the whole matrix', 'paste');
}

/** `[1 2; 3 4]` as MATLAB writes it, or one row. */
function flat(text: string): Result<Cells> {
  if (!text.endsWith(']')) return fail('A bracket is not closed; copy the whole matrix', 'paste');
  const body = text.slice(1, -1);
  if (/[[\](){}]/.test(body)) return fail('The brackets are not in pairs', 'paste');
  const rows = body
    // A comma at the end of a line goes on with its row.
    .replace(/,\s*\n/g, ', ')
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      line.includes(',') ? line.replace(/,\s*$/, '').split(/\s*,\s*/) : line.split(/\s+/),
    );
  return ok({ rows });
}

/** Rows printed one below the other, each in brackets of its own and without any around them. */
const LOOSE = /^\s*\[[^[\]]*\](?:\s*,?\s*\[[^[\]]*\])+\s*$/;

export function readBracketed(text: string): Result<Cells> {
  if (LOOSE.test(text)) return nested(`[${text}]`);
  const parts = around(text);
  if (!parts) return outside(text);
  const { before, inside, after } = parts;
  if (!BEFORE.test(before)) return outside(before);
  if (!AFTER.test(after)) return outside(after);
  return /^\[\s*[[(]/.test(inside) ? nested(inside) : flat(inside);
}
