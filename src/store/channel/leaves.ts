import type { Problem, Tensor } from '../../problem';
import type { Leaf } from './message';

const sameNames = (a: object, b: object) => Object.keys(a).join('\n') === Object.keys(b).join('\n');

/** What was edited, where nothing but numbers was; undefined where the problem is another one. */
export function leavesBetween(from: Problem, to: Problem): readonly Leaf[] | undefined {
  const { data, parameters, ...rest } = from;
  const { data: newData, parameters: newParameters, ...newRest } = to;
  const others = new Set([...Object.keys(rest), ...Object.keys(newRest)]);
  const isSame = [...others].every((key) => Reflect.get(rest, key) === Reflect.get(newRest, key));
  if (!isSame || !sameNames(data, newData) || !sameNames(parameters, newParameters))
    return undefined;
  const before = { ...data, ...parameters };
  return Object.entries({ ...newData, ...newParameters }).filter(
    ([name, tensor]) => tensor !== before[name],
  );
}

const shapeOf = (tensor: Tensor): string =>
  typeof tensor === 'number' ? 'scalar' : tensor.map(({ length }) => length).join();

/** Undefined where the problem has no such leaf, or it has another shape. */
export function withLeaves(problem: Problem, leaves: readonly Leaf[]): Problem | undefined {
  const groups = { data: problem.data, parameters: problem.parameters };
  for (const [name, tensor] of leaves) {
    const group = (['data', 'parameters'] as const).find((key) => Object.hasOwn(groups[key], name));
    const before = group && groups[group][name];
    if (!group || before === undefined || shapeOf(before) !== shapeOf(tensor)) return undefined;
    groups[group] = { ...groups[group], [name]: tensor };
  }
  return { ...problem, ...groups };
}
