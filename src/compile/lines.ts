import type { ProgramProblem } from '../problem';
import { type Expression, type Line, postorder } from './ast';
import type { NodeSpec } from './builder';
import { addExpression, type Build } from './expressions';
import { MOST_FAULTS } from './found';
import { complainAboutName } from './scope';

/** As many operations as a page can still step through. */
const MOST_NODES = 5000;

/**
 * The operations of one line, the last of which gets the line's name. What is wrong with it is noted, and its name then
 * has no value. False once there are too many operations.
 */
function addLine(build: Build, index: number, { name, at, value }: Line): boolean {
  const { byName, failed, faults } = build;
  const complaint = complainAboutName(build.problem, build.lines, index);
  if (complaint !== undefined) faults.push({ at, error: complaint });
  const indices = new Map<Expression, number>();
  for (const expression of postorder(value)) {
    const added = addExpression({ build, line: index, indices }, expression);
    if (typeof added === 'number') indices.set(expression, added);
    else if (added) faults.push(added);
    if (build.places.length < build.specs.length) build.places.push(expression.at);
    if (build.specs.length > MOST_NODES) {
      const error = `The program has more than ${MOST_NODES} operations`;
      faults.push({ at: expression.at, error });
      return false;
    }
  }
  const last = indices.get(value);
  if (last !== undefined && complaint === undefined) {
    byName.set(name, nameLast(build, name, value, last));
  } else if (!byName.has(name)) {
    failed.add(name);
  }
  return faults.length < MOST_FAULTS;
}

/** `a = b` gives b a second name, which takes a node of its own. */
function nameLast(build: Build, name: string, value: Expression, index: number): number {
  const spec = build.specs[index] as NodeSpec;
  if (value.type !== 'name') {
    build.specs[index] = { ...spec, id: name };
    return index;
  }
  const { shape, differentiable } = spec;
  const op = { kind: 'identity' } as const;
  const alias = {
    id: name,
    role: 'intermediate',
    op,
    args: [index],
    shape,
    differentiable,
  } as const;
  build.places.push(value.at);
  return build.specs.push(alias) - 1;
}

/** All lines as nodes in the order in which they are computed, and what is wrong with them. */
export function linesToSpecs(
  problem: ProgramProblem,
  lines: readonly Line[],
  broken: ReadonlySet<string>,
): Pick<Build, 'specs' | 'places' | 'faults'> {
  const build: Build = {
    problem,
    lines,
    specs: [],
    places: [],
    byName: new Map(),
    failed: new Set(broken),
    faults: [],
  };
  for (const [index, line] of lines.entries()) if (!addLine(build, index, line)) break;
  return build;
}
