/** Offsets into the program's text: the operator or first character, and the whole expression as written. */
interface Place {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

export interface NumberNode extends Place {
  readonly type: 'number';
  readonly value: number;
}

export interface NameNode extends Place {
  readonly type: 'name';
  readonly name: string;
}

export interface CallNode extends Place {
  readonly type: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
}

export interface NegateNode extends Place {
  readonly type: 'negate';
  readonly operand: Expression;
}

export interface TransposeNode extends Place {
  readonly type: 'transpose';
  readonly operand: Expression;
}

const OPERATORS = ['+', '-', '*', '.*', '/', './', '^', '.^'] as const;
export type Operator = (typeof OPERATORS)[number];

export interface BinaryNode extends Place {
  readonly type: 'binary';
  readonly op: Operator;
  readonly left: Expression;
  readonly right: Expression;
}

export type Expression = NumberNode | NameNode | CallNode | NegateNode | TransposeNode | BinaryNode;

/** `name = value` */
export interface Line {
  readonly name: string;
  readonly at: number;
  readonly value: Expression;
}

export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'number':
    case 'name':
      return [];
    case 'call':
      return expression.args;
    case 'negate':
    case 'transpose':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
  }
}

/** Every sub-expression, parts before wholes. It keeps its own stack: a long sum is a deep tree. */
export function postorder(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const open = [expression];
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next);
    open.push(...partsOf(next));
  }
  return found.reverse();
}
