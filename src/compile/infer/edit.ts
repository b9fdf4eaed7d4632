import { formatShape, type Shape } from '../../engine';
import {
  fail,
  grouped,
  LIMITS,
  NAME,
  newData,
  ok,
  type ProgramProblem,
  type Result,
  type Tensor,
  tensorOf,
} from '../../problem';
import type { Line } from '../ast';
import { parseLines, parseProgram } from '../parse';
import { compileProgram } from '../program';
import { placeIn } from '../programText';
import { givenValue } from '../scope';
import { shapeOfTensor } from '../values';
import type { Memory, NameFact, Proposal } from './memory';
import { freeNames, type Group, groupsOf, namesNeeded, rootName } from './names';
import { ALL_POSITIVE, firstFinite, numbersFor, SEEDS } from './numbers';
import { inferShapes } from './shapes';

interface Fixed {
  readonly group: Group;
  readonly tensor: Tensor;
}

/** What has numbers that are not a proposal: given ones, and those of a name that comes back. */
function fixedNames(
  problem: ProgramProblem,
  names: readonly string[],
  { proposed, dropped, groups }: Memory,
  withDropped: boolean,
): ReadonlyMap<string, Fixed> {
  const fixed = new Map<string, Fixed>();
  for (const name of names) {
    const given = givenValue(problem, name);
    const group = given && (given.role === 'input' ? 'data' : 'parameters');
    if (given && group && proposed.get(name) !== given.tensor) {
      fixed.set(name, { group: groups.get(name) ?? group, tensor: given.tensor });
    } else if (!given && withDropped) {
      const before = dropped.get(name);
      if (before) fixed.set(name, before);
    }
  }
  return fixed;
}

/** What the edit takes away is remembered. */
function droppedBy(
  problem: ProgramProblem,
  used: ReadonlySet<string>,
  { proposed, dropped }: Memory,
): Memory['dropped'] {
  const next = new Map(dropped);
  for (const group of ['data', 'parameters'] as const) {
    for (const [name, tensor] of Object.entries(problem[group])) {
      if (!used.has(name) && proposed.get(name) !== tensor) next.set(name, { group, tensor });
    }
  }
  return next;
}

function propose(
  base: ProgramProblem,
  lines: readonly Line[],
  root: string,
  names: readonly string[],
  fixed: ReadonlyMap<string, Fixed>,
  memory: Memory,
): Proposal {
  const open = names.filter((name) => !fixed.has(name));
  const given = new Map([...fixed].map(([name, { tensor }]) => [name, shapeOfTensor(tensor)]));
  const needed = namesNeeded(lines, root);
  const hasParameters = [...fixed].some(
    ([name, { group }]) => needed.has(name) && (group === 'parameters' || memory.idle.has(name)),
  );
  const guessed = groupsOf(open, needed, hasParameters);
  const meantAs = (name: string): Group =>
    memory.idle.has(name)
      ? 'parameters'
      : (fixed.get(name)?.group ?? memory.groups.get(name) ?? guessed.get(name) ?? 'data');
  const groupOf = (name: string): Group => (needed.has(name) ? meantAs(name) : 'data');
  const idle = names.filter((name) => !needed.has(name) && meantAs(name) === 'parameters');
  // Data vectors first: their size is chosen, and that of the matrices and parameters follows.
  const rank = (name: string) =>
    (groupOf(name) === 'data' ? 0 : 2) + (/^[A-WYZ]/.test(name) ? 1 : 0);
  const inOrder = [...open].sort((a, b) => rank(a) - rank(b));
  const shapes = inferShapes(base.program, lines, inOrder, given, root);

  const problemWith = (seed: number) => {
    const proposed = new Map(
      open.map((name): [string, Tensor] => {
        const shape = shapes.get(name)?.shape ?? [1, 1];
        return [name, numbersFor(name, shape, seed)];
      }),
    );
    const all = names.map((name): [string, Tensor, Group] => [
      name,
      fixed.get(name)?.tensor ?? (proposed.get(name) as Tensor),
      groupOf(name),
    ]);
    const ofGroup = (group: Group) =>
      Object.fromEntries(all.filter(([, , g]) => g === group).map(([name, t]) => [name, t]));
    const problem = { ...base, data: ofGroup('data'), parameters: ofGroup('parameters') };
    return { problem, proposed };
  };

  const first = problemWith(SEEDS[0] as number);
  const found =
    firstFinite(open.length === 0 ? [] : [...SEEDS, ALL_POSITIVE], problemWith) ?? first;
  return {
    problem: found.problem,
    names: names.map((name) => ({
      name,
      group: groupOf(name),
      shape: shapes.get(name)?.shape ?? given.get(name) ?? [1, 1],
      proposed: !fixed.has(name),
      reason: shapes.get(name)?.reason,
    })),
    memory: { ...memory, proposed: found.proposed, idle: new Set(idle) },
  };
}

