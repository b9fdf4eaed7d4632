import { grouped, LIMITS } from './limits';
import { readBracketed } from './pasteBrackets';
import { readLatex } from './pasteLatex';
import { type Cells, readLines } from './pasteLines';
import { readNumber } from './pasteNumber';
import { fail, ok, type Result } from './result';
import { count } from './show';

type Rows = readonly (readonly number[])[];

const NOTHING =
  'There is no number in what was pasted. Copy a matrix from a spreadsheet, NumPy, MATLAB or a CSV file';

/** One spelling for what programs and pages write in several: line ends, spaces, minus signs. */
function plain(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/[\u2212\u2012\u2013\ufe63\uff0d]/g, '-');
}

/** The pasted text as rows of words, by the kind of text that it is. */
function readCells(text: string): Result<Cells> {
  if (/\\begin|\\\\|&/.test(text)) return ok(readLatex(text));
  return /[[(]/.test(text) ? readBracketed(text) : readLines(text);
}

function toMatrix({ rows, scale, decimalComma }: Cells): Result<Rows> {
  const width = rows[0]?.length ?? 0;
  const read: number[][] = [];
  for (const [r, words] of rows.entries()) {
    if (words.length !== width) {
      return fail(
        `Row ${r + 1} of what was pasted has ${count(words.length, 'number')}, row 1 has ${width}; each row needs as many`,
        `row ${r + 1}`,
      );
    }
    const row: number[] = [];
    for (const [c, word] of words.entries()) {
      const value = readNumber(decimalComma ? word.replace(',', '.') : word, scale);
      const where = `row ${r + 1}, column ${c + 1}`;
      if (typeof value === 'string') {
        return fail(`In what was pasted, ${where} ${value}`, where);
      }
      row.push(value);
    }
    read.push(row);
  }
  return ok(read);
}

/**
 * A matrix from any text that a program prints one as: a spreadsheet, CSV, NumPy, PyTorch, MATLAB, Octave, LaTeX
 * or JSON; else one sentence that says what is wrong and where.
 */
export function pasteMatrix(text: string): Result<Rows> {
  if (text.length > LIMITS.pasted) {
    return fail(
      `What was pasted has ${grouped(text.length)} characters; a matrix may have ${grouped(LIMITS.pasted)}. Copy only its numbers`,
      'paste',
    );
  }
  const clean = plain(text);
  if (!/\d/.test(clean)) return fail(NOTHING, 'paste');
  if (/\.\.\.|\u2026|\\(?:c|v|d|l)?dots/.test(clean)) {
    return fail(
      'What was pasted is shortened (…), so numbers are missing. Print all of them first, in NumPy with np.set_printoptions(threshold=np.inf)',
      'paste',
    );
  }
  const cells = readCells(clean);
  if (!cells.ok) return cells;
  return cells.value.rows.length > 0 ? toMatrix(cells.value) : fail(NOTHING, 'paste');
}
