/** The screen for which the smallest sizes are given. */
const WIDTH = 1280;
const HEIGHT = 720;
/** On it no letter is smaller, and no line is thinner. */
const SMALLEST_TEXT = 24;
const THINNEST_LINE = 3;
/** On a phone the picture is a page to be read from near. */
const NEAR_TEXT = 15;

/** Pixels for one of that screen's. */
export function unitOf(width: number, height: number): number {
  return Math.min(width / WIDTH, height / HEIGHT);
}

/** The smallest letter of a screen, in pixels, at that scale of the type. */
export function letterOf(width: number, height: number, scale = 1): number {
  return Math.max(NEAR_TEXT, SMALLEST_TEXT * unitOf(width, height) * Math.max(1, scale));
}

export function lineOf(width: number, height: number): number {
  // A browser rounds a border down to whole pixels.
  return Math.max(1.5, Math.ceil(THINNEST_LINE * unitOf(width, height)));
}
