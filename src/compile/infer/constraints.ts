import type { Shape } from '../../engine';
import type { BinaryNode, Expression, Line, Operator } from '../ast';
import { partsOf, postorder } from '../ast';
import { FUNCTIONS } from '../functions';
import type { Dims } from './dims';

export type OpenShape = readonly [rows: number, cols: number];

/** `a op b`, which can be meant in several ways as long as the shapes are open. */
export interface Choice {
  readonly kind: 'product' | 'elementwise';
  readonly node: BinaryNode;
  readonly left: OpenShape;
  readonly right: OpenShape;
  readonly out: OpenShape;
}

export interface Constraints {
  /** Of lines and of names that have no line. */
  readonly names: ReadonlyMap<string, OpenShape>;
  readonly choices: readonly Choice[];
  /** Names that only a single number can be, and the expression that says so. */
  readonly scalars: ReadonlyMap<string, Expression>;
  /** Names of which an entry is summed, or a norm taken. */
  readonly reduced: ReadonlySet<string>;
  readonly turned: ReadonlySet<string>;
  /** One of their sizes is 1, whichever. */
  readonly vectors: readonly OpenShape[];
  /** False where what is given contradicts itself. */
  readonly sound: boolean;
}

const KIND: { readonly [O in Operator]: Choice['kind'] | 'power' | 'division' } = {
  '+': 'elementwise',
  '-': 'elementwise',
  '.*': 'elementwise',
  './': 'elementwise',
  '.^': 'elementwise',
  '*': 'product',
  '/': 'division',
  '^': 'power',
};

/** What the program says of all shapes, without choosing anything. */
export function constraintsOf(
  lines: readonly Line[],
  given: ReadonlyMap<string, Shape>,
  root: string,
  dims: Dims,
): Constraints {
  const names = new Map<string, OpenShape>();
  const choices: Choice[] = [];
  const scalars = new Map<string, Expression>();
  const reduced = new Set<string>();
  const turned = new Set<string>();
  const vectors: OpenShape[] = [];
  let sound = true;

  const one = dims.constant(1);
  const scalar: OpenShape = [one, one];
  const open = (): OpenShape => [dims.fresh(), dims.fresh()];
  const equal = (a: OpenShape, b: OpenShape) => {
    sound = dims.unify(a[0], b[0]) && sound;
    sound = dims.unify(a[1], b[1]) && sound;
  };
  const shapeOfName = (name: string): OpenShape => {
    const known = names.get(name);
    if (known) return known;
    const is = given.get(name);
    const shape = is ? ([dims.constant(is[0]), dims.constant(is[1])] as const) : open();
    names.set(name, shape);
    return shape;
  };
  const mustBeScalar = (part: Expression, shape: OpenShape, because: Expression) => {
    equal(shape, scalar);
    if (part.type === 'name' && !scalars.has(part.name)) scalars.set(part.name, because);
  };

  for (const line of lines) {
    const shapes = new Map<Expression, OpenShape>();
    const of = (part: Expression) => shapes.get(part) as OpenShape;
    const rules: {
      readonly [T in Expression['type']]: (n: Extract<Expression, { type: T }>) => OpenShape;
    } = {
      number: () => scalar,
      name: ({ name }) => shapeOfName(name),
      negate: ({ operand }) => of(operand),
      transpose: ({ operand }) => {
        if (operand.type === 'name') turned.add(operand.name);
        return [of(operand)[1], of(operand)[0]];
      },
      call: ({ name, args }) => {
        const [arg] = args;
        if (!arg) return scalar;
        if (!FUNCTIONS.get(name)?.reduces) return of(arg);
        if (name === 'norm2') vectors.push(of(arg));
        for (const part of postorder(arg)) if (part.type === 'name') reduced.add(part.name);
        return scalar;
      },
      binary: (node) => {
        const [left, right] = [of(node.left), of(node.right)];
        const kind = KIND[node.op];
        if (kind === 'power') {
          mustBeScalar(node.left, left, node);
          mustBeScalar(node.right, right, node);
          return scalar;
        }
        if (kind === 'division') {
          mustBeScalar(node.right, right, node);
          return left;
        }
        const out = open();
        choices.push({ kind, node, left, right, out });
        return out;
      },
    };
    for (const part of postorder(line.value)) {
      const rule = rules[part.type] as (n: Expression) => OpenShape;
      shapes.set(part, partsOf(part).every((p) => shapes.has(p)) ? rule(part) : open());
    }
    equal(shapeOfName(line.name), of(line.value));
  }
  const last = names.get(root);
  if (last) equal(last, scalar);
  return { names, choices, scalars, reduced, turned, vectors, sound };
}
