import type { Op, Shape } from '../engine';
import type { ProgramProblem } from '../problem';
import {
  type BinaryNode,
  type CallNode,
  type Expression,
  type Line,
  type NameNode,
  type NegateNode,
  type NumberNode,
  partsOf,
  type TransposeNode,
} from './ast';
import type { NodeSpec } from './builder';
import type { Found } from './found';
import { FUNCTIONS, suggestFunction } from './functions';
import { OPERATOR_RULES, type Operand } from './operators';
import { complainAboutFunction, complainAboutUnknown, givenValue } from './scope';
import { shapeOfTensor } from './values';

/** The nodes so far. A leaf joins at its first use, so that a quantity stands near what reads it. */
export interface Build {
  readonly problem: ProgramProblem;
  readonly lines: readonly Line[];
  readonly specs: NodeSpec[];
  /** Where in the text each of them is written. */
  readonly places: number[];
  readonly byName: Map<string, number>;
  /** Names without a value, for a reason that is said already. */
  readonly failed: Set<string>;
  readonly faults: Found[];
}

export interface Context {
  readonly build: Build;
  /** The index of the line being read. */
  readonly line: number;
  /** The nodes of the parts of this line that have one. */
  readonly indices: ReadonlyMap<Expression, number>;
}

const LONGEST_OPERAND = 40;

function push({ specs }: Build, spec: NodeSpec): number {
  return specs.push(spec) - 1;
}

/** The node of a part; or what is wrong with it; or nothing, where that follows from another fault. */
type Added = number | Found | undefined;

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

function addNumber(context: Context, node: NumberNode): Added {
  if (!Number.isFinite(node.value)) {
    return { at: node.at, error: `${written(context, node)} is too large for a number` };
  }
  const op = { kind: 'constant', value: node.value } as const;
  const spec = { role: 'constant', op, args: [], shape: [1, 1], differentiable: false } as const;
  return push(context.build, spec);
}

function addName(context: Context, node: NameNode): Added {
  const { build, line } = context;
  const { name } = node;
  const known = build.byName.get(name);
  if (known !== undefined) return known;
  const given = givenValue(build.problem, name);
  if (!given) {
    if (build.failed.has(name)) return undefined;
    build.failed.add(name);
    return { at: node.at, error: complainAboutUnknown(build.problem, build.lines, line, name) };
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
  return index;
}

function addCall(context: Context, node: CallNode): Added {
  const { build } = context;
  const { name, args } = node;
  const rule = FUNCTIONS.get(name);
  if (!rule) {
    const isName = build.byName.has(name) || givenValue(build.problem, name) !== undefined;
    return { at: node.at, error: complainAboutFunction(isName, name, suggestFunction(name)) };
  }
  const [arg] = args;
  if (!arg || args.length > 1) {
    return { at: node.at, error: `${name} takes one argument, but has ${args.length}` };
  }
  if (!context.indices.has(arg)) return undefined;
  const { text, shape } = operand(context, arg);
  const refusal = rule.refuses?.(shape, text);
  if (refusal !== undefined) return { at: node.at, error: refusal };
  const result: Shape = rule.reduces ? [1, 1] : shape;
  return apply(context, rule.op(build.problem.examples), [arg], result);
}

/** −2 is a number, not the negative of one. */
function addNegate(context: Context, { operand: part }: NegateNode): Added {
  const { op, shape } = specOf(context, part);
  if (part.type !== 'number' || op.kind !== 'constant') {
    return apply(context, { kind: 'negate' }, [part], shape);
  }
  const index = indexOf(context, part);
  context.build.specs[index] = { ...specOf(context, part), op: { ...op, value: -op.value } };
  return index;
}

function addTranspose(context: Context, { operand: part }: TransposeNode): Added {
  const [rows, cols] = specOf(context, part).shape;
  return apply(context, { kind: 'transpose' }, [part], [cols, rows]);
}

function addBinary(context: Context, node: BinaryNode): Added {
  const { op, left, right } = node;
  const applied = OPERATOR_RULES[op](operand(context, left), operand(context, right), op);
  if (!applied.ok) return { at: node.at, error: applied.reason };
  return apply(context, applied.op, [left, right], applied.shape);
}

const ADD: {
  readonly [T in Expression['type']]: (
    context: Context,
    node: Extract<Expression, { type: T }>,
  ) => Added;
} = {
  number: addNumber,
  name: addName,
  call: addCall,
  negate: addNegate,
  transpose: addTranspose,
  binary: addBinary,
};

/** The index of the expression's node; its parts have theirs already, where nothing is wrong with them. */
export function addExpression(context: Context, expression: Expression): Added {
  // Of a function the name can be wrong too, whatever it is called with.
  const isWhole = partsOf(expression).every((part) => context.indices.has(part));
  if (!isWhole && expression.type !== 'call') return undefined;
  // Sound because the table's entry at `type` takes exactly the expressions of that type.
  const add = ADD[expression.type] as (context: Context, node: Expression) => Added;
  return add(context, expression);
}
