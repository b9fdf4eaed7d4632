import { type Token, tokensOf } from './tokens';
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
/** A row may be so much too wide where all of them are set a little smaller then. */
const SLIGHTLY = 0.22;
const SMALLER = 90;
const TOO_WIDE = 1000;
/** A bracket does not stand at the end of a row with less in it than so many em, unless that would be far too wide. */
const FRAGMENT = 400;
const FRAGMENT_WIDTH = 2.5;

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

/** The width of all before each token, and of all. */
function widthsOf(tokens: readonly Token[]): readonly number[] {
  const widths = [0];
  for (const { width } of tokens) widths.push((widths.at(-1) as number) + width);
  return widths;
}

/** The width of a row from a place up to where `end` is the width of all. */
const rowWidth = ({ before, gap, start, indent }: Place, end: number) =>
  end - before - gap + start + indent;

/** The index of the token that closes what opens at `from`. */
function closeOf(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]?.kind === 'open') depth++;
    if (tokens[i]?.kind === 'close' && --depth === 0) return i;
  }
  return tokens.length;
}

/** Where a row may begin: not in a bracket that has room in one row. */
function placesIn(tokens: readonly Token[], room: number): readonly Place[] {
  const places: Place[] = [{ at: -1, indent: 0, cost: 0, before: 0, gap: 0, start: 0 }];
  const widths = widthsOf(tokens);
  /** The index of each bracket that is open; a mark is none. */
  const open: (number | undefined)[] = [];
  /** The last place that is no fragment, and the token up to which a bracket is kept whole. */
  let last = places[0] as Place;
  let whole = -1;
  tokens.forEach((token, at) => {
    const before = widths[at] as number;
    if (token.kind === 'open') open.push(token.deep ? at : undefined);
    if (token.kind === 'close') open.pop();
    if (at <= whole) return;
    if (token.kind === 'open' && token.deep) {
      const close = closeOf(tokens, at);
      const after = tokens.findIndex(({ kind }, i) => i > close && kind === 'gap');
      const end = widths[after < 0 ? tokens.length : after] as number;
      if (rowWidth(last, end) <= room) whole = close;
    }
    if (token.kind !== 'gap') return;
    const brackets = open.filter((began) => began !== undefined);
    const depth = brackets.length;
    const began = widths[(brackets.at(-1) ?? -2) + 1] ?? Number.NEGATIVE_INFINITY;
    const isFragment = before - began < FRAGMENT_WIDTH;
    const place = {
      at,
      indent: Math.min(MOST_INDENT * room, STEP * (depth + 1)),
      cost: DEEPER * depth + (token.loose ? 0 : TIGHT) + (isFragment ? FRAGMENT : 0),
      before,
      gap: token.width,
      start: token.startWidth,
    };
    places.push(place);
    if (!isFragment) last = place;
  });
  return places;
}

const tooWide = (over: number, slack: number) => over * (over <= slack ? SMALLER : TOO_WIDE);

/** Where the rows begin that cost least together. */
function cheapest(
  places: readonly Place[],
  total: number,
  room: number,
  slack: number,
): readonly Place[] {
  const ends = [...places.slice(1).map(({ before }) => before), total];
  const best: { cost: number; from: number }[] = [];
  ends.forEach((end, j) => {
    const isLast = j === ends.length - 1;
    const options = places.slice(0, j + 1).map((place, i) => {
      const width = rowWidth(place, end);
      const over = Math.max(0, width / room - 1);
      const empty = isLast ? 0 : EMPTY * Math.max(0, 1 - width / room) ** 2;
      const earlier = i === 0 ? 0 : (best[i - 1]?.cost ?? 0);
      return { cost: earlier + ROW + place.cost + tooWide(over, slack) + empty, from: i };
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
 * wider. Without `slack` nothing is set smaller.
 */
export function rowsOf(tex: string, room: number, slack = SLIGHTLY): readonly TexRow[] {
  if (widthOf(tex) <= room) return [{ tex, indent: 0 }];
  const tokens = tokensOf(tex);
  const starts = cheapest(placesIn(tokens, room), widthsOf(tokens).at(-1) as number, room, slack);
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
