import { type Lecture, readLecture, writeLecture } from '../../problem/lecture';
import { LAST_LECTURE, readKept, writeKept } from '../keep/storage';

/** The version belongs to the key: an older page leaves alone what a newer one kept. */
const PREFIX = 'backstep.lecture.1.';

/** A lecture of one's own in this browser. */
export interface KeptLecture {
  readonly id: string;
  readonly title: string;
  readonly stops: number;
  /** In milliseconds since 1970. */
  readonly saved: number;
  readonly text: string;
}

interface Entry extends Omit<KeptLecture, 'id'> {
  /** Another one at each writing, so that a tab sees when somebody else has written. */
  readonly stamp: string;
}

function entryIn(text: string | null): Entry | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { title, stops, saved, text: lecture, stamp } = value as Record<string, unknown>;
    return typeof title === 'string' &&
      typeof lecture === 'string' &&
      typeof stops === 'number' &&
      typeof saved === 'number' &&
      typeof stamp === 'string'
      ? { title, stops, saved, text: lecture, stamp }
      : null;
  } catch {
    return null;
  }
}

const readEntry = (id: string) => entryIn(readKept('localStorage', PREFIX + id));

/** The newest first. */
export function keptLectures(): readonly KeptLecture[] {
  let keys: string[] = [];
  try {
    keys = Object.keys(window.localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    // The browser forbids to look; then there are none.
  }
  return keys
    .flatMap((key) => {
      const entry = entryIn(readKept('localStorage', key));
      return entry ? [{ id: key.slice(PREFIX.length), ...entry }] : [];
    })
    .sort((a, b) => b.saved - a.saved);
}

/** The text that was there, to put it back. */
export function removeKept(id: string): () => void {
  const text = readKept('localStorage', PREFIX + id);
  try {
    window.localStorage.removeItem(PREFIX + id);
  } catch {
    // Then it stays.
  }
  return () => {
    if (text !== null) writeKept('localStorage', PREFIX + id, text);
  };
}

/** Which entry this tab writes to, and what it knows to be in it. */
export interface Own {
  readonly id: string;
  readonly stamp: string;
}

export function ownOf(id: string): Own | null {
  const entry = readEntry(id);
  return entry && { id, stamp: entry.stamp };
}

/** Keeps an edited lecture; where another tab has written meanwhile, beside it. Null where storage is full. */
export function keepOwn(lecture: Lecture, own: Own | null): Own | null {
  const there = own && readEntry(own.id);
  const isMine = own && (!there || there.stamp === own.stamp);
  const id = isMine ? own.id : crypto.randomUUID();
  const stamp = crypto.randomUUID();
  const { title, stops } = lecture;
  const text = writeLecture(lecture);
  const entry: Entry = { title, stops: stops.length, saved: Date.now(), text, stamp };
  return writeKept('localStorage', PREFIX + id, JSON.stringify(entry)) ? { id, stamp } : null;
}

/** What this tab has open, for a reload. */
export interface OpenInTab {
  readonly lecture: Lecture;
  readonly at: number;
  readonly own: Own | null;
}

export function keepOpen(open: OpenInTab | null): boolean {
  if (!open) return writeKept('sessionStorage', LAST_LECTURE, '');
  const { lecture, at, own } = open;
  return writeKept(
    'sessionStorage',
    LAST_LECTURE,
    JSON.stringify({ text: writeLecture(lecture), at, own }),
  );
}

/** Known without reading a lecture. */
export function openInTab(): OpenInTab | null {
  try {
    const kept: unknown = JSON.parse(readKept('sessionStorage', LAST_LECTURE) || 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { text, at, own } = kept as { text?: unknown; at?: unknown; own?: Own | null };
    const read = typeof text === 'string' ? readLecture(text) : null;
    if (!read?.ok || typeof at !== 'number') return null;
    const known = own && typeof own.id === 'string' && typeof own.stamp === 'string' ? own : null;
    return { lecture: read.value, at, own: known };
  } catch {
    return null;
  }
}
