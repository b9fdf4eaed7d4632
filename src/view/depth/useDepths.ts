import { useEffect } from 'react';
import { placeOf } from '../../engine';
import { useBackstep } from '../hooks';
import { projecting } from '../projector/projecting';
import { startParts } from './parts';

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
      actions.unselect();
    };
    document.addEventListener('click', onClick);
    window.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('click', onClick);
      window.removeEventListener('keydown', onKey);
    };
  }, [actions]);
}
