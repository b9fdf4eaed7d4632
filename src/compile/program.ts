import { formatShape, isScalar } from '../engine';
import { didYouMean, type Fault, failAll, ok, type ProgramProblem, type Result } from '../problem';
import { type Line, postorder } from './ast';
import { type NodeSpec, toGraph } from './builder';
import type { Compiled } from './compiled';
import { type Found, refused } from './found';
import { nameGradients } from './gradientNames';
import { linesToSpecs } from './lines';
import { type Parsed, parseLines } from './parse';
import { placeIn } from './programText';
import { valuesOf } from './values';

/** The line whose quantity is minimised: the one that is named, or the last; undefined where that cannot be read. */
function rootLine(problem: ProgramProblem, parsed: Parsed): Line | Fault | undefined {
  const { lines, broken, endsBroken } = parsed;
  const { minimise, program } = problem;
  const empty = 'The program is empty; write a line such as L = (yhat - y)^2';
  if (minimise === undefined)
    return endsBroken ? undefined : (lines.at(-1) ?? { error: empty, where: placeIn(program, 0) });
  const line = lines.find(({ name }) => name === minimise);
  if (line || broken.has(minimise)) return line;
  const hint = didYouMean(
    minimise,
    lines.map(({ name }) => name),
  );
  const error = `"minimise" is ${minimise}, but no line defines that.${hint}`;
  return { error: error.replace(/\.$/, ''), where: 'minimise' };
}

/** Values that no line reads. */
function unusedIn(problem: ProgramProblem, lines: readonly Line[]): readonly Fault[] {
  const used = new Set(
    lines.flatMap(({ value }) =>
      postorder(value).flatMap((part) => (part.type === 'name' ? [part.name] : [])),
    ),
  );
  return (['data', 'parameters'] as const).flatMap((group) =>
    Object.keys(problem[group])
      .filter((name) => !used.has(name))
      .map((name) => ({
        error: `${name} is in "${group}", but the program never uses it`,
        where: `${group}.${name}`,
      })),
  );
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
  const [idle, ...more] = specs
    .filter(({ role }, i) => role === 'parameter' && !needed.has(i))
    .map(({ id }) => ({
      error: `${name} does not depend on the parameter ${id}`,
      where: `parameters.${id}`,
    }));
  if (idle) return failAll([idle, ...more]);
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

/** What is wrong with the quantity to be minimised; of one that has no value nothing more is said. */
function wrongWithRoot({ name, at }: Line, spec: NodeSpec | undefined): readonly Found[] {
  if (!spec) return [];
  if (!spec.differentiable)
    return [{ at, error: `${name} is to be minimised, but depends on no data or parameter` }];
  if (isScalar(spec.shape)) return [];
  const error = `${name} is to be minimised, so it must be a single number, but is ${formatShape(spec.shape)}; sum(…) or mean(…) makes it one`;
  return [{ at, error }];
}

function compiled(problem: ProgramProblem): Result<Compiled> {
  const { program } = problem;
  const parsed = parseLines(program);
  const { lines } = parsed;
  const target = rootLine(problem, parsed);
  const { specs, places, faults } = linesToSpecs(problem, lines, parsed.broken);
  const isLine = target !== undefined && 'value' in target;
  const root = isLine ? specs.findIndex(({ id }) => id === target.name) : -1;
  const found = [
    ...parsed.faults,
    ...faults,
    ...(isLine ? wrongWithRoot(target, specs[root]) : []),
  ];
  const elsewhere = [
    ...(target !== undefined && !isLine ? [target] : []),
    // A line that cannot be read may use them.
    ...(parsed.faults.length > 0 || lines.length === 0 ? [] : unusedIn(problem, lines)),
  ];
  if (found.length > 0 || elsewhere.length > 0) return refused(program, found, elsewhere);
  const needed = towards(specs, root);
  if (!needed.ok) return needed;
  const named = nameGradients(needed.value, (id) =>
    placeIn(program, lines.find(({ name }) => name === id)?.at ?? 0),
  );
  if (!named.ok) return named;
  const graph = toGraph(named.value, root, problem.examples, (index) =>
    placeIn(program, places[index] ?? 0),
  );
  if (!graph.ok) return graph;
  const { data, parameters } = problem;
  return ok({ problem, graph: graph.value, values: valuesOf(graph.value, data, parameters) });
}

let last: { readonly problem: ProgramProblem; readonly result: Result<Compiled> } | undefined;

/**
 * A program's graph: a node for each operation as it is written, a name for each line. What is typed is compiled to
 * be judged, to be shown and to be read as layers: once, since the last answer is kept. Only that one, because the
 * history keeps its problems.
 */
export function compileProgram(problem: ProgramProblem): Result<Compiled> {
  if (last?.problem !== problem) last = { problem, result: compiled(problem) };
  return last.result;
}
