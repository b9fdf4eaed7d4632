import { DETAILS, type Detail } from '../../derive';
import { LIMITS, own } from '../../problem';
import { DEPTHS, type Depth, type View } from '../state';
import type { Json } from './text';

/** Where a learner stands in a problem. */
export interface Place {
  readonly step: string;
  readonly detail: Detail;
  /** From 0. */
  readonly example: number;
  /** Only that example is looked at. */
  readonly alone: boolean;
  readonly depth: Depth;
  /** The entry that is looked into at this step. */
  readonly entry: EntryPlace | null;
  /** Where it was chosen at another step: that entry, which this one belongs to. */
  readonly chosen?: ChosenPlace | undefined;
  /** How a network is drawn; as layers where nothing is said. */
  readonly view?: View | undefined;
  /** Opens in projector mode. */
  readonly projector?: boolean | undefined;
  /** What the region below shows, by its name; numbers where nothing is said. */
  readonly tab?: string | undefined;
  /** The gradient check's step is 10 to the minus this; 5 where nothing is said. */
  readonly epsilon?: number | undefined;
  /** The gradient whose cached values are asked for; the last one where nothing is said. */
  readonly gradient?: string | undefined;
  /** Of the ways to the loss the one that was chosen, by the entries that it goes through. */
  readonly way?: readonly string[] | undefined;
}

export type EntryPlace = readonly [quantity: string, row: number, col: number];
export type ChosenPlace = readonly [...EntryPlace, step: string];

type Fields = { readonly [key: string]: Json | undefined };

/** What is as it always is at first is left out. */
export function placeOf(place: Place): Fields {
  const { step, detail, example, alone, depth, entry, view, projector } = place;
  const { chosen, tab, epsilon, gradient, way } = place;
  return {
    step,
    detail,
    example: example || undefined,
    alone: alone || undefined,
    depth: depth === 'layer' ? undefined : depth,
    entry: entry ?? undefined,
    chosen,
    view: view === 'graph' ? view : undefined,
    projector: projector || undefined,
    tab,
    epsilon,
    gradient,
    way,
  };
}

/** Undefined where it is none from 0 to `most`. */
export function wholeNumber(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
    ? value
    : undefined;
}

const MOST_EPSILON = 12;
const MOST_STOPS = 1000;

const isText = (value: unknown): value is string => typeof value === 'string';

/** A name, cut where none would be as long. */
const nameIn = (value: unknown): string | undefined =>
  isText(value) ? value.slice(0, LIMITS.title) : undefined;

function entryIn(value: unknown): EntryPlace | null {
  if (!Array.isArray(value) || value.length !== 3) return null;
  const name = nameIn(value[0]);
  const [row, col] = [value[1], value[2]].map((at) => wholeNumber(at, LIMITS.numbers));
  return name !== undefined && row !== undefined && col !== undefined ? [name, row, col] : null;
}

function chosenIn(value: unknown): ChosenPlace | undefined {
  const entry = Array.isArray(value) ? entryIn(value.slice(0, 3)) : null;
  const step = Array.isArray(value) && value.length === 4 ? nameIn(value[3]) : undefined;
  return entry && step !== undefined ? [...entry, step] : undefined;
}

function wayIn(value: unknown): readonly string[] | undefined {
  const isWay = Array.isArray(value) && value.length <= MOST_STOPS && value.every(isText);
  return isWay ? value : undefined;
}

/** What is missing, or cannot be, is as at first. */
export function readPlace(link: Readonly<Record<string, unknown>>): Place {
  const [tab, gradient] = ['tab', 'gradient'].map((key) => nameIn(own(link, key)));
  const epsilon = wholeNumber(own(link, 'epsilon'), MOST_EPSILON);
  const way = wayIn(own(link, 'way'));
  const chosen = chosenIn(own(link, 'chosen'));
  return {
    step: nameIn(own(link, 'step')) ?? '',
    detail: DETAILS.find((name) => name === own(link, 'detail')) ?? 'layers',
    example: wholeNumber(own(link, 'example'), LIMITS.numbers) ?? 0,
    alone: own(link, 'alone') === true,
    depth: DEPTHS.find((name) => name === own(link, 'depth')) ?? 'layer',
    entry: entryIn(own(link, 'entry')),
    ...(own(link, 'view') === 'graph' && { view: 'graph' as const }),
    ...(own(link, 'projector') === true && { projector: true }),
    ...(tab !== undefined && { tab }),
    ...(epsilon !== undefined && { epsilon }),
    ...(gradient !== undefined && { gradient }),
    ...(chosen && { chosen }),
    ...(way && { way }),
  };
}
