import { DETAILS } from '../../derive';
import { isRecord, LIMITS } from '../../problem';
import { HIDEABLE, STOP_VIEWS } from '../../problem/lecture';
import { DEPTHS, VIEWS } from '../state';
import {
  type AnyEnvelope,
  CHANNEL_VERSION,
  type FromAudience,
  type FromPresenter,
  type Look,
  type Standing,
} from './message';

// Anything of this origin can post into a channel: what does not have the form of a message is none.

type Check = (value: unknown) => boolean;
type Shape<T> = { readonly [K in keyof T]-?: Check };

const flag: Check = (value) => typeof value === 'boolean';
const text =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most;
const oneOf =
  (names: readonly unknown[]): Check =>
  (value) =>
    names.includes(value);
const within =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
const whole =
  (most: number): Check =>
  (value) =>
    Number.isInteger(value) && within(0, most)(value);
const listOf =
  (each: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(each);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const tuple =
  (...checks: readonly Check[]): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length === checks.length &&
    checks.every((check, i) => check(value[i]));

/** Own keys only, so that nothing of a prototype passes for a field. */
const has = (value: unknown, shape: Readonly<Record<string, Check>>): boolean =>
  isRecord(value) &&
  Object.entries(shape).every(([key, check]) =>
    check(Object.hasOwn(value, key) ? value[key] : undefined),
  );

const MOST_COUNT = Number.MAX_SAFE_INTEGER;
const MOST_DECIMALS = 12;
/** No QR code holds more. */
const LONGEST_CODE = 2953;
const index = whole(LIMITS.numbers);
const name = text(LIMITS.title);

const look: Shape<Look> = {
  theme: oneOf(['light', 'dark']),
  scale: within(0.5, 4),
  blank: oneOf(['none', 'black', 'white']),
  pointer: flag,
  magnifier: flag,
  predict: flag,
  hidden: listOf(oneOf(HIDEABLE), HIDEABLE.length),
  view: oneOf(STOP_VIEWS),
  corner: flag,
  page: whole(1000),
  help: flag,
  code: orNull(text(LONGEST_CODE)),
};

const standing: Shape<Standing> = {
  step: name,
  detail: oneOf(DETAILS),
  example: index,
  alone: flag,
  depth: oneOf(DEPTHS),
  entry: orNull(tuple(name, index, index)),
  view: oneOf(VIEWS),
  decimals: orNull(whole(MOST_DECIMALS)),
  way: orNull(listOf(name, LIMITS.numbers)),
};

const number: Check = (value) => Number.isFinite(value);
const row = listOf(number, LIMITS.numbers);
const tensor: Check = (value) => number(value) || listOf(row, LIMITS.numbers)(value);
const leaf = tuple(name, tensor);

type Kinds<M extends { readonly kind: string }> = {
  readonly [K in M['kind']]: Readonly<Record<string, Check>>;
};

const presenter: Kinds<FromPresenter> = {
  state: {
    number: whole(MOST_COUNT),
    problem: (value) => value === undefined || text(LIMITS.characters)(value),
    standing: (value) => has(value, standing),
    look: (value) => has(value, look),
    title: text(LIMITS.title),
  },
  leaves: {
    number: whole(MOST_COUNT),
    base: whole(MOST_COUNT),
    leaves: listOf(leaf, LIMITS.numbers),
  },
  pointer: { at: orNull(tuple(within(0, 1), within(0, 1))) },
  ping: {},
  presenting: {},
  end: {},
};

const audience: Kinds<FromAudience> = {
  hello: {},
  here: {
    pages: whole(1000),
    isCovered: flag,
    width: whole(100_000),
    height: whole(100_000),
  },
  gone: {},
};

const KINDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  ...presenter,
  ...audience,
};

/** What was posted, if it is a message of this version; else undefined, and nothing happens. */
export function envelopeIn(data: unknown): AnyEnvelope | undefined {
  const isEnvelope = has(data, {
    version: oneOf([CHANNEL_VERSION]),
    session: text(64),
    count: whole(MOST_COUNT),
    message: isRecord,
  });
  if (!isEnvelope) return undefined;
  const { message } = data as { readonly message: Readonly<Record<string, unknown>> };
  const kind = Object.hasOwn(message, 'kind') ? message.kind : undefined;
  const shape = typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  return shape && has(message, shape) ? (data as AnyEnvelope) : undefined;
}

export const isFromAudience = (message: FromPresenter | FromAudience): message is FromAudience =>
  Object.hasOwn(audience, message.kind);
