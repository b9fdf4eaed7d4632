import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Opens a native dialog over the page before anything is painted: it has the very next key, Escape above all.
 * `onClose` must be the same function at every rendering; it is not told of what the page takes away itself.
 */
export function useModal(onClose: () => void): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = ref;
    if (!current) return;
    let isTold = false;
    const tell = () => {
      isTold = true;
      onClose();
    };
    current.showModal();
    current.addEventListener('close', tell);
    return () => {
      current.removeEventListener('close', tell);
      // Escape closes it at once and tells of it a frame later: the page may have put another in its place by then.
      if (!current.open && !isTold) onClose();
      current.close();
    };
  }, [onClose]);
  return ref;
}
