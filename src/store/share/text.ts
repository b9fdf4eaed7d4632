import { fail, ok, type Result } from '../../problem';

/** Beyond this a link is not unpacked: no problem of the page is as large, and a few bytes could ask for any room. */
export const MOST_BYTES = 4_000_000;

/** Of the way a link is written. One that reads links of an older version keeps its number and its fixture. */
const LINK_VERSION = 1;

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** JSON.stringify, but −0 stays −0. */
export function compact(value: Json): string {
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(compact).join(',')}]`;
  const fields = Object.entries(value).flatMap(([key, v]) =>
    v === undefined ? [] : `${JSON.stringify(key)}:${compact(v)}`,
  );
  return `{${fields.join(',')}}`;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Undefined where it is none. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
  } catch {
    return undefined;
  }
}

/** FNV-1a, 32 bits: any one changed character gives another sum. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(36);
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | 'too much' | 'broken'> {
  const reader = (new Blob([bytes]).stream() as ReadableStream<Uint8Array>)
    .pipeThrough<Uint8Array>(stream as ReadableWritablePair<Uint8Array, Uint8Array>)
    .getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return 'too much';
      }
      parts.push(value);
    }
  } catch {
    return 'broken';
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** `1.2s.k3x9.…`: version, length and checksum of what follows, and the text, deflated, in base64url. */
export async function seal(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
  const packed = await through(
    bytes,
    new CompressionStream('deflate-raw'),
    Number.POSITIVE_INFINITY,
  );
  const body = typeof packed === 'string' ? '' : toBase64(packed);
  return [LINK_VERSION, body.length.toString(36), checksum(body), body].join('.');
}

const WHERE = 'link';
const AGAIN = 'Copy the whole link again where it came from';

const FAULTS = {
  foreign: `What follows the # in the address is no Backstep link. ${AGAIN}, or choose a problem from the list`,
  broken: `The link was changed on the way: its checksum does not fit. ${AGAIN}`,
  bomb: `The link unpacks to more than ${MOST_BYTES / 1e6} MB and was not opened. Ask for the problem as a file`,
} as const;

function newer(version: string): string {
  return `The link was made by a newer Backstep (link version ${version}; this page reads ${LINK_VERSION}). Reload the page for the newest one, or ask for the problem as a file`;
}

function cutOff(came: number, length: number): string {
  return `The link was cut off: ${came} of ${length} characters came. ${AGAIN}`;
}

/** What `seal` was given, or a sentence about what happened to it. Never throws. */
export async function unseal(link: string): Promise<Result<string>> {
  const version = /^([1-9]\d{0,5})\./.exec(link)?.[1];
  if (version === undefined) return fail(FAULTS.foreign, WHERE);
  if (Number(version) > LINK_VERSION) return fail(newer(version), WHERE);
  const parts = /^\d+\.([0-9a-z]{1,6})\.([0-9a-z]{1,7})\.(.*)$/s.exec(link);
  if (!parts) return fail(cutOffBeforeBody(link), WHERE);
  const [, length = '', sum = '', body = ''] = parts;
  const whole = Number.parseInt(length, 36);
  if (body.length < whole) return fail(cutOff(body.length, whole), WHERE);
  const bytes = body.length === whole && checksum(body) === sum ? fromBase64(body) : undefined;
  if (!bytes) return fail(FAULTS.broken, WHERE);
  const unpacked = await through(bytes, new DecompressionStream('deflate-raw'), MOST_BYTES);
  if (unpacked === 'too much') return fail(FAULTS.bomb, WHERE);
  if (unpacked === 'broken') return fail(FAULTS.broken, WHERE);
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(unpacked));
  } catch {
    return fail(FAULTS.broken, WHERE);
  }
}

function cutOffBeforeBody(link: string): string {
  return /^\d+\.[0-9a-z]*(\.[0-9a-z]*)?$/.test(link)
    ? `The link was cut off near its beginning. ${AGAIN}`
    : FAULTS.broken;
}
