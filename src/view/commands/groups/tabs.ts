import { preferences, TABS, type TabName } from '../../preferences';
import type { Command } from '../command';

const WORDS: Readonly<Record<TabName, string>> = {
  Numbers: 'cards matrices values weights',
  Shapes: 'ledger dimensions sizes',
  'Gradient check': 'central finite difference numerical epsilon verify',
  Cached: 'memory kept forward pass',
  Modes: 'forward reverse mode operations counted',
};

function show(tab: TabName): void {
  preferences.setState({ tab });
  // When it is the chosen one; on a phone it lies further down.
  requestAnimationFrame(() => {
    const chosen = document.querySelector<HTMLElement>('.tablist [aria-selected="true"]');
    chosen?.focus();
    chosen?.scrollIntoView({ block: 'nearest' });
  });
}

export const tabs: readonly Command[] = TABS.map((tab) => ({
  id: `tab-${tab.toLowerCase().replace(' ', '-')}`,
  title: `Open the tab ${tab}`,
  group: 'Tabs',
  words: WORDS[tab],
  run: () => show(tab),
}));
