import { type Line, postorder } from './ast';

/** The lines that a line's value names, each once. */
function readsOf(line: Line, byName: ReadonlyMap<string, Line>): readonly string[] {
  const found = postorder(line.value).flatMap((part) =>
    part.type === 'name' && byName.has(part.name) ? [part.name] : [],
  );
  return [...new Set(found)];
}

/** The names from `from` back to itself, in the order in which each needs the next; undefined where there is no way. */
export function cycleThrough(lines: readonly Line[], from: string): readonly string[] | undefined {
  const byName = new Map(lines.map((line) => [line.name, line]));
  const cameFrom = new Map<string, string>();
  const queue = [from];
  for (let i = 0; i < queue.length; i++) {
    const name = queue[i] as string;
    const line = byName.get(name);
    for (const next of line ? readsOf(line, byName) : []) {
      if (next === from) {
        const way = [name];
        for (let at = name; at !== from; ) {
          at = cameFrom.get(at) as string;
          way.unshift(at);
        }
        return way;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
  }
  return undefined;
}

const MOST_NAMED = 6;

/** `a needs b and b needs a` */
export function cycleInWords(cycle: readonly string[]): string {
  const needs = cycle.map((name, i) => `${name} needs ${cycle[(i + 1) % cycle.length]}`);
  const named = needs.length > MOST_NAMED ? [...needs.slice(0, 3), '…', ...needs.slice(-1)] : needs;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
