import { once } from '../../problem';

/** The sheets come with the first sign that somebody may print: a browser's own menu leaves no time to load them. */
export const sheets = once(async () => (await import('./Sheets')).Sheets);
