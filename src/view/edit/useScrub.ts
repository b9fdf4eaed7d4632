import { type PointerEvent, useRef } from 'react';
import { beginsScrub, scrubbed, stepOf } from './step';

interface Drag {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  active: boolean;
}

interface Options {
  readonly onBegin: () => void;
  /** How far from where it began. */
  readonly onMove: (by: number) => void;
  readonly onEnd: () => void;
}

type Handler = (event: PointerEvent<HTMLInputElement>) => void;

/** Dragging upwards or downwards on a field. A finger drags the page until the field has the focus. */
export function useScrub({ onBegin, onMove, onEnd }: Options) {
  const drag = useRef<Drag | null>(null);

  const onPointerDown: Handler = (event) => {
    const { pointerType, button, pointerId, clientX, clientY, currentTarget } = event;
    const isFocused = document.activeElement === currentTarget;
    if (button !== 0 || (pointerType !== 'mouse' && !isFocused)) return;
    drag.current = { pointer: pointerId, x: clientX, y: clientY, active: false };
  };

  const onPointerMove: Handler = (event) => {
    const { current } = drag;
    if (!current || current.pointer !== event.pointerId) return;
    const dy = event.clientY - current.y;
    if (!current.active) {
      if (!beginsScrub(event.clientX - current.x, dy)) return;
      current.active = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.dataset.scrubs = '';
      onBegin();
    }
    onMove(scrubbed(dy, stepOf(event)));
  };

  const onPointerUp: Handler = (event) => {
    const { current } = drag;
    drag.current = null;
    if (!current?.active) return;
    delete event.currentTarget.dataset.scrubs;
    event.currentTarget.select();
    onEnd();
  };

  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp };
}
