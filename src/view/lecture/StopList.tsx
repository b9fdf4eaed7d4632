import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useBackstep } from '../hooks';
import { moveTo, removeAt } from './author';
import { lecture } from './lecture';
import { showStop } from './play';
import { StopEditor } from './StopEditor';
import { placeWords, titleOf } from './words';

const MOVES: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** Where it would come to lie, dragged to that height of the window. */
function targetOf(list: HTMLElement | null, y: number, from: number): number {
  const middles = [...(list?.children ?? [])].map((item) => {
    const { top, height } = item.getBoundingClientRect();
    return top + height / 2;
  });
  const before = middles.filter((middle) => middle < y).length;
  return before > from ? before - 1 : before;
}

/** The stops in their order, which is changed by dragging or by keys. */
export function StopList(): ReactNode {
  const backstep = useBackstep();
  const { lecture: open, at } = useStore(lecture.store);
  const list = useRef<HTMLOListElement>(null);
  const [said, say] = useState('');
  const [dragged, drag] = useState<number | null>(null);
  const [target, aim] = useState<number | null>(null);
  /** Where the focus goes after a move; it stays with the stop. */
  const focus = useRef<number | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the order.
  useEffect(() => {
    const to = focus.current;
    focus.current = null;
    const items = list.current?.querySelectorAll<HTMLElement>('.stop-go');
    if (to !== null) items?.[to]?.focus();
  }, [open]);
  // The one stood at is seen.
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  if (!open) return null;
  const { stops } = open;
  const move = (from: number, to: number) => {
    const stop = stops[from];
    if (!stop || to < 0 || to >= stops.length || to === from) return;
    focus.current = to;
    moveTo(from, to);
    say(`${titleOf(stop, from)} is now stop ${to + 1} of ${stops.length}.`);
  };
  const go = (index: number) => {
    if (index === at) void showStop(backstep);
    else lecture.actions.goTo(index);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const by = MOVES[event.key];
    if (event.key === 'Delete') {
      event.preventDefault();
      focus.current = Math.min(index, stops.length - 2);
      removeAt(index);
    } else if (by && event.altKey) {
      event.preventDefault();
      move(index, index + by);
    } else if (by) {
      event.preventDefault();
      list.current?.querySelectorAll<HTMLElement>('.stop-go')[index + by]?.focus();
    }
  };
  const end = () => {
    drag(null);
    aim(null);
  };

  return (
    <>
      <ol className="stops" ref={list} aria-label="Stops">
        {stops.map((stop, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two stops may be equal; a field keeps its focus.
            key={index}
            className="stop"
            aria-current={index === at ? 'step' : undefined}
            data-dragged={index === dragged ? '' : undefined}
            data-target={
              dragged !== null && index === target && index !== dragged
                ? index > dragged
                  ? 'after'
                  : 'before'
                : undefined
            }
          >
            <span
              className="stop-grip"
              aria-hidden="true"
              title="Drag to another place"
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                event.preventDefault();
                event.currentTarget.setPointerCapture(event.pointerId);
                drag(index);
              }}
              onPointerMove={({ clientY }) => {
                if (dragged !== null) aim(targetOf(list.current, clientY, dragged));
              }}
              onPointerUp={({ clientY }) => {
                if (dragged !== null) move(dragged, targetOf(list.current, clientY, dragged));
                end();
              }}
              onPointerCancel={end}
            >
              ⠿
            </span>
            <button
              type="button"
              className="stop-go"
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
              title="Alt ↑ ↓ moves it, Delete removes it"
              onClick={() => go(index)}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <span className="stop-number">{index + 1}</span>
              <span className="stop-words">
                <strong>{titleOf(stop, index)}</strong>
                <span>{placeWords(open, stop)}</span>
                {index !== at && stop.note && <span className="stop-note">{stop.note}</span>}
              </span>
            </button>
            {index === at && (
              <StopEditor
                stop={stop}
                index={index}
                count={stops.length}
                move={(to) => move(index, to)}
              />
            )}
          </li>
        ))}
      </ol>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
    </>
  );
}
