import { isScalar, type Snapshot } from '../../engine';
import type { Derivation } from '../derivation/line';
import type { Printing } from './context';
import { lineTex, targetTex } from './derivation-tex';
import { whyText } from './derivation-words';
import { texWords } from './document';
import type { NumberFormat } from './number';
import { rowsOf, widestOf } from './rows/rows';
import { firstThatFits, LESS_AND_LESS } from './rows/ways';

/**
 * In em: the text of an A4 page of the standard classes is 34.5 wide. ∂J/∂W and the equals sign take some of it, and
 * LaTeX sets tall brackets up to a tenth wider than they are estimated.
 */
const PAGE = 26;
/** Where all formulas leave room for it, their reasons stand beside them, of so many letters in a row at most. */
const BESIDE = 17.5;
const REASON = 24;
/** Else below them; words are narrower than formulas. */
const BELOW = 60;

/** Words in rows of at most `most` letters. */
function inRows(words: string, most: number): readonly string[] {
  const rows: string[] = [];
  for (const word of words.split(' ')) {
    const last = rows.at(-1);
    const isFull = last === undefined || last.length + word.length >= most;
    if (isFull) rows.push(word);
    else rows[rows.length - 1] = `${last} ${word}`;
  }
  return rows;
}

const text = (words: string) => `\\text{${texWords(words)}}`;

/** The rows of an equation; what comes after the first stands further in. */
function equation(tex: string, room: number): readonly string[] {
  return rowsOf(tex, room, 0).map((row, i) => {
    if (i === 0) return `&= ${row.tex}`;
    return `&\\hspace{${row.indent.toFixed(1)}em} ${row.tex}`;
  });
}

/** What a line is in TeX: its formula, its reason, and what comes out where numbers are put in. */
interface Written {
  readonly tex: string;
  readonly result?: string;
  readonly why: string;
}

/** Whether there is room for reasons beside all of them: what is wide in one pushes those of all others away. */
function isNarrow(written: readonly Written[]): boolean {
  return written.every(({ tex, result }) => {
    const rows = [tex, ...(result === undefined ? [] : [result])].map((t) => rowsOf(t, BESIDE, 0));
    return rows.every((each) => each.length < 3 && widestOf(each) <= BESIDE);
  });
}

function beside({ tex, result, why }: Written): readonly string[] {
  const [rows, reasons] = [equation(tex, BESIDE), inRows(why, REASON)];
  const explained = Array.from({ length: Math.max(rows.length, reasons.length) }, (_, i) => {
    const reason = reasons[i];
    return `${rows[i] ?? '&'}${reason === undefined ? '' : ` && ${text(reason)}`}`;
  });
  return [...explained, ...(result === undefined ? [] : equation(result, BESIDE))];
}

function below({ tex, result, why }: Written): readonly string[] {
  const reasons = inRows(why, BELOW).map((row) => `&\\quad ${text(row)}`);
  return [
    ...equation(tex, PAGE),
    ...reasons,
    ...(result === undefined ? [] : equation(result, PAGE)),
  ];
}

/**
 * The lines as they stand on paper, aligned at the equals signs, with their reasons. What is wider than a page of A4
 * goes on in the next row.
 */
export function derivationAlign(
  derivation: Derivation,
  printing: Printing,
  snapshot: Snapshot,
  format: NumberFormat,
): string {
  const plain = { ...printing, link: false };
  const scalar = isScalar(derivation.result.shape);
  const rowsIn = ({ tex, result = '' }: { readonly tex: string; readonly result?: string }) =>
    [tex, result].flatMap((part) => rowsOf(part, PAGE, 0));
  const written = derivation.lines.map((line): Written => {
    const ways = LESS_AND_LESS.map((most) =>
      lineTex(derivation, line, plain, snapshot, { ...format, most }),
    );
    const { tex = '', result } = firstThatFits(ways, rowsIn, PAGE) ?? {};
    const isSaidTwice = scalar && tex === result;
    const why = whyText(line.why, plain);
    return { tex, why, ...(result !== undefined && !isSaidTwice && { result }) };
  });
  // Rows of one line stand closer together than lines.
  const body = written.map(isNarrow(written) ? beside : below).map((rows) => rows.join(' \\\\\n'));
  return `\\begin{align*}\n${targetTex(derivation, plain)} ${body.join(' \\\\[6pt]\n')}\n\\end{align*}\n`;
}
