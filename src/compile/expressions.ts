import type { Op, Shape } from '../engine';
import { fail, ok, type ProgramProblem, type Result } from '../problem';
import type {
  BinaryNode,
  CallNode,
  Expression,
  Line,
  NameNode,
  NegateNode,
  NumberNode,
  TransposeNode,
} from './ast';
import type { NodeSpec } from './builder';
import { FUNCTIONS, suggestFunction } from './functions';
import { OPERATOR_RULES, type Operand } from './operators';
import { placeIn } from './programText';
import { complainAboutFunction, complainAboutUnknown, givenValue } from './scope';
import { shapeOfTensor } from './values';

/** The nodes so far. A leaf joins at its first use, so that a quantity stands near what reads it. */
export interface Build {
  readonly problem: ProgramProblem;
  readonly lines: readonly Line[];
  readonly specs: NodeSpec[];
  readonly byName: Map<string, number>;
}

export interface Context {
  readonly build: Build;
  /** The index of the line being read. */
  readonly line: number;
  /** The nodes of the parts of this line. */
  readonly indices: ReadonlyMap<Expression, number>;
}

const LONGEST_OPERAND = 40;

function push({ specs }: Build, spec: NodeSpec): number {
  return specs.push(spec) - 1;
}

function faultAt({ build }: Context, { at }: Expression, error: string): Result<never> {
  return fail(error, placeIn(build.problem.program, at));
}

/** The node of a part, which was added before the whole. */
function indexOf({ indices }: Context, part: Expression): number {
  return indices.get(part) as number;
}

function specOf(context: Context, part: Expression): NodeSpec {
  return context.build.specs[indexOf(context, part)] as NodeSpec;
}

function written({ build }: Context, { start, end }: Expression): string {
  const text = build.problem.program.slice(start, end);
  return text.length > LONGEST_OPERAND ? `${text.slice(0, LONGEST_OPERAND)}…` : text;
}

function operand(context: Context, part: Expression): Operand {
  return { text: written(context, part), shape: specOf(context, part).shape };
}

function apply(context: Context, op: Op, parts: readonly Expression[], shape: Shape): number {
  return push(context.build, {
    role: 'intermediate',
    op,
    args: parts.map((part) => indexOf(context, part)),
    shape,
    differentiable: parts.some((part) => specOf(context, part).differentiable),
  });
}

function addNumber(context: Context, node: NumberNode): Result<number> {
  if (!Number.isFinite(node.value)) {
    return faultAt(context, node, `${written(context, node)} is too large for a number`);
  }
  const op = { kind: 'constant', value: node.value } as const;
  const spec = { role: 'constant', op, args: [], shape: [1, 1], differentiable: false } as const;
  return ok(push(context.build, spec));
}

function addName(context: Context, node: NameNode): Result<number> {
  const { build, line } = context;
  const { name } = node;
  const known = build.byName.get(name);
  if (known !== undefined) return ok(known);
  const given = givenValue(build.problem, name);
  if (!given) {
    return faultAt(context, node, complainAboutUnknown(build.problem, build.lines, line, name));
  }
  const index = push(build, {
    id: name,
    role: given.role,
    op: { kind: 'input' },
    args: [],
    shape: shapeOfTensor(given.tensor),
    differentiable: true,
  });
  build.byName.set(name, index);
  return ok(index);
}

function addCall(context: Context, node: CallNode): Result<number> {
  const { build } = context;
  const { name, args } = node;
  const rule = FUNCTIONS.get(name);
  if (!rule) {
    const isName = build.byName.has(name) || givenValue(build.problem, name) !== undefined;
    return faultAt(context, node, complainAboutFunction(isName, name, suggestFunction(name)));
  }
  const [arg] = args;
  if (!arg || args.length > 1) {
    return faultAt(context, node, `${name} takes one argument, but has ${args.length}`);
  }
  const { text, shape } = operand(context, arg);
  const refusal = rule.refuses?.(shape, text);
  if (refusal !== undefined) return faultAt(context, node, refusal);
  const result: Shape = rule.reduces ? [1, 1] : shape;
  return ok(apply(context, rule.op(build.problem.examples), [arg], result));
}

/** −2 is a number, not the negative of one. */
function addNegate(context: Context, { operand: part }: NegateNode): Result<number> {
  const { op, shape } = specOf(context, part);
  if (part.type !== 'number' || op.kind !== 'constant') {
    return ok(apply(context, { kind: 'negate' }, [part], shape));
  }
  const index = indexOf(context, part);
  context.build.specs[index] = { ...specOf(context, part), op: { ...op, value: -op.value } };
  return ok(index);
}

function addTranspose(context: Context, { operand: part }: TransposeNode): Result<number> {
  const [rows, cols] = specOf(context, part).shape;
  return ok(apply(context, { kind: 'transpose' }, [part], [cols, rows]));
}

function addBinary(context: Context, node: BinaryNode): Result<number> {
  const { op, left, right } = node;
  const applied = OPERATOR_RULES[op](operand(context, left), operand(context, right), op);
  if (!applied.ok) return faultAt(context, node, applied.reason);
  return ok(apply(context, applied.op, [left, right], applied.shape));
}

const ADD: {
  readonly [T in Expression['type']]: (
    context: Context,
    node: Extract<Expression, { type: T }>,
  ) => Result<number>;
} = {
  number: addNumber,
  name: addName,
  call: addCall,
  negate: addNegate,
  transpose: addTranspose,
  binary: addBinary,
};

/** The index of the expression's node; its parts have theirs already. */
export function addExpression(context: Context, expression: Expression): Result<number> {
  // Sound because the table's entry at `type` takes exactly the expressions of that type.
  const add = ADD[expression.type] as (context: Context, node: Expression) => Result<number>;
  return add(context, expression);
}
