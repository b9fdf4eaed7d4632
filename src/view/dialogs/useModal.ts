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
    current.showModal();
    current.addEventListener('close', onClose);
    return () => {
      current.removeEventListener('close', onClose);
      current.close();
    };
  }, [onClose]);
  return ref;
}
