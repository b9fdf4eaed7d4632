import { afterSpace, commandAt, endOfGroup, endOfSign, scriptsAt } from './scan';

/** A raised or lowered part is this much smaller. */
const SCRIPT = 0.72;

/** With the room that stands around it. */
const COMMANDS: Readonly<Record<string, number>> = {
  '\\,': 0.17,
  '\\;': 0.28,
  '\\cdot': 0.72,
  '\\odot': 1.22,
  '\\circ': 0.94,
  '\\oslash': 1.22,
  '\\times': 1.22,
  '\\to': 1.56,
  '\\sum': 1.5,
  '\\cdots': 1.34,
  '\\infty': 1,
  '\\tanh': 2.36,
  '\\sin': 1.4,
  '\\cos': 1.5,
  '\\log': 1.45,
  '\\exp': 1.7,
  '\\mathsf': 0,
  '\\textstyle': 0,
  '\\displaystyle': 0,
  '\\allowbreak': 0,
  '\\left': 0.12,
  '\\right': 0.12,
};

/** As a bracket that is not seen it has no width. */
const POINT = 0.28;

const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/[0-9]/, 0.5],
  [/[A-Z]/, 0.76],
  [/[mw]/, 0.78],
  [/[a-z]/, 0.51],
  [/[+\-=]/, 1.22],
  [/[()[\]|/]/, 0.42],
  [/[.,']/, POINT],
];

function ofMatrix(tex: string): number {
  const body = tex.replace(/^\\begin\{bmatrix\}|\\end\{bmatrix\}$/g, '');
  const rows = body.split('\\\\').map((row) => row.split('&').map(widthOf));
  const columns = rows[0]?.map((_, c) => Math.max(...rows.map((row) => row[c] ?? 0))) ?? [];
  const brackets = rows.length > 2 ? 1.34 : 0.95;
  return columns.reduce((sum, width) => sum + width, columns.length - 1) + brackets;
}

/** A command with its arguments. */
function ofCommand(tex: string): number {
  const command = commandAt(tex, 0);
  if (command === '\\begin') return ofMatrix(tex);
  const first = endOfGroup(tex, command.length);
  const [one, two] = [tex.slice(command.length, first), tex.slice(first)];
  if (command === '\\htmlData') return widthOf(two);
  if (command === '\\frac') return Math.max(widthOf(one), widthOf(two)) + 0.24;
  if (command === '\\sqrt') return widthOf(one) + 0.9;
  if (/^\\(mathrm|operatorname|text)$/.test(command)) return (one.length - 2) * 0.5 + 0.17;
  if (one.startsWith('{')) return widthOf(one) + 0.03;
  return COMMANDS[command] ?? 0.55;
}

/** Brackets around a fraction or a matrix are wider; of a formula that has either, all are taken to be. */
export const tallness = (tex: string) => (/\\(?:frac|begin)\b/.test(tex) ? 0.22 : 0);

/** A minus before anything else. */
const SIGN = 0.78;

function ofSign(sign: string): number {
  if (sign.startsWith('{')) return widthOf(sign.slice(1, -1));
  if (sign.startsWith('\\')) return ofCommand(sign);
  return SIGNS.find(([pattern]) => pattern.test(sign))?.[1] ?? 0;
}

/** About how wide a formula of the page's printers is when it is set in one line, in em. */
export function widthOf(tex: string): number {
  let width = 0;
  const tall = tallness(tex);
  for (let at = afterSpace(tex, 0); at < tex.length; ) {
    const end = endOfSign(tex, at);
    const scripts = scriptsAt(tex, end);
    // What is raised stands above what is lowered.
    const beside = scripts.map(([from, to]) => widthOf(tex.slice(from, to).replace(/^[\^_]/, '')));
    const sign = tex.slice(at, end);
    width +=
      (width === 0 && sign === '-' ? SIGN : ofSign(sign)) +
      (/^\\(?:left|right)$/.test(sign) ? (tex[end] === '.' ? -POINT : tall) : 0) +
      SCRIPT * Math.max(0, ...beside);
    at = afterSpace(tex, scripts.at(-1)?.[1] ?? end);
  }
  return width;
}
