import { bracketWidth, type Token, tokensOf } from './tokens';
import { widthOf } from './width';

/** One row of a formula that is broken as on paper. */
export interface TexRow {
  readonly tex: string;
  /** How far it stands in, in em. */
  readonly indent: number;
}

/** What a row costs; a break within brackets costs more, and one within a product, so that rows read as terms. */
const ROW = 10;
const DEEPER = 6;
const TIGHT = 3;
const EMPTY = 3;
/** A row may be so much too wide that all of them are set a little smaller. */
const SLIGHTLY = 0.22;
const SMALLER = 90;
const TOO_WIDE = 1000;
/** A bracket should not stand at the end of a row with next to nothing in it. */
const FRAGMENT = 8;
const FRAGMENT_WIDTH = 3;

const STEP = 1.1;
/** As a part of the room. */
const MOST_INDENT = 0.11;

interface Place {
  /** The index of the gap where a row begins; −1 for the first one. */
  readonly at: number;
  readonly indent: number;
  readonly cost: number;
  /** The width of all before it, and its own. */
  readonly before: number;
  readonly gap: number;
  readonly start: number;
}

const lengthOf = (token: Token) => (token.kind === 'open' ? bracketWidth(token) : token.width);

function placesIn(
  tokens: readonly Token[],
  room: number,
): { places: readonly Place[]; total: number } {
  const places: Place[] = [{ at: -1, indent: 0, cost: 0, before: 0, gap: 0, start: 0 }];
  /** Where each bracket that is open began; a mark is none. */
  const open: (number | undefined)[] = [];
  let total = 0;
  tokens.forEach((token, at) => {
    if (token.kind === 'open') open.push(token.deep ? total : undefined);
    if (token.kind === 'close') open.pop();
    if (token.kind === 'gap') {
      const brackets = open.filter((began) => began !== undefined);
      const depth = brackets.length;
      const isFragment = total - (brackets.at(-1) ?? Number.NEGATIVE_INFINITY) < FRAGMENT_WIDTH;
      places.push({
        at,
        indent: Math.min(MOST_INDENT * room, STEP * (depth + 1)),
        cost: DEEPER * depth + (token.loose ? 0 : TIGHT) + (isFragment ? FRAGMENT : 0),
        before: total,
        gap: token.width,
        start: token.startWidth,
      });
    }
    total += lengthOf(token);
  });
  return { places, total };
}

const tooWide = (over: number) => over * (over <= SLIGHTLY ? SMALLER : TOO_WIDE);

/** Where the rows begin that cost least together. */
function cheapest(places: readonly Place[], total: number, room: number): readonly Place[] {
  const ends = [...places.slice(1).map(({ before }) => before), total];
  const best: { cost: number; from: number }[] = [];
  ends.forEach((end, j) => {
    const isLast = j === ends.length - 1;
    const options = places.slice(0, j + 1).map((place, i) => {
      const width = end - place.before - place.gap + place.start + place.indent;
      const over = Math.max(0, width / room - 1);
      const empty = isLast ? 0 : EMPTY * Math.max(0, 1 - width / room) ** 2;
      const earlier = i === 0 ? 0 : (best[i - 1]?.cost ?? 0);
      return { cost: earlier + ROW + place.cost + tooWide(over) + empty, from: i };
    });
    best.push(options.reduce((a, b) => (b.cost < a.cost ? b : a)));
  });
  const chosen: Place[] = [];
  for (let j = ends.length - 1; j >= 0; ) {
    const { from } = best[j] as { from: number };
    chosen.unshift(places[from] as Place);
    j = from - 1;
  }
  return chosen;
}

type Open = Extract<Token, { kind: 'open' }>;

/** What is open before the token `to`, from the outermost in. */
function openBefore(tokens: readonly Token[], to: number): readonly Open[] {
  const open: Open[] = [];
  for (const token of tokens.slice(0, Math.max(0, to))) {
    if (token.kind === 'open') open.push(token);
    if (token.kind === 'close') open.pop();
  }
  return open;
}

/** A command must not run into the letter after it. */
const spaced = (tex: string) => (/\\[A-Za-z]+$/.test(tex) ? `${tex} ` : tex);

/**
 * The tokens between two gaps. A bracket that opens or closes here has no partner in this row, so it gets one that is
 * not seen; one that does neither is left out. Marks are closed and opened again.
 */
function written(tokens: readonly Token[], from: number, to: number): string {
  const [before, after] = [openBefore(tokens, from), openBefore(tokens, to)];
  const start = tokens[from];
  const again = before.filter((token) => !token.deep || !after.includes(token));
  const early = after.filter((token) => !token.deep || !before.includes(token)).toReversed();
  return [
    ...again.map((token) => token.again),
    start?.kind === 'gap' ? start.start : '',
    ...tokens.slice(from + 1, to).map(({ tex }) => spaced(tex)),
    ...early.map(({ deep }) => (deep ? '\\right.' : '}')),
  ].join('');
}

/**
 * A formula in rows of at most `room` em, broken as a person would: at sums before products, outside brackets before
 * within them, each row after the first further in and with its operation in front. What cannot be broken stays
 * wider.
 */
export function rowsOf(tex: string, room: number): readonly TexRow[] {
  if (widthOf(tex) <= room) return [{ tex, indent: 0 }];
  const tokens = tokensOf(tex);
  const { places, total } = placesIn(tokens, room);
  const starts = cheapest(places, total, room);
  if (starts.length === 1) return [{ tex, indent: 0 }];
  return starts.map(({ at, indent }, i) => ({
    tex: written(tokens, at, starts[i + 1]?.at ?? tokens.length),
    indent,
  }));
}

/** The width of the widest row, in em. */
export function widestOf(rows: readonly TexRow[]): number {
  return Math.max(0, ...rows.map(({ tex, indent }) => indent + widthOf(tex)));
}
