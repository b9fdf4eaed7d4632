import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

const TIMES = 2;
/** What must stand once in a page. */
const ONCE = ['id', 'data-cell', 'data-entry', 'tabindex', 'role', 'aria-label', 'aria-live'];

function copyOf(stage: HTMLElement): HTMLElement {
  const copy = stage.cloneNode(true) as HTMLElement;
  for (const element of [copy, ...copy.querySelectorAll('*')])
    for (const name of ONCE) element.removeAttribute(name);
  return copy;
}

/** A round glass around the pointer, in which the picture is twice as large. */
export function Magnifier({ stage }: { readonly stage: RefObject<HTMLElement | null> }): ReactNode {
  const glass = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [lens, source] = [glass.current, stage.current];
    if (!lens || !source) return;
    let frame = 0;
    let at = { x: window.innerWidth / 2, y: window.innerHeight / 2 };
    const move = () => {
      const radius = lens.offsetWidth / 2;
      const { left, top } = source.getBoundingClientRect();
      lens.style.transform = `translate(${at.x - radius}px, ${at.y - radius}px)`;
      const copy = lens.firstElementChild as HTMLElement | null;
      if (!copy) return;
      const x = radius - (at.x - left) * TIMES;
      const y = radius - (at.y - top) * TIMES;
      copy.style.transform = `translate(${x}px, ${y}px) scale(${TIMES})`;
    };
    const renew = () => {
      frame = 0;
      const copy = copyOf(source);
      copy.style.width = `${source.offsetWidth}px`;
      copy.style.height = `${source.offsetHeight}px`;
      lens.replaceChildren(copy);
      move();
    };
    const soon = () => {
      frame ||= requestAnimationFrame(renew);
    };
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
      at = { x, y };
      move();
    };
    const observer = new MutationObserver(soon);
    observer.observe(source, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    window.addEventListener('pointermove', onMove);
    renew();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      window.removeEventListener('pointermove', onMove);
    };
  }, [stage]);
  return <div ref={glass} className="magnifier" aria-hidden="true" inert />;
}
