import type { Box, Point } from './route';

const isSeen = (element: Element): boolean => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
};

/** One of many stands for all: the uppermost. */
const ONE = '.chip, .unit, .box';

function placeIn(group: Element): Element {
  const parts = [...group.querySelectorAll(ONE)].filter(isSeen);
  const top = (element: Element) => element.getBoundingClientRect().top;
  return parts.reduce((a, b) => (top(b) < top(a) ? b : a), parts[0] ?? group);
}

const firstSeen = (within: Element, selector: string): Element | undefined =>
  [...within.querySelectorAll(selector)].find(isSeen);

export interface Ends {
  readonly from: Element;
  readonly to: Element;
}

/** What the step writes, in the equation and in the drawing; null where it is not seen in both. */
export function endsIn(stage: Element): Ends | null {
  const from = firstSeen(stage, '.blocks .formula-body [data-use="writes"]');
  const drawing = stage.querySelector('.stage-drawing');
  const id = from?.getAttribute('data-quantity');
  if (!from || !drawing || !id) return null;
  const of = `[data-quantity="${CSS.escape(id)}"]`;
  // Of an edge its number stands on it, where there is room for one.
  const chosen =
    firstSeen(drawing, '.chip[data-part="chosen"]') ??
    firstSeen(drawing, '[data-part="chosen"]:not(.edge)');
  if (chosen) return { from, to: chosen };
  const heading = firstSeen(drawing, `text.heading${of}`);
  if (heading) return { from, to: heading };
  const group = firstSeen(drawing, of) ?? firstSeen(drawing, 'text.heading[data-state="writes"]');
  return group ? { from, to: placeIn(group) } : null;
}

/** What is read, and what stands as a body of its own; lines between bodies may be crossed. */
const DRAWN = 'text, rect, circle';
const SET =
  '.stage-title > *, .stage-head > p, .page-count, .blocks p, .cover, .one-result, .equals';
/** Between two parts of a formula a line would be one more sign of it. */
const PARTS = '.blocks .katex-html > .katex-base';

/** Of a formula that holds the end itself the other signs, one by one. */
function signsBeside(base: Element, end: Element): readonly Element[] {
  return [...base.querySelectorAll('*')].filter(
    (element) => element.childElementCount === 0 && !end.contains(element) && isSeen(element),
  );
}

/** All that the line goes around, in the pixels of the stage. */
export function wallsIn(stage: Element, { from, to }: Ends): readonly Box[] {
  const parts = [...stage.querySelectorAll(PARTS)];
  const set = [...stage.querySelectorAll(SET), ...parts.filter((part) => !part.contains(from))];
  const own = parts
    .filter((part) => part.contains(from))
    .flatMap((part) => signsBeside(part, from));
  const drawn = [...(stage.querySelector('.stage-drawing')?.querySelectorAll(DRAWN) ?? [])];
  const apart = drawn.filter((each) => !to.contains(each) && !each.closest('defs'));
  return [...set, ...own, ...apart].filter(isSeen).map((element) => boxIn(stage, element));
}

/** In the pixels of the stage, by so much wider on each side. */
export function boxIn(stage: Element, element: Element, by = 0): Box {
  const { left, top } = stage.getBoundingClientRect();
  const rect = element.getBoundingClientRect();
  return {
    left: rect.left - left - by,
    top: rect.top - top - by,
    right: rect.right - left + by,
    bottom: rect.bottom - top + by,
  };
}

/** Along the wires of a graph, in the pixels of the stage. */
export function linesIn(stage: Element, every: number): readonly Point[] {
  const { left, top } = stage.getBoundingClientRect();
  return [...stage.querySelectorAll<SVGPathElement>('.stage-drawing .graph path.wire')].flatMap(
    (wire) => {
      const onScreen = wire.getScreenCTM();
      if (!onScreen) return [];
      const step = every / onScreen.a;
      return Array.from({ length: Math.ceil(wire.getTotalLength() / step) }, (_, i) => {
        const { x, y } = wire.getPointAtLength(i * step).matrixTransform(onScreen);
        return { x: x - left, y: y - top };
      });
    },
  );
}
