import type { KatexOptions } from 'katex';

const TRUSTED = ['data-quantity', 'data-tie', 'data-aside', 'data-known', 'data-chosen'];

/** Nothing is trusted but the link between a symbol and its quantity, and marks of numbers: that must agree, or step back. */
export const OPTIONS: KatexOptions = {
  // No MathML beside it: screen readers are given the spoken form, and half the work is saved.
  output: 'html',
  maxExpand: 200,
  maxSize: 20,
  strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'warn'),
  trust: (context) =>
    context.command === '\\htmlData' &&
    Object.keys(context.attributes).every((name) => TRUSTED.includes(name)),
};
