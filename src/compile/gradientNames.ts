import { updatedId } from '../engine';
import { fail, ok, type Result } from '../problem';
import { type NodeSpec, unnamedId } from './builder';

function free(id: string, taken: ReadonlySet<string>): string {
  let name = `d${id}`;
  for (let bars = '_'; taken.has(name); bars += '_') name = `d${bars}${id}`;
  return name;
}

/** Gives each node a gradient whose name no other quantity has: `dW`, or `d_W` where `dW` is taken. */
export function nameGradients(
  specs: readonly NodeSpec[],
  placeOf: (id: string) => string,
): Result<readonly NodeSpec[]> {
  const taken = new Set(specs.flatMap(({ id }) => (id === undefined ? [] : [id])));
  for (const { id, role } of specs) {
    if (id === undefined || role !== 'parameter') continue;
    if (taken.has(updatedId(id))) {
      return fail(
        `${updatedId(id)} is what ${id} is called after its update; choose another name`,
        placeOf(updatedId(id)),
      );
    }
    taken.add(updatedId(id));
  }
  return ok(
    specs.map((spec, index) => {
      const gradientId = free(spec.id ?? unnamedId(index), taken);
      taken.add(gradientId);
      return { ...spec, gradientId };
    }),
  );
}
