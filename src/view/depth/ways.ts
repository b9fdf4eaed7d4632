import { formatNumber } from '../../derive';
import { type LocalGraph, type Path, type Paths, type Stop, stopName } from '../../derive/depths';
import { grouped } from '../../problem';
import type { Subject } from '../../store';
import type { Drawn } from './drawn';

/** Where the paths of an entry start: at the value, also if its gradient is what is looked at. */
export function startOf({ quantity, row, col }: Subject): Stop {
  return { of: quantity.node.id, row, col };
}

/** The example that a path goes through. */
export function exampleOf({ stops }: Path, local: LocalGraph): number | undefined {
  return stops.map(local.exampleOf).find((example) => example !== undefined);
}

/** Example by example, beginning with the one looked at; in each the largest first, and what is stopped last. */
export function inOrder(paths: readonly Path[], local: LocalGraph, first: number): readonly Path[] {
  const rank = (path: Path) => {
    const example = exampleOf(path, local) ?? 0;
    return example === first ? -1 : example;
  };
  return paths
    .map((path) => ({ path, rank: rank(path) }))
    .toSorted((a, b) => a.rank - b.rank || Math.abs(b.path.product) - Math.abs(a.path.product))
    .map(({ path }) => path);
}

/** The same in words. */
export function orderSentence(byExample: boolean, first: number): string {
  const order = 'the largest product first, what a factor of 0 stops last';
  return byExample
    ? `Example by example, beginning with example ${first + 1}; in each ${order}.`
    : `${order.charAt(0).toUpperCase()}${order.slice(1)}.`;
}

/** Paths through one example, as they stand in the list. */
export interface PathGroup {
  /** From 0; undefined where there is one only. */
  readonly example: number | undefined;
  readonly from: number;
  readonly paths: readonly Path[];
}

/** A list in its order as groups of neighbours. */
export function groupsOf(
  paths: readonly Path[],
  example: (path: Path) => number | undefined,
): readonly PathGroup[] {
  const groups: { example: number | undefined; from: number; paths: Path[] }[] = [];
  paths.forEach((path, from) => {
    const own = example(path);
    const last = groups.at(-1);
    if (last && last.example === own) last.paths.push(path);
    else groups.push({ example: own, from, paths: [path] });
  });
  return groups;
}

/** What of a path is lit up and drawn. */
export function drawnOf({ stops, factors }: Path): Drawn {
  const [first, ...rest] = stops;
  return {
    chosen: first ? stopName(first) : null,
    reads: rest.map(stopName),
    path: { stops, slopes: factors.map(({ value }) => value).toReversed() },
  };
}

/** `14 336`, or how many powers of ten there are. */
export function countText(count: number): string {
  return count < 1e15 ? grouped(count) : count.toExponential(2).replace('e+', ' · 10^');
}

export function countSentence(count: number, listed: number): string {
  if (count === 0) return 'No path leads from here to the loss.';
  if (count === 1) return '1 path leads to the loss.';
  const all = `${countText(count)} paths lead to the loss`;
  return count > listed ? `${all}; the first ${countText(listed)} are listed.` : `${all}.`;
}

/** How many of them a factor of 0 stops, where all are listed. */
export function stoppedSentence({ count, listed }: Paths): string {
  const stopped = listed.filter(({ product }) => product === 0).length;
  if (stopped === 0 || count !== listed.length) return '';
  if (stopped === count)
    return count === 1 ? 'A factor of 0 stops it.' : 'A factor of 0 stops each.';
  return `${countText(stopped)} of them ${stopped === 1 ? 'is' : 'are'} stopped by a factor of 0.`;
}

/** `0.25 · (−0.7) · 1` */
export function productText({ factors }: Path, decimals: number): string {
  return factors
    .map(({ value }) => {
      const text = formatNumber(value, { decimals });
      return text.startsWith('−') ? `(${text})` : text;
    })
    .join(' · ');
}

export const wayOf = ({ stops }: Path): readonly string[] => stops.map(stopName);

const SIGN = ' ';

/** Where in a list that way stands; the first where it is not there. */
export function indexOfWay(paths: readonly Path[], way: readonly string[] | null): number {
  const text = way?.join(SIGN);
  return Math.max(
    0,
    text === undefined ? 0 : paths.findIndex((path) => wayOf(path).join(SIGN) === text),
  );
}
