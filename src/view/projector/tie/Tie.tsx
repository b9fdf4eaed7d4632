import { type ReactNode, useEffect, useRef } from 'react';
import { tieIn } from './draw';

/** How long a picture rests before the line is laid anew, in milliseconds; many marks of it may change in a row. */
const REST = 60;

function draw(svg: SVGSVGElement, letter: number): void {
  const { parentElement: stage } = svg;
  const tie = stage && tieIn(stage, letter);
  svg.toggleAttribute('data-none', !tie);
  if (!tie) return;
  const [halo, line, dot, tip] = svg.children;
  halo?.setAttribute('d', tie.d);
  line?.setAttribute('d', tie.d);
  dot?.setAttribute('cx', String(tie.dot.x));
  dot?.setAttribute('cy', String(tie.dot.y));
  tip?.setAttribute('d', tie.tip);
}

/** A mark on its way to another place; what flows along a line has no end. */
const isMove = (animation: Animation) => animation instanceof CSSTransition;

interface Props {
  /** The smallest letter on this screen, in pixels. */
  readonly letter: number;
}

/** A line from what the equation writes to its place in the drawing, around everything that is read. */
export function Tie({ letter }: Props): ReactNode {
  const host = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const svg = host.current;
    const stage = svg?.parentElement;
    if (!svg || !stage) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const soon = () => {
      if (isGone) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        // Where its end will be is known when it has come there.
        const moving = stage.getAnimations({ subtree: true }).filter(isMove);
        if (moving.length === 0) draw(svg, letter);
        else void Promise.allSettled(moving.map(({ finished }) => finished)).then(soon);
      }, REST);
    };
    const observer = new MutationObserver((records) => {
      const others = records.filter(({ target }) => !svg.contains(target));
      // To what stood there before it must not lead.
      if (others.some(({ attributeName }) => attributeName === 'data-step'))
        svg.toggleAttribute('data-none', true);
      if (others.length > 0) soon();
    });
    observer.observe(stage, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-off', 'data-step', 'data-state', 'data-part', 'transform', 'style'],
    });
    const sizes = new ResizeObserver(soon);
    sizes.observe(stage);
    document.fonts.addEventListener('loadingdone', soon);
    soon();
    return () => {
      isGone = true;
      clearTimeout(timer);
      observer.disconnect();
      sizes.disconnect();
      document.fonts.removeEventListener('loadingdone', soon);
    };
  }, [letter]);
  return (
    <svg ref={host} className="tie" data-none="" aria-hidden="true">
      <path className="tie-halo" />
      <path className="tie-line" />
      <circle className="tie-dot" r={letter * 0.2} />
      <path className="tie-tip" />
    </svg>
  );
}
