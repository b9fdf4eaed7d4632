export type Area = 'localStorage' | 'sessionStorage';

/** Null where there is nothing, and where the browser forbids to look. */
export function readKept(area: Area, key: string): string | null {
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

/** False where storage is full or forbidden. */
export function writeKept(area: Area, key: string, text: string): boolean {
  try {
    window[area].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** The version belongs to the key: an older page leaves alone what a newer one kept. */
export const LAST_STATE = 'backstep.state.1';
/** Of one's own that is open in this tab. */
export const LAST_LECTURE = 'backstep.lecture-open.1';
/** Of this tab: the losses of the updates applied, and their states. */
export const LOSSES = 'backstep.losses.1';
export const NO_LOSSES = '[]';
export const THEME = 'backstep.theme.1';
export const SPEED = 'backstep.speed.1';
/** The language of the code beside the equations. */
export const DIALECT = 'backstep.code.1';
export const TOUR_SEEN = 'backstep.tour.1';