/**
 * The problem with another text. Names that it does not know become data or parameters with a shape that fits and
 * readable numbers, those no longer used go. A program that cannot be calculated is a sentence and a place.
 */
export function withProgram(
  problem: ProgramProblem,
  text: string,
  memory: Memory,
): Result<Proposal> {
  if (text.length > LIMITS.program) {
    return fail(
      `The program has ${grouped(text.length)} characters; the limit is ${grouped(LIMITS.program)}`,
      placeIn(text, LIMITS.program),
    );
  }
  const { lines, broken, endsBroken } = parseLines(text);
  const { minimise, ...rest } = problem;
  // A name to minimise that the edit took away gives way to the last line.
  const keeps =
    minimise !== undefined && (broken.has(minimise) || lines.some(({ name }) => name === minimise));
  const base: ProgramProblem = { ...rest, program: text, ...(keeps && { minimise }) };
  const free = freeNames(lines).filter(({ name }) => NAME.test(name) && !broken.has(name));
  const tooMany = free[LIMITS.names];
  if (tooMany) {
    return fail(`The program has more than ${LIMITS.names} names`, placeIn(text, tooMany.at));
  }
  const names = free.map(({ name }) => name);
  // What a line that cannot be read is for is not known, nor what it needs.
  const root = (keeps ? broken.has(minimise) : endsBroken) ? '' : rootName(base, lines);
  const remembered: Memory = { ...memory, dropped: droppedBy(problem, new Set(names), memory) };
  const attempt = (withDropped: boolean) =>
    propose(
      base,
      lines,
      root,
      names,
      fixedNames(problem, names, remembered, withDropped),
      remembered,
    );
  const first = attempt(true);
  const compiled = compileProgram(first.problem);
  if (compiled.ok) return ok(first);
  // Numbers that a name once had may not fit any more.
  if (names.some((name) => !givenValue(problem, name) && remembered.dropped.has(name))) {
    const second = attempt(false);
    if (compileProgram(second.problem).ok) return ok(second);
  }
  return compiled;
}

/** The table of names for a program as it is. */
export function namesOf(problem: ProgramProblem, memory: Memory): readonly NameFact[] {
  const proposal = withProgram(problem, problem.program, memory);
  return proposal.ok ? proposal.value.names : [];
}

/** A name gets a shape that somebody chose, with the numbers that it has wherever there is room. */
export function withShape(
  problem: ProgramProblem,
  name: string,
  [rows, cols]: Shape,
  memory: Memory,
): Result<Proposal> {
  const given = givenValue(problem, name);
  if (!given) return fail(`${name} is not in the data or the parameters`, name);
  const isSize = [rows, cols].every((n) => Number.isInteger(n) && n >= 1 && n <= LIMITS.units);
  if (!isSize || rows * cols > LIMITS.numbers) {
    return fail(`A size is a whole number from 1 to ${grouped(LIMITS.units)}`, name);
  }
  const before = typeof given.tensor === 'number' ? [[given.tensor]] : given.tensor;
  const rowsOfNew = newData(1, name, rows, cols).map((row, r) =>
    row.map((value, c) => before[r]?.[c] ?? value),
  );
  const tensor: Tensor = rows === 1 && cols === 1 ? (rowsOfNew[0]?.[0] as number) : rowsOfNew;
  const group = given.role === 'input' ? 'data' : 'parameters';
  const changed = { ...problem, [group]: { ...problem[group], [name]: tensor } };
  const proposal = withProgram(changed, problem.program, memory);
  return proposal.ok
    ? proposal
    : fail(`${name} cannot be ${formatShape([rows, cols])}: ${proposal.fault.error}`, name);
}

/** A name becomes data or a parameter. */
export function withGroup(
  problem: ProgramProblem,
  name: string,
  group: Group,
  memory: Memory,
): Result<Proposal> {
  const tensor = tensorOf(problem.data, name) ?? tensorOf(problem.parameters, name);
  if (tensor === undefined) return fail(`${name} is not in the data or the parameters`, name);
  const lines = parseProgram(problem.program);
  if (!lines.ok) return lines;
  const root = rootName(problem, lines.value);
  if (group === 'parameters' && !namesNeeded(lines.value, root).has(name)) {
    return fail(`${root} does not depend on ${name}, so there is nothing to learn of it`, name);
  }
  const groups = new Map([...memory.groups, [name, group]] as const);
  const idle = new Set([...memory.idle].filter((each) => each !== name));
  return withProgram(problem, problem.program, { ...memory, groups, idle });
}
