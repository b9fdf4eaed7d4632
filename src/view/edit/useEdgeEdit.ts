import { type RefObject, useEffect } from 'react';
import { entryName } from '../../engine';
import type { Backstep } from '../../store';
import { useBackstep } from '../hooks';
import { startEdgeEdit } from './edgeEdit';

/** The entry that is chosen, where the group with the focus shows it. */
function chosenIn(group: Element, { store }: Backstep): Element | null {
  const { selection } = store.getState();
  if (!selection) return null;
  const name = entryName(selection.quantity, selection.row, selection.col);
  return group.querySelector(`[data-entry="${CSS.escape(name)}"]`);
}

function openAt(element: Element, { store }: Backstep, at?: MouseEvent): boolean {
  const { problem } = store.getState();
  const entry = element.getAttribute('data-entry');
  const { left, top, width, height } = element.getBoundingClientRect();
  const middle = { x: left + width / 2, y: top + height / 2 };
  return Boolean(
    problem &&
      entry &&
      startEdgeEdit(problem, entry, at ? { x: at.clientX, y: at.clientY } : middle),
  );
}

/**
 * A double click on an edge, a bias or an input of the diagram opens its field there; by key, Enter once more on
 * what was chosen by Enter or the arrows.
 */
export function useEdgeEdit(host: RefObject<HTMLElement | null>): void {
  const backstep = useBackstep();
  useEffect(() => {
    const { current } = host;
    let ready: Element | null = null;
    const onDouble = (event: MouseEvent) => {
      const element = event.target instanceof Element && event.target.closest('[data-entry]');
      if (element && openAt(element, backstep, event)) event.preventDefault();
    };
    const onKey = (event: KeyboardEvent) => {
      const group = event.target instanceof Element ? event.target.closest('.quantity') : null;
      const chosen = group && chosenIn(group, backstep);
      if (event.key === 'Enter' && chosen && chosen === ready) openAt(chosen, backstep);
      ready = chosen;
    };
    const onBlur = () => {
      ready = null;
    };
    current?.addEventListener('dblclick', onDouble);
    current?.addEventListener('keydown', onKey);
    current?.addEventListener('focusout', onBlur);
    return () => {
      current?.removeEventListener('dblclick', onDouble);
      current?.removeEventListener('keydown', onKey);
      current?.removeEventListener('focusout', onBlur);
    };
  }, [host, backstep]);
}
