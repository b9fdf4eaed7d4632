import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './page';

/** Axe on a page without frames: what it finds wrong, and nothing collected of what is right. */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
}

/** What each look differs in: the dark page is the light one in other colours. */
const RULES = { light: null, dark: ['color-contrast'] } as const;

/** Axe finds nothing in a part of the page, or in all of it, light or dark. */
export async function expectNoFaults(page: Page, part = ':root'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const rules = RULES[colorScheme];
    const all = axe(page).include(part);
    const { violations } = await (rules ? all.withRules([...rules]) : all).analyze();
    expect(violations.map((v) => `${colorScheme}, ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  }
}
