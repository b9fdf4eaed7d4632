import { formatShape, type Shape } from '../../engine';
import type { Expression, Line } from '../ast';
import { type Choice, type Constraints, constraintsOf, type OpenShape } from './constraints';
import { createDims, type Dims } from './dims';
import { bareName } from './names';
import { solve } from './solve';

export interface Inferred {
  readonly shape: Shape;
  /** `A*x meets x, 2×1`; undefined where nothing says what the size is. */
  readonly reason: string | undefined;
}

/** Sizes for what nothing says: neighbours differ, so that a matrix is not square by chance. */
const SIZES = [2, 3, 4];

/** Fills in the sizes that are still open, name by name. Returns the names that had to choose one. */
function fillIn(
  shapes: readonly (readonly [string, OpenShape])[],
  dims: Dims,
): ReadonlySet<string> {
  const chose = new Set<string>();
  let next = 0;
  for (const [name, shape] of shapes) {
    for (const dim of shape) {
      if (dims.valueOf(dim) !== undefined) continue;
      dims.unify(dim, dims.constant(SIZES[next % SIZES.length] as number));
      next += 1;
      chose.add(name);
    }
  }
  return chose;
}

interface Reading {
  readonly text: string;
  readonly constraints: Constraints;
  readonly dims: Dims;
  readonly open: readonly string[];
}

const sizeOf = (shape: OpenShape, dims: Dims): Shape => [
  dims.valueOf(shape[0]) ?? 1,
  dims.valueOf(shape[1]) ?? 1,
];

/** Where this name meets something that decides its shape. */
function meeting(name: string, choice: Choice, { text, dims, open }: Reading): string | undefined {
  const { node, left, right } = choice;
  const sides = [
    [node.left, node.right, right],
    [node.right, node.left, left],
  ] as const;
  const side = sides.find(([own]) => bareName(own) === name);
  if (!side) return undefined;
  const [, other, shape] = side;
  // A bare number fits whatever it meets.
  if (other.type === 'number' || bareName(other) === name) return undefined;
  const theirs = bareName(other);
  // Of two names that explain each other, the first one was there first.
  if (theirs !== undefined && open.indexOf(theirs) > open.indexOf(name)) return undefined;
  return `${written(text, node)} meets ${written(text, other)}, ${formatShape(sizeOf(shape, dims))}`;
}

/** As the author wrote it, but for brackets around the whole. */
function written(text: string, expression: Expression): string {
  const { start, end } = expression;
  const inBrackets = expression.type === 'binary' && expression.left.start > start;
  return inBrackets ? text.slice(start + 1, end - 1).trim() : text.slice(start, end);
}

function reasonFor(name: string, reading: Reading): string | undefined {
  const { constraints, text } = reading;
  const scalar = constraints.scalars.get(name);
  if (scalar) {
    const sign = scalar.type === 'binary' ? scalar.op : '';
    return `${sign} in ${written(text, scalar)} takes single numbers`;
  }
  const { choices } = constraints;
  const ordered = [
    ...choices.filter(({ kind }) => kind === 'product'),
    ...choices.filter(({ kind }) => kind === 'elementwise'),
  ];
  for (const choice of ordered) {
    const found = meeting(name, choice, reading);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * A shape for each open name that fits the program and what is given. Where nothing fits, the shapes are as good as
 * the compiler needs to say where it fails.
 */
export function inferShapes(
  text: string,
  lines: readonly Line[],
  open: readonly string[],
  given: ReadonlyMap<string, Shape>,
  root: string,
): ReadonlyMap<string, Inferred> {
  const dims = createDims();
  const constraints = constraintsOf(lines, given, root, dims);
  const { solved } = solve(constraints, open, dims);
  const shapes = open.flatMap((name): [string, OpenShape][] => {
    const shape = constraints.names.get(name);
    return shape ? [[name, shape]] : [];
  });
  const isAllOpen = given.size === 0;
  if (!solved && isAllOpen) {
    // Single numbers fit everything but a contradiction.
    return new Map(open.map((name) => [name, { shape: [1, 1], reason: undefined }]));
  }
  const chose = fillIn(shapes, dims);
  const reading = { text, constraints, dims, open };
  const first = shapes.find(([name]) => chose.has(name))?.[0];
  return new Map(
    shapes.map(([name, shape]): [string, Inferred] => {
      const reason = name === first ? undefined : reasonFor(name, reading);
      return [name, { shape: sizeOf(shape, dims), reason }];
    }),
  );
}
