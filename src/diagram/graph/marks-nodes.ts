import { isScalar, updatedId } from '../../engine';
import type { Palette } from '../marks';
import { type State, withReason } from '../scene';
import { addingSentence, contributions, sumText } from './adding';
import type { NodeMark, SumMark } from './marks';
import { type GraphModel, type ModelNode, returning } from './model';
import type { NodeLook } from './node-look';
import { wordsOfOp } from './ops';
import type { GraphScene } from './scene';
import type { Looks } from './sizes';
import { numberText } from './slot';
import { matrixOf, valueMark, valueSpoken } from './values';

export interface GraphDrawing {
  readonly model: GraphModel;
  readonly looks: Looks;
  readonly scene: GraphScene;
}

/** The step's own node, those that it reads, and all others. */
function stateOfNode({ model, scene }: GraphDrawing, { key }: ModelNode): State {
  const { step } = scene;
  if (!step) return 'rest';
  if (model.shown(step.of) === key) return 'writes';
  return step.reads.some((id) => id === key) ? 'reads' : 'rest';
}

function sumMark(drawing: GraphDrawing, { key, node }: ModelNode): SumMark | null {
  const { model, scene } = drawing;
  const adds = returning(model, key).length;
  if (adds < 2) return null;
  const known = scene.snapshot !== null && scene.isKnown(node.gradientId);
  const total = matrixOf(scene.snapshot, 'gradient', key, known);
  const { step } = scene;
  const state: State =
    step?.writes === node.gradientId
      ? 'writes'
      : step?.reads.includes(node.gradientId)
        ? 'reads'
        : 'rest';
  const common = { quantity: node.gradientId, state, known };
  if (!scene.snapshot || !total) return { ...common, text: `${adds} add up`, sentence: '' };
  const arriving = contributions(model, key, scene.snapshot).map(([, matrix]) => matrix);
  const symbol = node.named ? scene.symbol(key) : 'This';
  const sentence = addingSentence(symbol, arriving, total, scene.decimals);
  const decimals = Math.min(3, scene.decimals);
  const numbers = arriving.map(({ data }) => data[0] ?? 0);
  const text = !isScalar(node.shape)
    ? `${adds} add up`
    : adds > 3
      ? `sum of ${adds} = ${numberText(total.data[0], decimals)}`
      : sumText(numbers, total.data[0] ?? 0, decimals);
  return { ...common, text, sentence };
}

function valueOfNode(drawing: GraphDrawing, { key, node }: ModelNode, look: NodeLook) {
  const { scene } = drawing;
  const isUpdate = scene.step?.aspect === 'updated' && scene.step.of === key;
  const quantity = isUpdate ? updatedId(key) : key;
  const known = scene.isKnown(quantity) || (node.args.length === 0 && !isUpdate);
  const matrix = matrixOf(scene.snapshot, isUpdate ? 'updated' : 'value', key, known);
  const value = look.value ? valueMark(matrix, look.value, quantity, scene.decimals) : null;
  return { isUpdate, quantity, matrix, value };
}

function spokenOf({ model, scene }: GraphDrawing, item: ModelNode, value: string): string {
  const { key, node, kind } = item;
  const name = node.named || kind === 'leaf' || item.isRoot ? scene.symbol(key) : 'unnamed';
  const what = kind === 'leaf' ? '' : kind === 'line' ? ', folded line' : `, ${wordsOfOp(node)}`;
  const from = (model.into.get(key) ?? []).map((edge) => scene.symbol(edge.from.key));
  return `${name}${what}${from.length > 0 ? ` of ${from.join(' and ')}` : ''}: ${value}`;
}

export function nodeMark(drawing: GraphDrawing, item: ModelNode): NodeMark | null {
  const { looks, scene } = drawing;
  const look = looks.nodes.get(item.key);
  if (!look) return null;
  const { node, kind, key } = item;
  const { isUpdate, quantity, matrix, value } = valueOfNode(drawing, item, look);
  const sum = sumMark(drawing, item);
  const said = valueSpoken(matrix, scene.decimals);
  const gradient = matrixOf(scene.snapshot, 'gradient', key, scene.isKnown(node.gradientId));
  const of =
    node.differentiable && gradient ? `; gradient ${valueSpoken(gradient, scene.decimals)}` : '';
  const palette: Palette = isUpdate ? 'update' : item.isRoot ? 'loss' : 'forward';
  const step = scene.step;
  return {
    key,
    quantity,
    kind,
    role: node.role,
    state: stateOfNode(drawing, item),
    isPart: step !== null && step.of === item.line && key !== item.line,
    spoken: withReason(
      scene,
      quantity,
      `${spokenOf(drawing, item, said)}${of}${sum?.sentence ? `. ${sum.sentence}` : ''}`,
    ),
    palette,
    known: matrix !== undefined,
    width: look.width,
    height: look.height,
    title: look.title,
    sub: look.sub,
    value,
    fold: item.folds && item.key === item.line ? (kind === 'line' ? '+' : '−') : null,
    sum,
  };
}
