import { formatShape, isScalar } from '../engine';
import { didYouMean, fail, ok, type ProgramProblem, type Result } from '../problem';
import type { Line } from './ast';
import { type NodeSpec, toGraph } from './builder';
import type { Compiled } from './compiled';
import { nameGradients } from './gradientNames';
import { linesToSpecs } from './lines';
import { parseProgram, placeIn } from './programText';
import { valuesOf } from './values';

/** The line whose quantity is minimised: the one that is named, or the last. */
function rootLine(problem: ProgramProblem, lines: readonly Line[]): Result<Line> {
  const last = lines.at(-1);
  if (!last) return fail('The program is empty; write a line such as L = (yhat - y)^2', 'program');
  if (problem.minimise === undefined) return ok(last);
  const line = lines.find(({ name }) => name === problem.minimise);
  if (line) return ok(line);
  const hint = didYouMean(
    problem.minimise,
    lines.map(({ name }) => name),
  );
  return fail(
    `"minimise" is ${problem.minimise}, but no line defines that.${hint}`.replace(/\.$/, ''),
    'minimise',
  );
}

function checkAllUsed(problem: ProgramProblem, specs: readonly NodeSpec[]): Result<null> {
  const used = new Set(specs.map(({ id }) => id));
  for (const group of ['data', 'parameters'] as const) {
    const unused = Object.keys(problem[group]).find((name) => !used.has(name));
    if (unused !== undefined) {
      return fail(
        `${unused} is in "${group}", but the program never uses it`,
        `${group}.${unused}`,
      );
    }
  }
  return ok(null);
}

/** The indices of all that the root is computed from, and its own. */
function ancestors(specs: readonly NodeSpec[], root: number): ReadonlySet<number> {
  const found = new Set([root]);
  for (let i = root; i >= 0; i--)
    if (found.has(i)) for (const arg of specs[i]?.args ?? []) found.add(arg);
  return found;
}

/**
 * What the root needs can be differentiated; other lines above it are only computed, and those below it are
 * left out.
 */
function towards(specs: readonly NodeSpec[], root: number): Result<readonly NodeSpec[]> {
  const needed = ancestors(specs, root);
  const name = specs[root]?.id ?? '';
  const idle = specs.find(({ role }, i) => role === 'parameter' && !needed.has(i));
  if (idle) {
    return fail(`${name} does not depend on the parameter ${idle.id}`, `parameters.${idle.id}`);
  }
  return ok(
    specs.slice(0, root + 1).map(
      (spec, i): NodeSpec => ({
        ...spec,
        role: i === root ? 'loss' : spec.role,
        differentiable: spec.differentiable && needed.has(i),
      }),
    ),
  );
}

function checkRoot(problem: ProgramProblem, line: Line, spec: NodeSpec | undefined): Result<null> {
  const where = placeIn(problem.program, line.at);
  if (!spec?.differentiable) {
    return fail(`${line.name} is to be minimised, but depends on no data or parameter`, where);
  }
  if (isScalar(spec.shape)) return ok(null);
  return fail(
    `${line.name} is to be minimised, so it must be a single number, but is ${formatShape(spec.shape)}; sum(…) or mean(…) makes it one`,
    where,
  );
}

/** A program's graph: a node for each operation as it is written, a name for each line. */
export function compileProgram(problem: ProgramProblem): Result<Compiled> {
  const lines = parseProgram(problem.program);
  if (!lines.ok) return lines;
  const target = rootLine(problem, lines.value);
  if (!target.ok) return target;
  const all = linesToSpecs(problem, lines.value);
  if (!all.ok) return all;
  const root = all.value.findIndex(({ id }) => id === target.value.name);
  const checks = [
    checkAllUsed(problem, all.value),
    checkRoot(problem, target.value, all.value[root]),
  ];
  for (const check of checks) if (!check.ok) return check;
  const needed = towards(all.value, root);
  if (!needed.ok) return needed;
  const named = nameGradients(needed.value);
  if (!named.ok) return named;
  const graph = toGraph(named.value, root, problem.examples);
  if (!graph.ok) return graph;
  const { data, parameters } = problem;
  return ok({ problem, graph: graph.value, values: valuesOf(graph.value, data, parameters) });
}
