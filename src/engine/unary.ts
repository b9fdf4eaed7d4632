import { type BackwardTable, dataOf, type ForwardTable } from './kernel';

export type UnaryKind = 'negate' | 'exp' | 'log' | 'sqrt' | 'sin' | 'cos' | 'abs';

export const unaryForward: ForwardTable<UnaryKind> = {
  negate(_, args, { data: y }) {
    const x = dataOf(args, 0);
    for (let i = 0; i < y.length; i++) y[i] = -x[i]!;
  },
  exp(_, args, { data: y }) {
    const x = dataOf(args, 0);
    for (let i = 0; i < y.length; i++) y[i] = Math.exp(x[i]!);
  },
  log(_, args, { data: y }) {
    const x = dataOf(args, 0);
    for (let i = 0; i < y.length; i++) y[i] = Math.log(x[i]!);
  },
  sqrt(_, args, { data: y }) {
    const x = dataOf(args, 0);
    for (let i = 0; i < y.length; i++) y[i] = Math.sqrt(x[i]!);
  },
  sin(_, args, { data: y }) {
    const x = dataOf(args, 0);
    for (let i = 0; i < y.length; i++) y[i] = Math.sin(x[i]!);
  },
  cos(_, args, { data: y }) {
    const x = dataOf(args, 0);
    for (let i = 0; i < y.length; i++) y[i] = Math.cos(x[i]!);
  },
  abs(_, args, { data: y }) {
    const x = dataOf(args, 0);
    for (let i = 0; i < y.length; i++) y[i] = Math.abs(x[i]!);
  },
};

/** dx += g ⊙ y′(x), from y where that saves a function call. */
export const unaryBackward: BackwardTable<UnaryKind> = {
  negate(_op, _args, _out, { data: g }, gradients) {
    const dx = dataOf(gradients, 0);
    for (let i = 0; i < dx.length; i++) dx[i]! -= g[i]!;
  },
  exp(_op, _args, { data: y }, { data: g }, gradients) {
    const dx = dataOf(gradients, 0);
    for (let i = 0; i < dx.length; i++) dx[i]! += g[i]! * y[i]!;
  },
  log(_op, args, _out, { data: g }, gradients) {
    const x = dataOf(args, 0);
    const dx = dataOf(gradients, 0);
    for (let i = 0; i < dx.length; i++) dx[i]! += g[i]! / x[i]!;
  },
  sqrt(_op, _args, { data: y }, { data: g }, gradients) {
    const dx = dataOf(gradients, 0);
    for (let i = 0; i < dx.length; i++) dx[i]! += g[i]! / (2 * y[i]!);
  },
  sin(_op, args, _out, { data: g }, gradients) {
    const x = dataOf(args, 0);
    const dx = dataOf(gradients, 0);
    for (let i = 0; i < dx.length; i++) dx[i]! += g[i]! * Math.cos(x[i]!);
  },
  cos(_op, args, _out, { data: g }, gradients) {
    const x = dataOf(args, 0);
    const dx = dataOf(gradients, 0);
    for (let i = 0; i < dx.length; i++) dx[i]! -= g[i]! * Math.sin(x[i]!);
  },
  abs(_op, args, _out, { data: g }, gradients) {
    const x = dataOf(args, 0);
    const dx = dataOf(gradients, 0);
    for (let i = 0; i < dx.length; i++) {
      if (x[i]! > 0) dx[i]! += g[i]!;
      else if (x[i]! < 0) dx[i]! -= g[i]!;
    }
  },
};
