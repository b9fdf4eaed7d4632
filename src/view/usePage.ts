import { useEffect } from 'react';
import { useBackstep, useSelect } from './hooks';
import { type Lighting, startLighting } from './lit';
import { lookedAt } from './lookedAt';

/** The whole document follows the reader's theme. */
export function useTheme(): void {
  const theme = useSelect((state) => state.settings.theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
}

/** Lights what is pointed at; again after each change, since what was drawn anew is not marked. */
export function useLighting(): void {
  const { store } = useBackstep();
  useEffect(() => {
    const lighting: Lighting = startLighting(({ entry, isCell }) => {
      if (isCell) lookedAt.setState({ entry });
    });
    let frame = 0;
    const unsubscribe = store.subscribe(({ openings }, before) => {
      if (openings !== before.openings) lookedAt.setState({ entry: null });
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(lighting.renew);
    });
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      lighting.stop();
    };
  }, [store]);
}
