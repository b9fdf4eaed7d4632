import { expressionOf, formulaText } from '../../derive/folding';
import { textWidth } from '../format';
import { type GraphModel, type ModelNode, returning } from './model';
import { signOfOp } from './ops';
import type { GraphScene } from './scene';
import { cut, FONT, LINE, SIGN, type Slot, SMALL, SMALL_LINE, slotOf, widestNumber } from './slot';

/** What stands in a node as long as only numbers change. */
export interface NodeLook {
  readonly width: number;
  readonly height: number;
  /** The big line: an operation's sign, or a name. */
  readonly title: string;
  /** Below it: the name of what is computed, a formula; null where there is none. */
  readonly sub: string | null;
  /** Shows its own value: leaves, and the loss. */
  readonly value: Slot | null;
  /** Several gradients add up here. */
  readonly adds: number;
}

/** The formula of what a folded line computes. */
function formulaOf(model: GraphModel, { node }: ModelNode, { printing }: GraphScene): string {
  return cut(formulaText(expressionOf(model.walk, node), printing), 26);
}

export function nodeLook(model: GraphModel, item: ModelNode, scene: GraphScene): NodeLook {
  const { node, kind, isRoot, key } = item;
  const name = node.named || kind === 'leaf' || isRoot ? scene.symbol(key) : null;
  const isLine = kind === 'line';
  const title = kind === 'operation' ? signOfOp(scene.graph, node) : (name ?? '');
  const sub = isLine ? formulaOf(model, item, scene) : kind === 'operation' ? name : null;
  const value = kind === 'leaf' || isRoot ? slotOf(node.shape, scene.decimals) : null;
  const adds = returning(model, key).length;
  const texts = [
    textWidth(title, kind === 'operation' ? SIGN : FONT, true) + 18,
    textWidth(sub ?? '', isLine ? SMALL : FONT) + (item.folds ? 34 : 18),
    (value?.width ?? 0) + 18,
    kind === 'operation' ? 46 : 40,
    ...(adds > 1 ? [sumWidth(adds, scene.decimals)] : []),
  ];
  const lines = [
    kind === 'operation' ? SIGN + 7 : LINE,
    sub === null ? 0 : SMALL_LINE + 2,
    value?.height ?? 0,
  ].reduce((a, b) => a + b, 0);
  const height = lines + 12 + (adds > 1 ? LINE + 4 : 0);
  return { width: Math.max(...texts), height, title, sub, value, adds };
}

/** `0.31 + 0.12 = 0.43`; of many only their number and the sum. */
function sumWidth(adds: number, decimals: number): number {
  const number = widestNumber(decimals);
  const text =
    adds > 3
      ? `sum of ${adds} = ${number}`
      : Array(adds + 1)
          .fill(number)
          .join(' + ');
  return textWidth(text, SMALL, true) + 8;
}
