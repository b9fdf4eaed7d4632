import { fail, ok, type ProgramProblem, type Result } from '../problem';
import { type Expression, type Line, postorder } from './ast';
import type { NodeSpec } from './builder';
import { addExpression, type Build } from './expressions';
import { placeIn } from './programText';
import { complainAboutName } from './scope';

/** As many operations as a page can still step through. */
const MOST_NODES = 5000;

/** The operations of one line, the last of which gets the line's name. */
function addLine(build: Build, index: number, { name, at, value }: Line): Result<null> {
  const complaint = complainAboutName(build.problem, build.lines, index);
  if (complaint !== undefined) return fail(complaint, placeIn(build.problem.program, at));
  const indices = new Map<Expression, number>();
  for (const expression of postorder(value)) {
    const added = addExpression({ build, line: index, indices }, expression);
    if (!added.ok) return added;
    indices.set(expression, added.value);
    if (build.specs.length > MOST_NODES) {
      return fail(
        `The program has more than ${MOST_NODES} operations`,
        placeIn(build.problem.program, expression.at),
      );
    }
  }
  build.byName.set(name, nameLast(build, name, value, indices.get(value) ?? 0));
  return ok(null);
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
  return build.specs.push(alias) - 1;
}

/** All lines as nodes in the order in which they are computed. */
export function linesToSpecs(
  problem: ProgramProblem,
  lines: readonly Line[],
): Result<readonly NodeSpec[]> {
  const build: Build = { problem, lines, specs: [], byName: new Map() };
  for (const [index, line] of lines.entries()) {
    const added = addLine(build, index, line);
    if (!added.ok) return added;
  }
  return ok(build.specs);
}
