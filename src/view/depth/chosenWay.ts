import { createStore } from 'zustand/vanilla';
import { type Path, stopName } from '../../derive/depths';

/** The stops of the way that was chosen last, so that whoever lists the ways next begins with it. */
export const chosenWay = createStore<{ readonly way: readonly string[] | null }>()(() => ({
  way: null,
}));

export const wayOf = ({ stops }: Path): readonly string[] => stops.map(stopName);

const SIGN = ' ';

/** Where in a list that way stands; the first where it is not there. */
export function indexOfWay(paths: readonly Path[], way: readonly string[] | null): number {
  const text = way?.join(SIGN);
  return Math.max(
    0,
    text === undefined ? 0 : paths.findIndex((path) => wayOf(path).join(SIGN) === text),
  );
}
