import { useEffect, useState } from 'react';

/** When what has changed is on the screen, with the page free for other things. */
export function afterPaint(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => window.setTimeout(done, 0));
  });
}

let isOpen = false;

/** False until what the page opens with, which is there once `shown`, is on the screen: for all that can wait for it. */
export function useOpened(shown: boolean): boolean {
  const [opened, setOpened] = useState(isOpen);
  useEffect(() => {
    if (!shown || opened) return;
    let isGone = false;
    void afterPaint().then(() => {
      isOpen = true;
      if (!isGone) setOpened(true);
    });
    return () => {
      isGone = true;
    };
  }, [shown, opened]);
  return opened;
}
