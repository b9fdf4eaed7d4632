import { useEffect } from 'react';
import { placeOf } from '../../engine';
import { afterPaint } from '../afterPaint';
import { useBackstep } from '../hooks';
import { projecting } from '../projector/projecting';
import { focusTitle } from './focusTitle';
import { startParts } from './parts';

/** What had the focus may be gone with the entry that it belonged to. */
async function keepFocus(had: Element | null): Promise<void> {
  await afterPaint();
  if (had === document.body || document.activeElement !== document.body) return;
  focusTitle({ preventScroll: true });
}

/** Entries of the cards are chosen by a click, Escape lets go, and what is looked at is marked everywhere. */
export function useDepths(): void {
  const { store, actions } = useBackstep();

  useEffect(() => startParts((onChange) => store.subscribe(onChange)), [store]);

  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const cell = target instanceof Element ? target.closest('td[data-cell]') : null;
      const place = placeOf(cell?.getAttribute('data-cell'));
      if (place) actions.select(place.quantity, place.row, place.col);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || projecting.getState().on) return;
      if (document.querySelector('dialog[open], [popover]:popover-open')) return;
      const had = document.activeElement;
      actions.unselect();
      void keepFocus(had);
    };
    document.addEventListener('click', onClick);
    window.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('click', onClick);
      window.removeEventListener('keydown', onKey);
    };
  }, [actions]);
}
