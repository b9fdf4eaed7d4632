import { ok, type Result } from './result';

/** The words of a pasted matrix before they are read as numbers. */
export interface Cells {
  readonly rows: readonly (readonly string[])[];
  /** MATLAB prints a common factor first: `1.0e+03 *`. */
  readonly scale?: number;
  readonly decimalComma?: boolean;
}

const NAME = /^\s*[A-Za-z_]\w*\s*=\s*/;
const SCALE = /^\s*1(?:\.0*)?e([+-]?\d+)\s*\*\s*$/i;
const COLUMNS = /^\s*Columns? \d+(?: (?:through|and|to) \d+)?\s*:?\s*$/i;

type Split = (line: string) => readonly string[];

const words: Split = (line) => line.trim().split(/\s+/);
const bySemicolon: Split = (line) => line.replace(/;\s*$/, '').split(';');
const byComma: Split = (line) => line.replace(/,\s*$/, '').split(',');

/** What keeps the entries of a row apart, the surest sign first. */
const SEPARATORS: readonly (readonly [sign: RegExp, split: Split])[] = [
  [/\t/, (line) => line.replace(/\t+$/, '').split('\t')],
  [/;/, bySemicolon],
  [/,/, byComma],
  [/./, words],
];

/** A comma between digits is a decimal one where nothing else can be meant: `1,5` beside tabs or semicolons. */
function hasDecimalCommas(lines: readonly string[]): boolean {
  const text = lines.join('\n');
  if (!/[\t;]/.test(text) || text.includes('.')) return false;
  const numbers = text.match(/\d+,\d+/g) ?? [];
  return numbers.some((n) => !/^[1-9]\d{0,2},\d{3}$/.test(n));
}

/** MATLAB prints a wide matrix in blocks of columns, which belong beside each other. */
function beside(blocks: readonly (readonly (readonly string[])[])[]): readonly string[][] {
  const [first = [], ...rest] = blocks;
  return first.map((row, r) => [...row, ...rest.flatMap((block) => block[r] ?? [])]);
}

function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (COLUMNS.test(line)) blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

/** `1 2; 3 4` on one line: rows as MATLAB writes them, though without brackets. */
function matlabRows(lines: readonly string[]): readonly string[] | undefined {
  const parts = lines.flatMap((line) => line.split(';')).map((part) => part.trim());
  const isMatlab = !lines.some((line) => /\t/.test(line)) && /;/.test(lines.join(''));
  return isMatlab && parts.some((part) => /\S[\s,]+\S/.test(part))
    ? parts.filter((part) => part !== '')
    : undefined;
}

/** Text without brackets: a spreadsheet's tabs, CSV, semicolons, or columns kept apart by spaces. */
export function readLines(text: string): Result<Cells> {
  const all = text.replace(NAME, '').split('\n');
  const scales = all.map((line) => SCALE.exec(line)).filter((match) => match !== null);
  const lines = all.filter((line) => line.trim() !== '' && !SCALE.test(line));
  const numbers = lines.filter((line) => !COLUMNS.test(line));
  const decimalComma = hasDecimalCommas(numbers);
  const rows = decimalComma ? undefined : matlabRows(numbers);
  const sample = (rows ?? numbers).join('\n');
  const split = SEPARATORS.find(([sign]) => sign.test(sample))?.[1] ?? words;
  const blocks = rows ? [rows] : blocksOf(lines);
  return ok({
    rows: beside(blocks.map((block) => block.map((line) => split(line)))),
    scale: Number(scales[0]?.[1] ?? 0),
    decimalComma,
  });
}
