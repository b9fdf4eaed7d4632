import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { REFUSAL_ID, type Refusal } from './Entry';

const MARGIN = 8;

/** Beside the field, above it where there is room; clear of the window's edges. */
function place(note: HTMLElement, cell: string): void {
  const field = document.querySelector(`[data-cell="${CSS.escape(cell)}"]`);
  if (!field) return;
  const at = field.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const above = at.top - height - MARGIN;
  const left = Math.min(at.left, window.innerWidth - width - MARGIN);
  note.style.top = `${above >= MARGIN ? above : at.bottom + MARGIN}px`;
  note.style.left = `${Math.max(MARGIN, left)}px`;
}

/** It lies over the page, so that it is not clipped and nothing moves. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal | null }): ReactNode {
  const note = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = note;
    if (!current || !refusal) return;
    const move = () => place(current, refusal.cell);
    move();
    window.addEventListener('scroll', move, true);
    window.addEventListener('resize', move);
    return () => {
      window.removeEventListener('scroll', move, true);
      window.removeEventListener('resize', move);
    };
  }, [refusal]);
  if (!refusal) return null;
  return (
    <div ref={note} id={REFUSAL_ID} className="refusal" role="alert">
      {refusal.why}
    </div>
  );
}
