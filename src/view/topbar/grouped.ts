import type { LibraryEntry } from '../../problem';

export interface Group {
  readonly document: string;
  readonly entries: readonly LibraryEntry[];
}

/** The library by document, in its own order. */
export function byDocument(library: readonly LibraryEntry[]): readonly Group[] {
  const groups = new Map<string, LibraryEntry[]>();
  for (const entry of library) {
    const own = groups.get(entry.document) ?? [];
    own.push(entry);
    groups.set(entry.document, own);
  }
  return [...groups].map(([document, entries]) => ({ document, entries }));
}

/** A title as a part of a file's name; empty where nothing of it can be. */
export function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words.slice(0, 60).replace(/-+$/, '');
}

/** A name for the file that a problem is saved to. */
export function fileName(title: string): string {
  return `${slug(title) || 'problem'}.backstep.json`;
}
