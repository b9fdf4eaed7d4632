import type { ProgramProblem } from '../../problem';
import { type Expression, type Line, type NameNode, postorder } from '../ast';
import { FUNCTIONS } from '../functions';

export type Group = 'data' | 'parameters';

/** Names that the program reads and no line defines, where each is first used, in that order. */
export function freeNames(lines: readonly Line[]): readonly NameNode[] {
  const defined = new Set(lines.map(({ name }) => name));
  const found = new Map<string, NameNode>();
  for (const { value } of lines) {
    for (const part of postorder(value)) {
      if (part.type !== 'name' || defined.has(part.name) || FUNCTIONS.has(part.name)) continue;
      if (!found.has(part.name)) found.set(part.name, part);
    }
  }
  return [...found.values()];
}

/** The names that the quantity to minimise is computed from, by way of any lines. */
export function namesNeeded(lines: readonly Line[], root: string): ReadonlySet<string> {
  const byName = new Map(lines.map((line) => [line.name, line]));
  const found = new Set<string>();
  const open = [root];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const line = byName.get(name);
    if (!line) continue;
    for (const part of postorder(line.value)) if (part.type === 'name') open.push(part.name);
  }
  return found;
}

export function rootName(problem: ProgramProblem, lines: readonly Line[]): string {
  const wanted = lines.find(({ name }) => name === problem.minimise);
  return (wanted ?? lines.at(-1))?.name ?? '';
}

/** x and y, in capitals or with a number; what is measured rather than learnt. */
const DATA = /^(?:[xy]|[XYA]|data|inputs?|targets?|labels?|features?)_?\d*$/;

/**
 * Data or parameters? By what the letters usually stand for; where nothing would be left to learn, as in
 * f = x1² + x1 x2, all but the targets are parameters.
 */
export function groupsOf(
  names: readonly string[],
  needed: ReadonlySet<string>,
  hasParameters: boolean,
): ReadonlyMap<string, Group> {
  const groups = new Map(
    names.map((name): [string, Group] => [
      name,
      DATA.test(name) || !needed.has(name) ? 'data' : 'parameters',
    ]),
  );
  const learns = hasParameters || [...groups.values()].includes('parameters');
  if (learns) return groups;
  const isTarget = (name: string) => /^(?:[yY]|targets?|labels?)_?\d*$/.test(name);
  for (const name of names) {
    if (needed.has(name) && !isTarget(name)) groups.set(name, 'parameters');
  }
  return groups;
}

/** The name under any transposes and signs: `W` of `-W'`. */
export function bareName(expression: Expression): string | undefined {
  let at = expression;
  while (at.type === 'transpose' || at.type === 'negate') at = at.operand;
  return at.type === 'name' ? at.name : undefined;
}

/** The name whose shape an expression has: `x` of `sigmoid(-x)`. */
export function carriedName(expression: Expression): string | undefined {
  let at = expression;
  for (;;) {
    if (at.type === 'negate') at = at.operand;
    else if (at.type === 'call' && at.args[0] && !FUNCTIONS.get(at.name)?.reduces) at = at.args[0];
    else return at.type === 'name' ? at.name : undefined;
  }
}
