import { THEMES, type Theme } from '../../../store';
import type { Command } from '../command';

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};

export const themes: readonly Command[] = THEMES.map((theme) => ({
  id: `theme-${theme}`,
  title: THEME_WORDS[theme],
  group: 'Theme',
  words: 'colours mode appearance',
  run: ({ actions }) => actions.setTheme(theme),
}));
