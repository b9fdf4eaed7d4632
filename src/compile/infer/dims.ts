/** Sizes that are numbers or not known yet, and which of them are equal. What was found can be taken back. */
export interface Dims {
  fresh(): number;
  constant(size: number): number;
  /** False where two numbers would have to be equal. */
  unify(a: number, b: number): boolean;
  valueOf(dim: number): number | undefined;
  mark(): number;
  undo(mark: number): void;
}

/** A union as it was made, to be taken back. */
interface Union {
  readonly child: number;
  readonly root: number;
  readonly gaveValue: boolean;
}

/** Union-find by size, without path compression, so that each union is one entry of the trail. */
export function createDims(): Dims {
  const parent: number[] = [];
  const members: number[] = [];
  const value: (number | undefined)[] = [];
  const trail: Union[] = [];
  const constants = new Map<number, number>();

  const add = (size: number | undefined) => {
    value.push(size);
    members.push(1);
    return parent.push(parent.length) - 1;
  };

  function classOf(dim: number): number {
    let at = dim;
    while (parent[at] !== at) at = parent[at] as number;
    return at;
  }

  return {
    fresh: () => add(undefined),
    constant(size) {
      const known = constants.get(size) ?? add(size);
      constants.set(size, known);
      return known;
    },
    unify(a, b) {
      const [x, y] = [classOf(a), classOf(b)];
      if (x === y) return true;
      if (value[x] !== undefined && value[y] !== undefined) return false;
      const [root, child] = (members[x] ?? 0) < (members[y] ?? 0) ? [y, x] : [x, y];
      const gaveValue = value[root] === undefined && value[child] !== undefined;
      if (gaveValue) value[root] = value[child];
      parent[child] = root;
      members[root] = (members[root] ?? 0) + (members[child] ?? 0);
      trail.push({ child, root, gaveValue });
      return true;
    },
    valueOf: (dim) => value[classOf(dim)],
    mark: () => trail.length,
    undo(mark) {
      while (trail.length > mark) {
        const { child, root, gaveValue } = trail.pop() as Union;
        parent[child] = child;
        members[root] = (members[root] ?? 0) - (members[child] ?? 0);
        if (gaveValue) value[root] = undefined;
      }
    },
  };
}
