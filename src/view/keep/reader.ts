import { type Backstep, SPEEDS, THEMES } from '../../store';
import { DIALECTS, preferences } from '../preferences';
import { DIALECT, readKept, SPEED, THEME, writeKept } from './storage';

/** The one of these that this browser has kept. */
function keptOf<T extends string | number>(key: string, names: readonly T[]): T | undefined {
  const kept = readKept('localStorage', key);
  return names.find((name) => String(name) === kept);
}

/** How one reads is no part of a link, but of this browser: the theme, the speed, the language of the code. */
export function keepReader({ store, actions }: Backstep): void {
  const theme = keptOf(THEME, THEMES);
  if (theme) actions.setTheme(theme);
  // Before anything is drawn.
  if (theme && theme !== 'system') document.documentElement.dataset.theme = theme;
  const speed = keptOf(SPEED, SPEEDS);
  if (speed) actions.setSpeed(speed);
  const dialect = keptOf(DIALECT, DIALECTS);
  if (dialect) preferences.setState({ dialect });

  const keep = (key: string, now: string | number, before: string | number) =>
    now !== before && writeKept('localStorage', key, String(now));
  store.subscribe(({ settings }, { settings: before }) => {
    keep(THEME, settings.theme, before.theme);
    keep(SPEED, settings.speed, before.speed);
  });
  preferences.subscribe((now, before) => keep(DIALECT, now.dialect, before.dialect));
}
