import type { Command } from './command';

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** How well a command fits: the lower the better; undefined where a word is not found at all. */
function misfit(command: Command, words: readonly string[]): number | undefined {
  const title = plain(command.title);
  const all = `${title} ${plain(command.group)} ${plain(command.words ?? '')}`;
  let sum = 0;
  for (const word of words) {
    if (!all.includes(word)) return undefined;
    const starts = ` ${title}`.includes(` ${word}`);
    sum += starts ? 0 : title.includes(word) ? 1 : 2;
  }
  return sum + (words.length > 0 && title.startsWith(words[0] ?? '') ? -1 : 0);
}

/** Those that have every word, the best first, else in their own order. */
export function search(commands: readonly Command[], query: string): readonly Command[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return commands
    .map((command) => ({ command, misfit: misfit(command, words) }))
    .filter((found) => found.misfit !== undefined)
    .sort((a, b) => (a.misfit as number) - (b.misfit as number))
    .map(({ command }) => command);
}
