import type { Json } from './text';

type Key = string | number;
/** Where in a file, and what stands there now; a key that is no longer there has no value. */
export type Change = readonly [path: readonly Key[], value: Json] | readonly [path: readonly Key[]];

type Container = readonly Json[] | { readonly [key: string]: Json | undefined };

const isContainer = (value: Json | undefined): value is Container =>
  typeof value === 'object' && value !== null;

/** Lists of one length are compared entry by entry, objects key by key; all else is replaced as a whole. */
export function changesBetween(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly Key[] = [],
): readonly Change[] {
  if (Object.is(before, after)) return [];
  if (after === undefined) return [[path]];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return after.flatMap((v, i) => changesBetween(before[i], v, [...path, i]));
  }
  const areObjects =
    isContainer(before) && isContainer(after) && !Array.isArray(before) && !Array.isArray(after);
  if (!areObjects) return [[path, after]];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const at = (value: Container, key: string) =>
    Object.hasOwn(value, key) ? (value as { [key: string]: Json | undefined })[key] : undefined;
  return [...keys].flatMap((key) =>
    changesBetween(at(before, key), at(after, key), [...path, key]),
  );
}

/** Keys keep their order; `__proto__` becomes one like any other, for the schema to refuse. */
function withKey(value: Container, key: Key, inner: Json | undefined): Json {
  const name = String(key);
  const entries: [string, Json | undefined][] = Object.entries(value).map(([k, v]) => [
    k,
    k === name ? inner : v,
  ]);
  if (!Object.hasOwn(value, name)) entries.push([name, inner]);
  return Object.fromEntries(entries.filter(([, v]) => v !== undefined));
}

function changed(value: Json, [key, ...rest]: readonly Key[], change: Change): Json | undefined {
  if (key === undefined) return change[1];
  if (!isContainer(value)) return undefined;
  if (Array.isArray(value)) {
    if (typeof key !== 'number' || !(key in value)) return undefined;
    const inner = changed(value[key] as Json, rest, change);
    return inner === undefined ? undefined : value.map((v, i) => (i === key ? inner : v));
  }
  const own = Object.hasOwn(value, key) ? (value as { [k: string]: Json })[key] : undefined;
  if (rest.length === 0) return withKey(value, key, change[1]);
  const inner = own === undefined ? undefined : changed(own, rest, change);
  return inner === undefined ? undefined : withKey(value, key, inner);
}

function isChange(value: unknown): value is Change {
  return (
    Array.isArray(value) &&
    (value.length === 1 || value.length === 2) &&
    Array.isArray(value[0]) &&
    value[0].length > 0 &&
    value[0].every((key) => typeof key === 'string' || typeof key === 'number')
  );
}

/** A link that asks for more than this is none of ours: a file is shorter then. */
const MOST_CHANGES = 5_000;

/** The file with the changes made; undefined where one does not fit it. */
export function withChangesMade(file: Json, changes: unknown): Json | undefined {
  if (!Array.isArray(changes) || changes.length > MOST_CHANGES) return undefined;
  let result: Json | undefined = file;
  for (const change of changes) {
    if (result === undefined || !isChange(change)) return undefined;
    result = changed(result, change[0], change);
  }
  return result;
}
