import { pathOf, pointOn } from './curve';
import { type PathMarks, slopeChips } from './marks-path';
import type { ProgramGeometry } from './program-geometry';
import type { Scene, ScenePath } from './scene';

/** A path from box to box, along the wires that lead there. */
export function programPathMarks(
  { routes, font, width }: ProgramGeometry,
  scene: Scene,
  { stops, slopes }: ScenePath,
): PathMarks {
  const pieces = stops.slice(1).flatMap((to, i) => {
    const route = routes.find(({ wire }) => wire.from === stops[i]?.of && wire.to === to.of);
    const slope = slopes[i];
    return route && slope !== undefined ? [{ curves: route.curves, slope }] : [];
  });
  const labels = pieces.flatMap(({ curves, slope }) => {
    const middle = curves[Math.floor((curves.length - 1) / 2)];
    return middle ? [{ at: pointOn(middle, 0.5), slope }] : [];
  });
  return {
    lines: pieces.map(({ curves }) => curves.map(pathOf).join('')),
    chips: slopeChips(scene, labels, { font, width }),
  };
}
