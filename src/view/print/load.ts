import type { ComponentType } from 'react';

let sheets: ComponentType | null = null;

/** Null until they have come. */
export const loadedSheets = (): ComponentType | null => sheets;

/** The sheets come with the first sign that somebody may print: a browser's own menu leaves no time to load them. */
export async function loadSheets(): Promise<void> {
  sheets ??= (await import('./Sheets')).Sheets;
}
