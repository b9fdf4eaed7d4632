import { type Backstep, THEMES } from '../../store';
import { readKept, THEME, writeKept } from './storage';

/** The reader's theme is no part of a link, but of this browser. */
export function keepTheme({ store, actions }: Backstep): () => void {
  const kept = THEMES.find((name) => name === readKept('localStorage', THEME));
  if (kept) actions.setTheme(kept);
  // Before anything is drawn.
  if (kept && kept !== 'system') document.documentElement.dataset.theme = kept;
  return store.subscribe(({ settings: { theme } }, before) => {
    if (theme !== before.settings.theme) writeKept('localStorage', THEME, theme);
  });
}
